import type { Finding, Reason, Subject } from "../judge/finding.ts";
import type { Lines, Topic } from "../judge/policy-lines.ts";

/**
 * Why words that read like a policy are not this shop's: a post about shops, the terms of a payment company, a
 * member's own orders. Null when nothing speaks against them.
 */
export function notAPolicy(
  { voice, isDetail, products }: Subject,
  topic: Topic,
  lines: Lines,
): { verdict: Finding["verdict"]; reason: Reason; confidence: number } | null {
  if (voice.ownOrders >= 2) return { verdict: "not", reason: "ownOrdersOnly", confidence: 0.85 };
  if (voice.partner) return { verdict: "not", reason: "partnersTerms", confidence: 0.8 };
  if (voice.job >= 2) return { verdict: "not", reason: "jobAdvert", confidence: 0.85 };
  if (voice.job >= 1) return { verdict: "unsure", reason: "jobAdvert", confidence: 0.5 };
  if (voice.provider >= 2) return { verdict: "not", reason: "providersTerms", confidence: 0.85 };
  // A product page may well have posts, tags and authors beside it; its own sections are still the shop's.
  const sells = isDetail || (voice.article < 2 && products.length > 0 && products.length <= 3);
  const sectioned = sells && lines.headings[topic].length > 0;
  if (voice.article >= 2 && !sectioned) return { verdict: "not", reason: "articleNotPolicy", confidence: 0.85 };
  if (voice.provider >= 1) return { verdict: "unsure", reason: "providersTerms", confidence: 0.5 };
  if (voice.article >= 1.3 && !sectioned) return { verdict: "unsure", reason: "articleMaybe", confidence: 0.5 };
  return null;
}
