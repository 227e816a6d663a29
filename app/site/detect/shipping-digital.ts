import { purchase, shippingFacets } from "../judge/facets.ts";
import type { Detector } from "../judge/finding.ts";
import { spanOf } from "../judge/finding.ts";
import { kindOf } from "../judge/page-kind.ts";
import { PRIVACY, sentencesOf } from "../judge/policy-lines.ts";
import { refund } from "../lexicon/refund.ts";
import { cadence, customerVoice, placeholder, unfilled } from "../lexicon/voices.ts";
import { normalise, weight } from "../page/normalise.ts";
import { notAPolicy } from "./not-a-policy.ts";

const MIN_WEIGHT = 24;

/**
 * How and when what is not shipped is handed over: a download, a code, a course that opens after payment. Says nothing
 * of goods in parcels; over a whole site it counts only where nothing is shipped.
 */
export const shippingDigital: Detector = (subject) => {
  const { page, lines } = subject;
  // There the ways to pay advertise themselves: no app to install, ready at once.
  const kind = kindOf(page, subject.voice);
  if (kind === "order" || kind === "basket" || kind === "account") return null;
  for (const block of page.blocks) {
    if (block.hidden || block.said || block.control || block.region === "nav" || block.linked > 0.5 || block.level > 0)
      continue;
    if (PRIVACY.test(block.under.join(" ")) || PRIVACY.test(normalise(page.heading))) continue;
    for (const sentence of sentencesOf(block.norm)) {
      if (customerVoice.test(sentence) || placeholder.test(sentence)) continue;
      // When a box comes again and how to stop it is no way of handing over.
      if (cadence.test(sentence) || refund.test(sentence)) continue;
      const text = sentence.replace(unfilled, " ");
      const facets = shippingFacets({ block, text, label: "", headed: false });
      if (!facets.has("digital") || !facets.has("time")) continue;
      const other = notAPolicy(subject, "shipping", lines);
      // "Gift cards are e-mailed within minutes" tells how one thing leaves; of what is bought here it speaks only when it
      // is tied to the purchase, or stands beside the thing on sale or on the page about delivery. "Instant download" in a
      // list of features is a promise, hardly the terms of it.
      const isOfTheShop = purchase.test(text) || subject.isDetail || lines.claimed.shipping;
      const isSure = isOfTheShop && weight(text) >= MIN_WEIGHT;
      return {
        requirement: "shippingPolicy",
        rule: "shipping.digital",
        version: 3,
        verdict: other?.verdict ?? (isSure ? "fulfilled" : "unsure"),
        reason: other?.reason ?? "digitalDeliveryStated",
        confidence: other?.confidence ?? (isSure ? 0.75 : 0.5),
        evidence: [spanOf(page, block, text)],
        facts: { says: [...facets].sort() },
      };
    }
  }
  return null;
};
