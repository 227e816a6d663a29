import { siteRequirements } from "#workflows/site/requirements.ts";
import type { Change } from "./check.schema.ts";
import type { SiteReport } from "./report.schema.ts";

const fields = ["companyName", "representative", "bizRegNo", "address", "phone", "mailOrderNo"] as const;

/**
 * What is not as it was between two reports of one shop: conditions that turned, pages that held the evidence and are
 * gone, company data that changed, fewer goods. In a fixed order; equal reports give nothing.
 */
export function compareReports(before: SiteReport, after: SiteReport): Change[] {
  const changes: Change[] = [];
  const rank = { not: 0, unsure: 1, fulfilled: 2 } as const;
  const there = new Set(after.pages.map(({ url }) => url));
  for (const name of siteRequirements) {
    const [was, is] = [before.requirements[name]!, after.requirements[name]!];
    if (was.verdict !== is.verdict)
      changes.push({
        what: "requirement",
        name,
        from: was.verdict,
        to: is.verdict,
        worse: rank[is.verdict] < rank[was.verdict],
      });
    if (was.verdict === "fulfilled" && was.url !== null && !there.has(was.url))
      changes.push({ what: "pageGone", name: was.url, from: name, to: null, worse: is.verdict !== "fulfilled" });
  }
  for (const name of fields) {
    const [was, is] = [before.business[name], after.business[name]];
    if (was !== is && was !== null) changes.push({ what: "field", name, from: was, to: is, worse: true });
  }
  const sold = ({ products }: SiteReport) => products.filter(({ flaw }) => flaw === null).length;
  if (sold(after) * 2 < sold(before))
    changes.push({
      what: "products",
      name: "products",
      from: String(sold(before)),
      to: String(sold(after)),
      worse: true,
    });
  return changes;
}
