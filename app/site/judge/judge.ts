import {
  allFulfilled,
  type SiteRequirement,
  type SiteVerdict,
  siteRequirements,
} from "#workflows/site/requirements.ts";
import { livesInApp } from "../app-pictures.ts";
import type { Archive } from "../archive/archive.ts";
import type { BusinessInfo } from "../business/extract.ts";
import { businessFields } from "../business/fields.ts";
import { flawOf } from "../detect/products-shown.ts";
import { noticesOf } from "../notices/notices.ts";
import type { BusinessData, RequirementResult, SiteReport } from "../report.schema.ts";
import { restrictedHints } from "../restricted/hints.ts";
import { checkoutOf } from "./checkout-of-site.ts";
import type { Product } from "./finding.ts";
import { inApp } from "./in-app.ts";
import { judgePage, type PageJudgement, saysOf } from "./judge-page.ts";
import { withPlaceLookedAt } from "./looked-at.ts";
import { keyOf } from "./products.ts";
import { productsOfSite } from "./products-of-site.ts";
import { bestOf, type Goods, resultOf, silent } from "./results.ts";
import { rulesVersion } from "./rules.ts";

export type { Goods };

/** What the judge adds to an archive: everything of a report but times, comparison and pictures. */
export type Judgement = Omit<SiteReport, "startedAt" | "finishedAt" | "comparison" | "archiveName">;

/**
 * Judges a shop by what was kept of it. A pure function: the same archive gives the same judgement, byte for byte,
 * for the order of pages is the order of the archive and no clock, no network and no chance is asked.
 *
 * @param goods what the merchant says is sold; `unknown` lets the site tell
 */
export function judge(archive: Archive, goods: Goods = "unknown"): Judgement {
  const pages = archive.pages.map(judgePage);
  const sold = distinctProducts(pages);
  const kind = goods === "unknown" ? goodsOf(pages) : goods;
  const shown = (result: RequirementResult) => withPlaceLookedAt(result, pages, archive);
  const requirements: Record<SiteRequirement, RequirementResult> = {
    products: shown(productsOfSite(pages, sold, kind, archive)),
    shippingPolicy: shown(policyOfSite("shippingPolicy", pages, archive, kind)),
    refundPolicy: shown(policyOfSite("refundPolicy", pages, archive, kind)),
    checkout: shown(checkoutOf(pages)),
  };
  const business = businessOfSite(pages);
  const special = pages.find(({ tokushoho }) => tokushoho.present);
  return {
    version: 1,
    rulesVersion,
    origin: archive.origin,
    lang: mostly(pages.map(({ lang }) => lang)),
    goods: kind,
    requirements,
    business: business.data,
    businessFound: business.found,
    tokushoho: special ? { ...special.tokushoho, url: special.url } : { present: false, items: [], url: null },
    products: sold.slice(0, 60).map((product) => ({
      name: product.name.slice(0, 160),
      price: product.price,
      currency: product.currency,
      url: product.url,
      soldOut: product.soldOut,
      flaw: flawOf(product),
    })),
    notices: noticesOf(archive, pages, sold, business.data),
    restricted: restrictedHints(pages, sold),
    ...(livesInApp(archive.origin) ? inApp(archive, pages) : {}),
    pages: archive.pages.map((page, index) => ({
      url: page.url,
      status: page.status,
      kind: pages[index]!.kind,
      lang: pages[index]!.lang,
      charset: page.charset,
      sha256: page.sha256,
      fetchedAt: page.fetchedAt,
      via: page.via,
      says: Object.fromEntries(
        siteRequirements.map((requirement) => [requirement, saysOf(pages[index]!.findings, requirement)]),
      ) as Record<SiteRequirement, boolean | null>,
    })),
    unreachable: archive.unreachable,
    leftOut: archive.leftOut,
    robots: archive.robots,
  };
}

/** Whether the four are met. */
export const passes = ({ requirements }: Pick<SiteReport, "requirements">): boolean =>
  allFulfilled(
    Object.fromEntries(siteRequirements.map((name) => [name, requirements[name]!.verdict])) as Record<
      SiteRequirement,
      SiteVerdict
    >,
  );

/** One page that states it is enough; a page that tries and fails says how; silence everywhere is "not", unless something could not be read. */
function policyOfSite(
  requirement: "shippingPolicy" | "refundPolicy",
  pages: PageJudgement[],
  archive: Archive,
  goods: Goods,
): RequirementResult {
  const findings = pages
    .flatMap((page) => page.findings)
    .filter((finding) => finding.requirement === requirement)
    // What is said of downloads says nothing of parcels.
    .filter(({ reason }) => reason !== "digitalDeliveryStated" || goods === "digital" || goods === "unknown");
  const best = bestOf(findings, "fulfilled") ?? bestOf(findings, "unsure") ?? bestOf(findings, "not");
  const rule = requirement === "shippingPolicy" ? "shipping.text" : "refund.text";
  if (best && best.verdict !== "not") return resultOf(best);
  const unread = archive.unreachable.some(
    ({ url, why }) => !/40[34]|410|no file/.test(why) && policyPath[requirement].test(decodeURI(safe(url))),
  );
  if (unread) return silent(requirement, rule, "unsure", "unreachable", 0.5);
  if (best) return resultOf(best);
  // Where nothing is shipped the law of the house asks for the way and time of access; a person says whether that is clear enough.
  if (requirement === "shippingPolicy" && goods === "digital")
    return silent(requirement, rule, "unsure", "noPolicy", 0.5);
  return silent(requirement, rule, "not", "noPolicy", 0.8);
}

