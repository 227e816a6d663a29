import { type RefundFacet, refundDays, refundFacets } from "../judge/facets.ts";
import type { Detector, Finding } from "../judge/finding.ts";
import { spanOf } from "../judge/finding.ts";
import { lawfulReason } from "../lexicon/refund.ts";
import { weight } from "../page/normalise.ts";
import { notAPolicy } from "./not-a-policy.ts";

const MIN_WEIGHT = 44;
/** Korean law gives seven days from receipt; a shop that gives fewer is shown to a person. */
const LAWFUL_DAYS_KR = 7;

/** Rooms, seats and lessons are for a day: what comes back is counted from that day back, and not from a receipt. */
const dayOfUse =
  /(?:이용일|행사|공연|관람|예약일|체크인|입실|픽업|출발|방문|수업|시작일?|촬영)[^.]{0,10}\d+ ?(?:일|시간) ?전/u;

/**
 * A policy on cancelling, returning and refunding, in words. Met when it says until when or on what terms, and one
 * thing more: who pays the way back, how money returns, what is excepted, how it is asked for. "Exchange only" is a
 * policy, "nothing ever" without a lawful reason is none.
 */
export const refundText: Detector = (subject): Finding | null => {
  const { page, lang } = subject;
  const { lines } = subject;
  const found = new Map<RefundFacet, (typeof lines.refund)[number]>();
  const counted = new Set<string>();
  const days: number[] = [];
  for (const line of lines.refund) {
    const facets = refundFacets(line);
    for (const facet of facets) if (!found.has(facet)) found.set(facet, line);
    if (facets.size > 0) counted.add(line.text);
    if (facets.has("period") && !facets.has("moneyBack")) days.push(...refundDays(line));
  }
  const said = [...counted].reduce((sum, text) => sum + weight(text), 0);
  const has = (...facets: RefundFacet[]) => facets.some((facet) => found.has(facet));
  const spans = [...new Map([...found.values()].map((line) => [line.block, line])).values()]
    .slice(0, 4)
    .map((line) => spanOf(page, line.block, line.text));
  const finding = (
    verdict: Finding["verdict"],
    reason: Finding["reason"],
    confidence: number,
    evidence = spans,
  ): Finding => ({
    requirement: "refundPolicy",
    rule: "refund.text",
    version: 2,
    verdict,
    reason,
    confidence,
    evidence,
    facts: {
      says: [...found.keys()].sort(),
      days: [...new Set(days)].sort((a, b) => a - b).map(String),
      ...(has("exchangeOnly") ? { warning: "exchangeOnly" } : {}),
    },
  });
  const here = (blocks: typeof lines.open.refund) => blocks.slice(0, 2).map((block) => spanOf(page, block));

  const kinds = (["period", "condition", "bearer", "moneyBack", "exception", "procedure"] as const).filter((facet) =>
    found.has(facet),
  );
  const refusesAll = has("noneAtAll") && !has("exchangeOnly", "bearer", "moneyBack") && !has("period");
  const isPolicy =
    (has("period") && kinds.length >= 2) ||
    (has("exchangeOnly") && (kinds.length >= 1 || said >= MIN_WEIGHT)) ||
    (!refusesAll && has("condition", "exception") && has("bearer", "moneyBack") && kinds.length >= 3);
  const promised = lines.claimed.refund || lines.headings.refund.length > 0;
  const holds = isPolicy && (said >= MIN_WEIGHT || (has("exchangeOnly") && said >= 24));
  const other = notAPolicy(subject, "refund", lines);

  if (holds && other) return finding(other.verdict, other.reason, other.confidence);
  if (holds) {
    if (lines.open.refund.length > 1) return finding("unsure", "policyUnfilled", 0.6);
    if (has("exchangeOnly")) return finding("fulfilled", "exchangeOnly", 0.75);
    if (!has("period")) return finding("unsure", "policyThin", 0.55);
    if (
      lang === "ko" &&
      days.length > 0 &&
      Math.max(...days) < LAWFUL_DAYS_KR &&
      !lawfulReason.test([...counted].join(" ")) &&
      ![...counted].some((text) => dayOfUse.test(text))
    )
      return finding("unsure", "shorterThanLaw", 0.6);
    return finding("fulfilled", "policyStated", kinds.length >= 3 ? 0.95 : 0.85);
  }
  if (other && kinds.length > 0 && (promised || other.verdict === "not")) {
    return finding("not", other.reason, other.confidence);
  }
  if (refusesAll) {
    return lawfulReason.test([...counted].join(" ")) && said >= 30
      ? finding("fulfilled", "policyStated", 0.7)
      : finding("not", "noRefundAtAll", 0.75);
  }
  if (lines.open.refund.length > 0 && promised) return finding("not", "policyUnfilled", 0.85, here(lines.open.refund));
  if (lines.unwritten.refund.length > 0) return finding("not", "policyPlaceholder", 0.9, here(lines.unwritten.refund));
  if (lines.hidden.refund.length > 2) return finding("unsure", "policyHidden", 0.5, here(lines.hidden.refund));
  if (!promised) {
    return subject.voice.provider >= 2 && lines.foreign.length > 0
      ? finding("not", "providersTerms", 0.8, here(lines.foreign))
      : null;
  }
  const evidence = spans.length > 0 ? spans : here(lines.headings.refund);
  if (kinds.length >= 3 && said >= MIN_WEIGHT) return finding("unsure", "policyThin", 0.5);
  if (subject.voice.unfinished && found.size === 0) return finding("not", "policyPlaceholder", 0.9, evidence);
  return finding("not", found.size === 0 ? "policyEmpty" : "policyThin", found.size === 0 ? 0.85 : 0.7, evidence);
};
