import type { SiteRequirement, SiteVerdict } from "#workflows/site/requirements.ts";
import type { RequirementResult } from "../report.schema.ts";
import type { Finding, Reason } from "./finding.ts";

/** What the merchant says is sold; `unknown` lets the site tell. */
export type Goods = "physical" | "digital" | "both" | "unknown";

/** A finding of a page as the verdict of the site. What is met has nothing to fix. */
export function resultOf(finding: Finding): RequirementResult {
  return {
    requirement: finding.requirement,
    verdict: finding.verdict,
    rule: finding.rule,
    version: finding.version,
    reason: finding.reason,
    fix: finding.verdict === "fulfilled" ? null : finding.reason,
    confidence: finding.confidence,
    url: finding.evidence[0]?.url ?? null,
    evidence: finding.evidence.map((span) => ({ ...span, shot: null })),
    facts: finding.facts,
  };
}

export const silent = (
  requirement: SiteRequirement,
  rule: string,
  verdict: SiteVerdict,
  reason: Reason,
  confidence: number,
): RequirementResult => ({
  requirement,
  verdict,
  rule,
  version: 2,
  reason,
  fix: reason,
  confidence,
  url: null,
  evidence: [],
  facts: {},
});

export const bestOf = (findings: Finding[], verdict: SiteVerdict): Finding | undefined =>
  findings
    .filter((finding) => finding.verdict === verdict)
    .reduce<Finding | undefined>((best, next) => (!best || next.confidence > best.confidence ? next : best), undefined);