const policyPath = {
  shippingPolicy: /ship|deliver|baesong|배송|送料|配送|giao-hang|van-chuyen|pengiriman|guide|policy|policies|faq/i,
  refundPolicy:
    /refund|return|cancel|exchange|환불|반품|返品|doi-tra|hoan-tien|pengembalian|退|guide|policy|policies|terms|agreement|faq/i,
};

const safe = (url: string): string => url.replace(/%(?![0-9a-f]{2})/gi, "%25");

/**
 * Each thing once. What a list shows counts as long as the page it leads to does not take it back: sold out there,
 * priced by the buyer, or only on request.
 */
function distinctProducts(pages: PageJudgement[]): Product[] {
  const products = new Map<string, Product>();
  const takenBack = new Set(
    pages
      .filter(({ findings }) =>
        findings.some(({ requirement, verdict }) => requirement === "products" && verdict === "not"),
      )
      .map(({ url }) => url),
  );
  for (const product of pages.flatMap((page) => page.products)) {
    if (product.source === "card" && product.url !== product.foundOn && takenBack.has(product.url)) continue;
    const key = keyOf(product.name);
    const known = products.get(key);
    // A flawed sighting does not undo a good one: a card without a price is the same thing on its own page with one.
    if (!known || (flawOf(known) !== null && flawOf(product) === null)) products.set(key, product);
  }
  return [...products.values()];
}

const DIGITAL =
  /다운로드|e-?book|전자책|강의|수강|이용권|구독|라이선스|소프트웨어|디지털|download|licen[cs]e|subscription|online course|e-?book|software|digital (?:product|goods|download)|plug-?in|free trial|per (?:user|seat)|\/ ?(?:mo|month)(?![a-z])|ダウンロード|電子書籍|オンライン講座|ライセンス|サブスク|khóa học|phần mềm|tải về|ดาวน์โหลด|คอร์สออนไลน์|unduh|kursus online|perangkat lunak|線上課程|電子書|軟體|下載/iu;

/** What a shop sells, as far as its products' names and its talk of delivery tell. */
function goodsOf(pages: PageJudgement[]): Goods {
  const names = pages.flatMap(({ products }) => products.map(({ name, quote }) => `${name} ${quote}`));
  const digital = names.filter((text) => DIGITAL.test(text)).length;
  const ships = pages.some(({ findings }) =>
    findings.some(
      ({ requirement, verdict, reason }) =>
        requirement === "shippingPolicy" && verdict === "fulfilled" && reason !== "digitalDeliveryStated",
    ),
  );
  const sends = pages.some(({ findings }) => findings.some(({ reason }) => reason === "digitalDeliveryStated"));
  if (names.length > 0 && digital * 2 > names.length && !ships) return "digital";
  if (sends && !ships) return "digital";
  return ships ? "physical" : "unknown";
}

/** The company's data over the whole site: what most pages say, the home page first. */
function businessOfSite(pages: PageJudgement[]): { data: BusinessData; found: SiteReport["businessFound"] } {
  const data = Object.fromEntries(
    businessFields.map((field) => [field, mostCommon(pages.map(({ business }) => business.info[field]))]),
  ) as unknown as BusinessInfo;
  // The two that describe another value come from where that value came from.
  const ofNumber = pages.find(({ business }) => business.info.bizRegNo === data.bizRegNo && data.bizRegNo !== null)
    ?.business.info;
  const landline = pages.find(({ business }) => business.info.phone !== null && business.info.phoneIsMobile === false)
    ?.business.info;
  const ofPhone =
    landline ?? pages.find(({ business }) => business.info.phone === data.phone && data.phone !== null)?.business.info;
  const seen = new Set<string>();
  const found = pages.flatMap(({ url, business }) =>
    business.found
      .filter(({ field, value }) => {
        const key = `${field} ${value}`;
        return seen.has(key) ? false : seen.add(key) !== undefined;
      })
      .map(({ field, value, quote, selector }) => ({ field, value, evidence: { url, quote, selector, shot: null } })),
  );
  return {
    data: {
      ...data,
      bizRegNoValid: ofNumber?.bizRegNoValid ?? null,
      phone: ofPhone?.phone ?? null,
      phoneIsMobile: ofPhone?.phoneIsMobile ?? null,
    },
    found: found.slice(0, 80),
  };
}

function mostCommon<T>(values: T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}

const mostly = (langs: string[]): string => mostCommon(langs) ?? "en";
