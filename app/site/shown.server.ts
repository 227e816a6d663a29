import { siteRequirements } from "#workflows/site/requirements.ts";
import type { SiteCheckRow } from "./checks.server.ts";

const SPANS = 3;
const shotName = (shot: string | null) => shot?.split("/").at(-1) ?? null;

/** What a page shows of a report: the sentences and places, without the archive's lists. */
export function shownReport({ id, report, requestedAt }: Pick<SiteCheckRow, "id" | "report" | "requestedAt">) {
  if (!report) return null;
  return {
    checkId: id,
    origin: report.origin,
    at: requestedAt.toISOString(),
    rulesVersion: report.rulesVersion,
    requirements: siteRequirements.map((name) => {
      const { verdict, reason, fix, rule, version, confidence, evidence } = report.requirements[name]!;
      return {
        name,
        verdict,
        reason,
        fix,
        rule: `${rule} v${version}`,
        confidence,
        evidence: evidence
          .slice(0, SPANS)
          .map(({ url, quote, selector, shot }) => ({ url, quote, selector, shot: shotName(shot) })),
      };
    }),
    business: report.business,
    comparison: report.comparison.map(({ evidence, ...line }) => ({ ...line, url: evidence?.url ?? null })),
    tokushoho: report.tokushoho,
    notices: report.notices.map(({ code, severity, evidence }) => ({
      code,
      severity,
      quotes: evidence.slice(0, 2).map(({ url, quote }) => ({ url, quote })),
    })),
    restricted: report.restricted.map(({ category, lists, words, evidence }) => ({
      category,
      lists,
      words,
      quote: evidence[0]?.quote ?? "",
    })),
    pages: report.pages.length,
    unreachable: report.unreachable.slice(0, 20),
    products: report.products.filter(({ flaw }) => flaw === null).length,
  };
}
export type ShownReport = NonNullable<ReturnType<typeof shownReport>>;

/** A line of the list of checks. */
export const shownCheck = ({
  id,
  url,
  goods,
  cause,
  state,
  progress,
  diff,
  failure,
  requestedAt,
  finishedAt,
}: SiteCheckRow) => ({
  id,
  url,
  goods,
  cause,
  state,
  progress,
  diff,
  failure,
  requestedAt: requestedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
export type ShownCheck = ReturnType<typeof shownCheck>;
