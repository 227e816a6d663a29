import type { Channel } from "./catalogue.ts";

/**
 * Whether a PSP gives every approval currency a merchant id of its own, so that a shop with several of them becomes a master merchant
 * with one sub-merchant a currency. The catalogue says so by the constraint `sub_merchant_per_currency`.
 */
export const needsSubMerchants = ({ constraints }: Pick<Channel, "constraints">): boolean =>
  constraints.some(({ tag }) => tag === "sub_merchant_per_currency");

/** What is known of a case's channel: where its payments are approved in which currency, under which id. */
export interface IdLine {
  psp: string;
  currency: string;
  paymentId: string | null;
}

export interface SubMerchant {
  currency: string;
  /** Ids that the PSP gave for this currency; more than one when it gave one a country. */
  paymentIds: string[];
}

/** The sub-merchants that a case needs at a PSP: one an approval currency, in the order of their codes. */
export function subMerchantsOf(lines: readonly IdLine[], psp: string): SubMerchant[] {
  const own = lines.filter((line) => line.psp === psp);
  return [...new Set(own.map(({ currency }) => currency))].sort().map((currency) => ({
    currency,
    paymentIds: [...new Set(own.flatMap((line) => (line.currency === currency ? (line.paymentId ?? []) : [])))],
  }));
}

/** The other approval currency that an id belongs to already; null when it is free for this one. */
export const currencyHolding = (
  lines: readonly IdLine[],
  { psp, currency, paymentId }: IdLine & { paymentId: string },
): string | null =>
  lines.find((line) => line.psp === psp && line.paymentId === paymentId && line.currency !== currency)?.currency ??
  null;
