import type { SiteRequirement } from "#workflows/site/requirements.ts";
import type { ArchivedPage } from "../archive/archive.ts";
import { type BusinessInfo, businessOf, type FoundValue } from "../business/extract.ts";
import { type Tokushoho, tokushohoOf } from "../business/tokushoho.ts";
import { type Page, readPage } from "../page/page.ts";
import { controlsOf, paymentKitsOf } from "./controls.ts";
import type { Finding, Product, Subject } from "./finding.ts";
import { kindOf, type PageKind } from "./page-kind.ts";
import { paymentMarksOf } from "./payment-marks.ts";
import type { Lines } from "./policy-lines.ts";
import { rules } from "./rules.ts";
import { subjectOf } from "./subject.ts";

/** Everything one page says, and what it cannot say. */
export interface PageJudgement {
  url: string;
  file: string | null;
  kind: PageKind;
  lang: Subject["lang"];
  page: Page;
  lines: Lines;
  findings: Finding[];
  products: Product[];
  business: { info: BusinessInfo; found: FoundValue[] };
  tokushoho: Tokushoho;
  /** Something on it is worth following on the way to the payment window. */
  buys: boolean;
  pays: boolean;
  kits: string[];
  /** Ways to pay that the page names under a heading of theirs, or shows as a row of marks. */
  marks: string[];
}

const judged = new WeakMap<ArchivedPage, PageJudgement>();

/** Judges one saved page by every rule. Pure; a page that was judged while it was found is not judged again. */
export function judgePage(archived: ArchivedPage): PageJudgement {
  const known = judged.get(archived);
  if (known) return known;
  const judgement = judgeAnew(archived);
  judged.set(archived, judgement);
  return judgement;
}

function judgeAnew({ url, status, html, file }: ArchivedPage): PageJudgement {
  const page = readPage({ url, status, html });
  const subject = subjectOf(page);
  const controls = controlsOf(page);
  return {
    url,
    file: file ?? null,
    kind: kindOf(page, subject.voice),
    lang: subject.lang,
    page,
    lines: subject.lines,
    findings: rules.map((rule) => rule(subject)).filter((finding) => finding !== null),
    products: subject.products,
    business: businessOf(page, subject.lang),
    tokushoho: tokushohoOf(page),
    buys: controls.some(({ says, state }) => says === "buy" && state === "live"),
    pays: controls.some(({ says, state }) => says === "pay" && state === "live"),
    kits: paymentKitsOf(page).map(({ what }) => what),
    marks: paymentMarksOf(page),
  };
}

/**
 * What a page by itself says of a condition: `true` it meets it, `false` it tries and fails, `null` it cannot tell.
 * The surest "met" wins over any "not"; doubt is silence.
 */
export function saysOf(findings: Finding[], requirement: SiteRequirement): boolean | null {
  const own = findings.filter(
    (finding) => finding.requirement === requirement && !(Number(finding.facts.onShelf ?? 0) >= 3),
  );
  if (own.some(({ verdict }) => verdict === "fulfilled")) return true;
  if (own.some(({ verdict }) => verdict === "unsure")) return null;
  return own.some(({ verdict }) => verdict === "not") ? false : null;
}
