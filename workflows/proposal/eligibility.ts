import type { Guide, Offer, Want } from "../catalogue/coverage.ts";
import { hasTag } from "../catalogue/sentences.ts";
import { isKoreanBusiness, type MerchantFacts } from "./facts.ts";
import { inUsd, type PriceList, priceOf } from "./fees.ts";
import { money } from "./money.ts";
import type { OpeningTimes } from "./opening-times.ts";
import { type RestrictionBook, screen } from "./restrictions.ts";
import { volumeBand } from "./volume-bands.ts";

/** All the versioned data that advice rests on. */
export interface AdviceBook {
  guide: Guide;
  prices: PriceList;
  restrictions: RestrictionBook;
  opening: OpeningTimes;
}

/** From best to worst: yes; yes if something is shown; somebody has to ask; no. */
export const verdicts = ["yes", "conditional", "ask", "no"] as const;
export type EligibilityVerdict = (typeof verdicts)[number];

/** One reason, as a key with a sentence in app/proposal/words.ts, and what its holes are filled with. */
export interface Reason {
  key: ReasonKey;
  verdict: EligibilityVerdict;
  values: Record<string, string | number>;
}

export type ReasonKey =
  | "notLive"
  | "liveUnknown"
  | "koreanBusinessOnly"
  | "applicantUnknown"
  | "corporationsOnly"
  | "salesTooLow"
  | "salesToProve"
  | "salesUnknown"
  | "oneTimeOnly"
  | "recurringUnknown"
  | "recurringEnded"
  | "shopifyOneTimeOnly"
  | "preScreen"
  | "smallTicketReview"
  | "ticketAboveLimit"
  | "foreignBuyersOnly"
  | "tradeProhibited"
  | "tradeReview"
  | "tradeConditional"
  | "tradeGuarantee"
  | "tradeMoreData"
  | "tradeNoList";

export interface Eligibility {
  verdict: EligibilityVerdict;
  reasons: Reason[];
}

interface Question {
  book: AdviceBook;
  facts: MerchantFacts;
  offer: Offer;
  want: Want;
}

type Rule = (question: Question) => Reason | Reason[] | null;

const reason = (key: ReasonKey, verdict: EligibilityVerdict, values: Reason["values"] = {}): Reason => ({
  key,
  verdict,
  values,
});

/** Each rule is asked by itself; what none objects to is eligible. */
const rules: readonly Rule[] = [
  ({ offer }) => (offer.method.isLive === false || hasTag(offer.channel, "not_live") ? reason("notLive", "no") : null),
  ({ offer }) => (offer.method.isLive === null ? reason("liveUnknown", "ask") : null),
  ({ facts, offer }) => {
    if (!offer.channel.koreanBusinessOnly) return null;
    const isKorean = isKoreanBusiness(facts);
    if (isKorean === null) return reason("applicantUnknown", "ask");
    return isKorean ? null : reason("koreanBusinessOnly", "no");
  },
  ({ facts, offer }) =>
    facts.applicantType === "krSoleProprietor" && hasMethodTag(offer, "corporations_only")
      ? reason("corporationsOnly", "no")
      : null,
  ({ facts, offer }) => {
    const floor = valueIn(offer, "min_monthly_sales", "amount");
    if (floor === null) return null;
    if (facts.band === null) return reason("salesUnknown", "ask", { usd: floor });
    const { from, to } = volumeBand(facts.band).usd;
    if (to !== null && to <= floor) return reason("salesTooLow", "no", { usd: floor });
    return from >= floor
      ? reason("salesToProve", "conditional", { usd: floor })
      : reason("salesUnknown", "ask", { usd: floor });
  },
  ({ facts, offer }) => {
    if (!facts.recurring) return null;
    if (facts.platform === "shopify") return reason("shopifyOneTimeOnly", "no");
    if (hasMethodTag(offer, "recurring_ended")) return reason("recurringEnded", "no");
    if (offer.channel.takesRecurring === false) return reason("oneTimeOnly", "no");
    // The one-time module of a PSP that has another one for recurring payments.
    if (offer.method.key === "PAYPAL_SPB") return reason("oneTimeOnly", "no");
    return offer.channel.takesRecurring === null ? reason("recurringUnknown", "ask") : null;
  },
  ({ offer }) => (offer.channel.preScreen ? reason("preScreen", "conditional") : null),
  ({ book, facts, offer }) => {
    const line = { channel: offer.channel.key, method: offer.method.key, brands: offer.method.brands };
    return priceOf(book.prices, line, facts).kind === "individual" ? reason("smallTicketReview", "conditional") : null;
  },
  ({ book, facts, offer }) => {
    const limit = valueIn(offer, "per_payment_limit", "amount");
    if (limit === null || !facts.ticket) return null;
    return inUsd(book.prices, facts.ticket) > inUsd(book.prices, money(limit * 100, "USD"))
      ? reason("ticketAboveLimit", "no", { usd: limit })
      : null;
  },
  ({ facts, offer, want }) =>
    want.country === "KR" && hasTag(offer.channel, "foreign_buyers_only") && isKoreanBusiness(facts) !== false
      ? reason("foreignBuyersOnly", "no")
      : null,
  ({ book, facts, offer }) => {
    const at = { channel: offer.channel.key, method: offer.method.key };
    const { standing, findings } = screen(book.restrictions, facts.trades, at);
    const trades = [...new Set(findings.filter((found) => found.standing === standing).map((found) => found.category))];
    const values = { trades: (trades.length > 0 ? trades : facts.trades).join(",") };
    switch (standing) {
      case "clear":
        return null;
      case "prohibited":
        return reason("tradeProhibited", "no", values);
      case "noList":
        return reason("tradeNoList", "ask", values);
      case "review":
        return reason("tradeReview", "ask", values);
      case "conditional":
        return reason("tradeConditional", "conditional", values);
      case "guarantee":
        return reason("tradeGuarantee", "conditional", values);
      case "moreData":
        return reason("tradeMoreData", "conditional", values);
    }
  },
];

/** Whether this merchant can take this wish through that method, with every reason that speaks against or asks for more. */
export function eligibilityOf(book: AdviceBook, facts: MerchantFacts, offer: Offer, want: Want): Eligibility {
  const reasons = rules.flatMap((rule) => rule({ book, facts, offer, want }) ?? []);
  return { verdict: worstOf(reasons.map((one) => one.verdict)), reasons };
}

export const worstOf = (some: readonly EligibilityVerdict[]): EligibilityVerdict =>
  some.reduce<EligibilityVerdict>(
    (worst, one) => (verdicts.indexOf(one) > verdicts.indexOf(worst) ? one : worst),
    "yes",
  );

/** A tag that names methods holds for those alone; here only such a one counts, or one for the whole channel. */
const hasMethodTag = ({ channel, method }: Offer, tag: string): boolean => hasTag(channel, tag, method.key);

function valueIn({ channel, method }: Offer, tag: string, name: string): number | null {
  const found = channel.constraints.find(
    (constraint) => constraint.tag === tag && (!constraint.methods || constraint.methods.includes(method.key)),
  );
  const value = found?.values?.[name];
  return typeof value === "number" ? value : null;
}
