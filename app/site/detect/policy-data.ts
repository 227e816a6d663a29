import type { Detector, Finding, Subject } from "../judge/finding.ts";
import { selectorOf } from "../page/dom.ts";
import { asText, asThing, type Thing } from "../page/structured.ts";

const numberIn = (value: unknown): number | null => {
  const text = asText(value);
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
};
const range = (value: unknown): number | null => {
  const thing = asThing(value);
  return thing ? (numberIn(thing.maxValue) ?? numberIn(thing.value) ?? numberIn(thing.minValue)) : numberIn(value);
};

function finding(
  subject: Subject,
  requirement: Finding["requirement"],
  rule: string,
  { element }: Thing,
  quote: string,
  facts: Finding["facts"],
): Finding {
  return {
    requirement,
    rule,
    version: 1,
    verdict: "fulfilled",
    reason: "policyInData",
    confidence: 0.8,
    evidence: [{ url: subject.page.url, quote, selector: selectorOf(element) }],
    facts,
  };
}

/** schema.org `OfferShippingDetails` with a rate and a time of delivery; one of them alone says too little. */
export const shippingData: Detector = (subject) => {
  for (const thing of [...subject.page.jsonLd, ...subject.page.microdata]) {
    if (!thing.types.includes("OfferShippingDetails")) continue;
    const rate = asThing(thing.props.shippingRate);
    const amount = numberIn(rate?.value ?? rate?.maxValue);
    const time = asThing(thing.props.deliveryTime);
    const transit = range(time?.transitTime);
    const handling = range(time?.handlingTime);
    if (amount === null || (transit === null && handling === null)) continue;
    const where =
      asText(asThing(thing.props.shippingDestination)?.addressCountry) ||
      asText(asThing(asThing(thing.props.shippingDestination)?.addressCountry)?.name);
    const quote = `OfferShippingDetails: shippingRate ${amount} ${asText(rate?.currency)}, transitTime ${transit ?? "-"}, handlingTime ${handling ?? "-"}, shippingDestination ${where || "-"}`;
    return finding(subject, "shippingPolicy", "shipping.data", thing, quote, {
      fee: amount,
      days: [String((handling ?? 0) + (transit ?? 0))],
    });
  }
  return null;
};

/** schema.org `MerchantReturnPolicy` with a category and, for a finite window, its days. */
export const refundData: Detector = (subject) => {
  for (const thing of [...subject.page.jsonLd, ...subject.page.microdata]) {
    if (!thing.types.includes("MerchantReturnPolicy")) continue;
    const category = asText(thing.props.returnPolicyCategory).replace(/^.*\//, "");
    const days = numberIn(thing.props.merchantReturnDays);
    const hasWindow = /FiniteReturnWindow/i.test(category) && days !== null && days > 0;
    if (!hasWindow && !/UnlimitedWindow/i.test(category)) continue;
    const fees = asText(thing.props.returnFees).replace(/^.*\//, "");
    const quote = `MerchantReturnPolicy: ${category}, merchantReturnDays ${days ?? "-"}, returnFees ${fees || "-"}`;
    return finding(subject, "refundPolicy", "refund.data", thing, quote, { days: days === null ? [] : [String(days)] });
  }
  return null;
};
