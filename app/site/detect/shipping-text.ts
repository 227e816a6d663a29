import { type ShippingFacet, shippingFacets } from "../judge/facets.ts";
import type { Detector, Finding } from "../judge/finding.ts";
import { spanOf } from "../judge/finding.ts";
import { kindOf } from "../judge/page-kind.ts";
import { daysIn } from "../lexicon/time.ts";
import { weight } from "../page/normalise.ts";
import { notAPolicy } from "./not-a-policy.ts";

/** A shop says when goods arrive, and at least one of: for how much, where to, by whom. Forty units of text, twenty Hangul. */
const MIN_WEIGHT = 40;

/**
 * A delivery policy in words, wherever it stands: page, accordion, table, definition list, FAQ.
 *
 * Met when it says how long, and what it costs or (without a price) at least where and by whom. The way back,
 * a customer's praise, a badge, and values that a template left open say nothing.
 */
export const shippingText: Detector = (subject): Finding | null => {
  const { page } = subject;
  const { lines } = subject;
  const found = new Map<ShippingFacet, (typeof lines.shipping)[number]>();
  const counted = new Set<string>();
  for (const line of lines.shipping) {
    const facets = shippingFacets(line);
    for (const facet of facets) if (!found.has(facet)) found.set(facet, line);
    if (facets.size > 0) counted.add(`${line.label} ${line.text}`);
  }
  const said = [...counted].reduce((sum, text) => sum + weight(text), 0);
  const physical = ["fee", "area", "carrier", "onTheWay"].filter((facet) => found.has(facet as ShippingFacet)).length;
  const spans = [...new Map([...found.values()].map((line) => [line.block, line])).values()]
    .slice(0, 4)
    .map((line) => spanOf(page, line.block, line.text));
  const finding = (
    verdict: Finding["verdict"],
    reason: Finding["reason"],
    confidence: number,
    evidence = spans,
  ): Finding => ({
    requirement: "shippingPolicy",
    rule: "shipping.text",
    version: 2,
    verdict,
    reason,
    confidence,
    evidence,
    facts: {
      says: [...found.keys()].sort(),
      ...(found.has("time") ? { days: daysIn(found.get("time")!.text).map(String) } : {}),
    },
  });

  // An order tells when it comes and what its parcel costs; that is no policy.
  const kind = kindOf(page, subject.voice);
  if ((kind === "order" || kind === "basket") && !lines.claimed.shipping && said < 120) return null;
  const isPlain = found.has("time") && (found.has("fee") ? physical >= 1 : physical >= 2);
  const isDigital =
    found.has("digital") && (found.has("time") || lines.claimed.shipping || lines.headings.shipping.length > 0);
  const holds = said >= MIN_WEIGHT && (isPlain || isDigital);
  const other = notAPolicy(subject, "shipping", lines);
  if (holds && other) return finding(other.verdict, other.reason, other.confidence);
  if (holds) {
    if (lines.open.shipping.length > 1) return finding("unsure", "policyUnfilled", 0.6);
    return isPlain
      ? finding("fulfilled", "policyStated", physical >= 2 ? 0.95 : 0.85)
      : finding("fulfilled", "digitalDeliveryStated", 0.8);
  }
  if (other && (physical > 0 || found.has("time")) && (lines.claimed.shipping || lines.headings.shipping.length > 0))
    return finding(other.verdict === "unsure" ? "not" : other.verdict, other.reason, other.confidence);

  const here = (blocks: typeof lines.open.shipping) => blocks.slice(0, 2).map((block) => spanOf(page, block));
  if (physical >= 3 && said >= MIN_WEIGHT) return finding("unsure", "policyThin", 0.5);
  if (lines.open.shipping.length > 0 && (lines.claimed.shipping || lines.headings.shipping.length > 0))
    return finding("not", "policyUnfilled", 0.85, here(lines.open.shipping));
  if (lines.unwritten.shipping.length > 0)
    return finding("not", "policyPlaceholder", 0.9, here(lines.unwritten.shipping));
  if (lines.hidden.shipping.length > 2) return finding("unsure", "policyHidden", 0.5, here(lines.hidden.shipping));
  const promised = lines.claimed.shipping || lines.headings.shipping.length > 0;
  if (!promised) return null;
  const evidence = here(lines.headings.shipping);
  if (lines.returnShipping.length > 0 && found.size < 2)
    return finding("not", "returnShippingOnly", 0.8, here(lines.returnShipping));
  if (subject.voice.unfinished && found.size === 0) return finding("not", "policyPlaceholder", 0.9, evidence);
  return finding(
    "not",
    found.size === 0 ? "policyEmpty" : "policyThin",
    found.size === 0 ? 0.85 : 0.7,
    spans.length > 0 ? spans : evidence,
  );
};
