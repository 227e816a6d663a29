import type { Archive } from "../archive/archive.ts";
import { flawOf } from "../detect/products-shown.ts";
import type { RequirementResult } from "../report.schema.ts";
import type { Product, Reason } from "./finding.ts";
import type { PageJudgement } from "./judge-page.ts";
import { bestOf, type Goods, resultOf, silent } from "./results.ts";

/** How many things have to be on sale: three that are shipped, one that is not. */
const NEEDED = { physical: 3, digital: 1, both: 3, unknown: 3 } as const;

/** Counts, over the whole site, what could be sold as it stands; each thing once, under its own name. */
export function productsOfSite(
  pages: PageJudgement[],
  sold: Product[],
  goods: Goods,
  archive: Archive,
): RequirementResult {
  const good = sold.filter((product) => flawOf(product) === null);
  const findings = pages.flatMap((page) => page.findings).filter(({ requirement }) => requirement === "products");
  const result = (
    verdict: RequirementResult["verdict"],
    reason: Reason,
    confidence: number,
    shown: Product[],
  ): RequirementResult => ({
    ...silent("products", "products.shown", verdict, reason, confidence),
    fix: verdict === "fulfilled" ? null : reason,
    url: shown[0]?.foundOn ?? null,
    evidence: shown.slice(0, 6).map(({ foundOn: url, quote, selector }) => ({ url, quote, selector, shot: null })),
    facts: {
      products: good.length,
      needed: NEEDED[goods],
      names: good.slice(0, 20).map(({ name }) => name.slice(0, 80)),
    },
  });

  if (good.length >= NEEDED[goods]) {
    const isData = good.filter(({ source }) => source === "data").length >= NEEDED[goods];
    return result("fulfilled", "productsShown", isData ? 0.97 : 0.9, good);
  }
  if (good.length > 0) {
    // Pages that failed, or were left out at the limit, may hold the rest.
    if (archive.leftOut > 0 || archive.unreachable.some(({ why }) => !/40[34]|410|no file/.test(why)))
      return result("unsure", "tooFewProducts", 0.5, good);
    return result("not", "tooFewProducts", 0.8, good);
  }
  const best = bestOf(findings, "unsure") ?? bestOf(findings, "not");
  if (best) return resultOf(best);
  return silent("products", "products.shown", "not", "noProducts", 0.8);
}
