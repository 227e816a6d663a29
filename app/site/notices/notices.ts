import type { Archive } from "../archive/archive.ts";
import { flawOf } from "../detect/products-shown.ts";
import { amountFieldOf } from "../judge/amount-field.ts";
import type { Product } from "../judge/finding.ts";
import type { PageJudgement } from "../judge/judge-page.ts";
import { keyOf } from "../judge/products.ts";
import { pathOf } from "../judge/voice.ts";
import { selectorOf } from "../page/dom.ts";
import type { BusinessData, Notice } from "../report.schema.ts";
import { contradictionsOf } from "./contradictions.ts";
import { isTestHost } from "./test-host.ts";

const TERMS =
  /이용약관|서비스 ?약관|terms (?:of|&|and)|利用規約|điều khoản|ข้อกำหนด|เงื่อนไขการใช้|syarat (?:dan|&) ketentuan|服務條款|使用條款/u;
const PRIVACY =
  /개인정보 ?(?:처리|취급)|privacy|プライバシー|個人情報|bảo mật|riêng tư|ความเป็นส่วนตัว|kebijakan privasi|隱私/u;

/** Everything beside the four conditions that a reviewer or a card company would stumble over, in a fixed order. */
export function noticesOf(archive: Archive, pages: PageJudgement[], sold: Product[], business: BusinessData): Notice[] {
  const notices: Notice[] = [];
  const add = (
    code: string,
    severity: Notice["severity"],
    facts: Notice["facts"] = {},
    evidence: Notice["evidence"] = [],
  ) => notices.push({ code, severity, facts, evidence });
  const lang = pages[0]?.lang ?? "en";
  const span = (product: Product) => ({
    url: product.foundOn,
    quote: product.quote,
    selector: product.selector,
    shot: null,
  });
  const flawed = (flaw: string) => sold.filter((product) => flawOf(product) === flaw);

  if (isTestHost(archive.origin)) add("testHost", "before", { host: safeHost(archive.origin) });
  if (archive.origin.startsWith("http:") && !isTestHost(archive.origin)) add("notHttps", "before");
  if (archive.signedIn === "yes") add("signedIn", "advice");
  if (archive.signedIn === "failed") add("signInFailed", "before");
  if (archive.robots === "disallowed") add("robotsForbid", "before");
  if (pages.length > 0 && pages.every(({ kind, products }) => kind === "account" && products.length === 0))
    add("loginWall", "blocks");

  const tests = flawed("test");
  if (tests.length > 0)
    add("testProducts", "before", { names: tests.slice(0, 5).map(({ name }) => name) }, tests.slice(0, 3).map(span));
  const free = flawed("zero");
  if (free.length > 0)
    add("priceZero", "before", { names: free.slice(0, 5).map(({ name }) => name) }, free.slice(0, 3).map(span));
  const out = sold.filter(({ soldOut }) => soldOut);
  if (sold.length > 0 && out.length === sold.length) add("allSoldOut", "before", { products: out.length });
  if (sameNameEverywhere(pages)) add("sameNames", "before");
  const typed = pages.flatMap(({ page }) => {
    const field = amountFieldOf(page);
    return field
      ? [
          {
            url: page.url,
            quote: `<input name="${field.attribs.name ?? ""}">`,
            selector: selectorOf(field),
            shot: null,
          },
        ]
      : [];
  });
  if (typed.length > 0) add("amountTyped", "before", {}, typed.slice(0, 2));

  notices.push(...contradictionsOf(pages));

  const links = pages.flatMap(({ page }) => page.links.map(({ norm, href }) => `${norm} ${href.toLowerCase()}`));
  if (!links.some((text) => TERMS.test(text) || /\/(?:terms|agreement|tos)/.test(text))) add("noTerms", "before");
  if (!links.some((text) => PRIVACY.test(text))) add("noPrivacy", "before");

  if (lang === "ko") {
    for (const field of ["companyName", "representative", "bizRegNo", "address", "phone", "mailOrderNo"] as const)
      if (business[field] === null) add(`footer.${field}`, "before");
    if (business.bizRegNo !== null && business.bizRegNoValid === false)
      add("bizRegNoInvalid", "before", { value: business.bizRegNo });
    if (business.phoneIsMobile === true) add("phoneIsMobile", "before", { value: business.phone ?? "" });
    const order = pages.find(({ kind }) => kind === "order");
    if (order && business.bizRegNo !== null && order.business.info.bizRegNo === null)
      add("noBusinessDataAtCheckout", "before", { url: order.url });
    if (!archive.pages.some(({ html }) => /에스크로|구매\s?안전/u.test(html))) add("noEscrow", "advice");
    if (business.bizRegNo !== null && !archive.pages.some(({ html }) => /ftc\.go\.kr/.test(html)))
      add("noFtcLink", "advice");
  }
  if (lang === "ja") {
    const special = pages.find(({ tokushoho }) => tokushoho.present);
    if (!special) add("noTokushoho", "blocks");
    const yen = sold
      .filter(({ currency, price }) => currency === "JPY" && price !== null && price > 0)
      .map(({ price }) => price!);
    const median = yen.sort((a, b) => a - b)[Math.floor(yen.length / 2)];
    if (median !== undefined && median >= 100_000) add("dearGoods", "before", { median });
    if (sold.length > 0 && yen.length === 0) add("notInYen", "before");
    if (archive.pages.some(({ html }) => /청소년보호법|韓国法|대한민국 법/u.test(html)))
      add("foreignLawNamed", "before");
  }
  const abroad = pages.some(({ findings }) =>
    findings.some(
      ({ requirement, verdict, facts }) =>
        requirement === "shippingPolicy" &&
        verdict === "fulfilled" &&
        Array.isArray(facts.says) &&
        facts.says.includes("area"),
    ),
  );
  const overseas = archive.pages.some(({ html }) =>
    /해외|international|worldwide|overseas|abroad|海外|國外|quốc tế|ต่างประเทศ|luar negeri/iu.test(html),
  );
  if (abroad && !overseas) add("domesticOnly", "advice");
  return notices;
}

/** Pages of different products that all bear one name. */
function sameNameEverywhere(pages: PageJudgement[]): boolean {
  const details = pages.filter(
    ({ url, products }) => /product|goods|item|\/p\//.test(pathOf(url)) && products.length > 0,
  );
  return details.length >= 3 && new Set(details.map(({ products }) => keyOf(products[0]!.name))).size === 1;
}

const safeHost = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
