const LABEL =
  /^(?:test|tests|testing|dev|devel|develop|development|stg|stage|staging|demo|beta|qa|uat|sandbox|preview|local|localhost|tmp|temp)\d*$|^(?:test|dev|stg|staging|demo|qa|uat|sandbox|preview)[-.]|[-.](?:test|dev|stg|staging|demo|qa|uat|sandbox|preview)\d*$/;
const PREVIEW_SERVICE =
  /(?:^|\.)(?:vercel\.app|netlify\.app|pages\.dev|workers\.dev|herokuapp\.com|ngrok(?:-free)?\.(?:io|app|dev)|loca\.lt|web\.app|firebaseapp\.com|github\.io|gitlab\.io|surge\.sh|onrender\.com|fly\.dev|railway\.app|azurewebsites\.net|cloudfront\.net|amplifyapp\.com|repl\.co|replit\.app|glitch\.me|codesandbox\.io|stackblitz\.io|myshopify\.com|cafe24\.com|imweb\.me|wixsite\.com|trycloudflare\.com)$/;

const APP_STORE =
  /^(?:apps|itunes)\.apple\.com$|^play\.google\.com$|^(?:m\.)?onestore\.(?:co\.kr|net)$|^(?:galaxystore|apps)\.samsung\.com$|^appgallery\.huawei\.com$/;

/** The page of an app in a store: goods and payment are inside the app, where no visit of ours leads. */
export const isAppStore = (url: string): boolean => URL.canParse(url) && APP_STORE.test(new URL(url).hostname);

/** A host that says "not finished": a label of test or staging, a preview service, an address, a port. One card company refuses them outright. */
export function isTestHost(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, port } = new URL(url);
  if (port !== "" || /^[\d.]+$/.test(hostname) || hostname.startsWith("[")) return true;
  return hostname.split(".").some((label) => LABEL.test(label)) || PREVIEW_SERVICE.test(hostname);
}
