import { createHash } from "node:crypto";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import canonicalText from "../../../workflows/chain/canonical.ts?raw";
import caseFileText from "../../../workflows/chain/case-file.ts?raw";
import { publicKeys } from "../checkpoint-keys.server.ts";
import inThePage from "./in-the-page.ts?raw";
import { verifyWords } from "./words.ts";

const style = `
:root { color-scheme: light dark; font: 16px/1.6 "Pretendard", system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
header { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.2rem; margin: 0; }
label { display: block; font-weight: 600; margin: 1.5rem 0 .25rem; }
input[type=file] { font: inherit; max-width: 100%; min-height: 2.75rem; }
button { font: inherit; min-height: 2.75rem; padding: 0 .75rem; border: 1px solid #8886; border-radius: .5rem; background: none; color: inherit; }
a { color: inherit; } .quiet { opacity: .75; font-size: .875rem; overflow-wrap: anywhere; }
#verdict { border: 2px solid #8886; border-radius: .5rem; padding: 1rem; margin: 1.5rem 0; }
#verdict.whole { border-color: #0a7a4a; } #verdict.broken { border-color: #c0352b; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; margin: .75rem 0 0; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
`;

let script: Promise<string> | null = null;

/** The pure module that the server verifies with, and what makes a page of it, as one plain script. */
const scriptOf = (): Promise<string> => {
  script ??= (async () => {
    const { transformWithEsbuild } = await import("vite");
    const texts = [canonicalText, caseFileText, inThePage].map((text) => text.replace(/^import [^;]*;\n/gm, ""));
    const { code } = await transformWithEsbuild(texts.join("\n"), "verify.ts", { loader: "ts", sourcemap: false });
    return code.replace(/^export \{[^}]*\};?$/gm, "");
  })();
  return script;
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * The page that verifies an exported case: one document that needs nothing else, with the public keys that are in force. It may not
 * connect to anywhere, by its own policy: whoever chooses a file can be sure that it stays where it is.
 *
 * @param isFile to be kept as a file
 */
export async function verifyPage({ config }: Pick<Platform, "config">, lang: Lang, isFile: boolean): Promise<Response> {
  const code = `\n${await scriptOf()}`;
  const policy = `default-src 'none'; script-src ${digest(code)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`;
  const keys = publicKeys(config);
  const carried = JSON.stringify({ keys, words: verifyWords }).replaceAll("<", "\\u003c");
  const w = verifyWords[lang];
  const say = (tag: string, key: "title" | "intro" | "drop" | "keepWhy" | "keys", more = "") =>
    `<${tag}${more} data-say="${key}">${escaped(w[key])}</${tag}>`;
  const html = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(w.title)} · Gangway</title>
<style>${style}</style>
</head>
<body>
<header>${say("h1", "title")}<button type="button" id="other" data-say="other">${escaped(w.other)}</button></header>
<main>
${say("p", "intro")}
<label for="file" data-say="choose">${escaped(w.choose)}</label>
<input type="file" id="file" accept=".json,application/json">
${say("p", "drop", ' class="quiet"')}
<section id="verdict" aria-live="polite" hidden></section>
${isFile ? "" : `<p><a href="/verify?download" data-say="keep">${escaped(w.keep)}</a><br>${say("span", "keepWhy", ' class="quiet"')}</p>`}
${say("h2", "keys", ' class="quiet"')}
<ul class="quiet">${keys.map(({ id, publicKey }) => `<li>${id}: Ed25519 ${publicKey}</li>`).join("")}</ul>
</main>
<script type="application/json" id="carried">${carried}</script>
<script type="module">${code}</script>
</body>
</html>
`;
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
      ...(isFile ? { "Content-Disposition": 'attachment; filename="gangway-verify.html"' } : {}),
    },
  });
}
