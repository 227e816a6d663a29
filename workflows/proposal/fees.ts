import type { ExchangeRates, MinorUnits } from "./exchange.ts";
import { convert } from "./exchange.ts";
import type { ChannelFees, FeeBook, Rate } from "./fee-book.ts";
import { type Money, money, mulDiv, shareOf } from "./money.ts";

export type TrackName = "crossBorder" | "generalOverseas";

/** What a price depends on beside the volume. */
export interface Terms {
  goods: "physical" | "digital" | "both" | null;
  platform: string | null;
  /** Average ticket, in any currency that has a rate; `null` when the merchant did not say. */
  ticket: Money | null;
}

/** What everything is priced with: one version each. */
export interface PriceList {
  fees: FeeBook;
  rates: ExchangeRates;
  minorUnits: MinorUnits;
}

/** One line of a bundle: this much is expected to come in through that method. */
export interface PricedVolume {
  channel: string;
  method: string;
  brands: readonly string[];
  /** A month, US cents. */
  volumeUsdMinor: number;
}

export type Price =
  | { kind: "published"; ratePpm: number; lowestPpm: number | null; fixed: Money | null; minimum: Money | null }
  | { kind: "individual" }
  | { kind: "byPsp" };

/**
 * The rate in force for one method. Digital goods count when anything digital is sold: the dearer table is the honest
 * one. Where a rate depends on a ticket nobody stated, the one for ordinary tickets is used.
 */
export function priceOf(
  list: PriceList,
  line: Pick<PricedVolume, "channel" | "method" | "brands">,
  terms: Terms,
): Price {
  const entry = feesOf(list.fees, line.channel);
  const rate = entry?.rates.find((candidate) => fits(list, candidate, line, terms));
  if (!rate) return { kind: "byPsp" };
  if ("isIndividual" in rate) return { kind: "individual" };
  return {
    kind: "published",
    ratePpm: rate.ratePpm,
    lowestPpm: rate.lowestPpm ?? null,
    fixed: rate.fixed ?? null,
    minimum: rate.minimum ?? null,
  };
}

export const feesOf = (fees: FeeBook, channel: string): ChannelFees | undefined =>
  fees.channels.find((entry) => entry.channel === channel);

function fits(list: PriceList, rate: Rate, line: Pick<PricedVolume, "method" | "brands">, terms: Terms): boolean {
  if (rate.brands && !rate.brands.some((brand) => line.brands.includes(brand))) return false;
  if (rate.methods && !rate.methods.includes(line.method)) return false;
  if (rate.goods && rate.goods !== (terms.goods === "physical" || terms.goods === null ? "physical" : "digital")) {
    return false;
  }
  if (rate.platform && rate.platform !== terms.platform) return false;
  const ticketUsd = terms.ticket ? convert(terms.ticket, "USD", list.rates, list.minorUnits).amountMinor : null;
  if (rate.ticketFrom && ticketUsd !== null && ticketUsd < inUsd(list, rate.ticketFrom)) return false;
  if (rate.ticketBelow && (ticketUsd === null || ticketUsd >= inUsd(list, rate.ticketBelow))) return false;
  return true;
}

export const inUsd = (list: PriceList, amount: Money): number =>
  convert(amount, "USD", list.rates, list.minorUnits).amountMinor;

/** A row of the fee table. Amounts are a month's, in US cents, without VAT; `null` is "rate by PSP". */
export interface FeeLine {
  kind: "rate" | "perPayment" | "pspMonthly" | "pspYearly" | "insurance" | "aggregator" | "setup";
  channel: string | null;
  method: string | null;
  volumeUsdMinor: number | null;
  ratePpm: number | null;
  lowestPpm: number | null;
  /** The price in its own currency, where it is a sum: a set-up fee, a yearly fee. */
  own: Money | null;
  amountUsdMinor: number | null;
  /** Why there is no amount, or how it came to be. */
  note: "byPsp" | "individual" | "ticketUnknown" | "minimumApplies" | "once" | "yearlyTwelfth" | "insured" | null;
}

export interface MonthlyCost {
  volumeUsdMinor: number;
  lines: FeeLine[];
  /** What is known of the month, without the set-up. */
  knownUsdMinor: number;
  vatUsdMinor: number;
  totalUsdMinor: number;
  /** Volume for which no rate is published: its cost is missing from the total, and said to be. */
  unpricedVolumeUsdMinor: number;
  /** Once, at the beginning; not part of the month. */
  setupUsdMinor: number;
}

/** Our own fee: a share of the volume, and at least the minimum. `null` on a track without one. */
export function aggregatorFee(list: PriceList, track: TrackName, volumeUsdMinor: number): FeeLine | null {
  const terms = list.fees.aggregator[track];
  if (!terms) return null;
  const share = shareOf(volumeUsdMinor, terms.ratePpm);
  const minimum = inUsd(list, terms.minimum);
  return {
    ...emptyLine,
    kind: "aggregator",
    volumeUsdMinor,
    ratePpm: terms.ratePpm,
    own: money(Math.max(share, minimum), "USD"),
    amountUsdMinor: Math.max(share, minimum),
    note: share < minimum ? "minimumApplies" : null,
  };
}

const emptyLine: Omit<FeeLine, "kind"> = {
  channel: null,
  method: null,
  volumeUsdMinor: null,
  ratePpm: null,
  lowestPpm: null,
  own: null,
  amountUsdMinor: null,
  note: null,
};

/** What a bundle costs in a month at the given volumes. Only what is published is added up. */
export function monthlyCost(
  list: PriceList,
  track: TrackName,
  volumes: readonly PricedVolume[],
  terms: Terms,
): MonthlyCost {
  const channels = [...new Set(volumes.map((line) => line.channel))];
  const volumeUsdMinor = volumes.reduce((sum, line) => sum + line.volumeUsdMinor, 0);
  const own = aggregatorFee(list, track, volumeUsdMinor);
  const lines = [
    ...volumes.flatMap((line) => linesOfVolume(list, line, terms)),
    ...channels.flatMap((channel) => linesOfChannel(list, channel, volumes)),
    ...(own && volumes.length > 0 ? [own] : []),
  ];
  const monthly = lines.filter((line) => line.kind !== "setup");
  const knownUsdMinor = sum(monthly);
  const vatUsdMinor = vatOf(list, lines);
  return {
    volumeUsdMinor,
    lines,
    knownUsdMinor,
    vatUsdMinor,
    totalUsdMinor: knownUsdMinor + vatUsdMinor,
    unpricedVolumeUsdMinor: lines
      .filter((line) => line.kind === "rate" && line.amountUsdMinor === null)
      .reduce((total, line) => total + (line.volumeUsdMinor ?? 0), 0),
    setupUsdMinor: sum(lines.filter((line) => line.kind === "setup")),
  };
}

const sum = (lines: readonly FeeLine[]): number => lines.reduce((total, line) => total + (line.amountUsdMinor ?? 0), 0);

/** VAT on a month's fees. An insurance premium carries none, and a set-up is no part of the month. */
export const vatOf = (list: PriceList, lines: readonly FeeLine[]): number =>
  shareOf(sum(lines.filter(({ kind }) => kind !== "setup" && kind !== "insurance")), list.fees.vatPpm);

function linesOfVolume(list: PriceList, line: PricedVolume, terms: Terms): FeeLine[] {
  const { channel, method, volumeUsdMinor } = line;
  const price = priceOf(list, line, terms);
  const base = { ...emptyLine, channel, method, volumeUsdMinor };
  if (price.kind !== "published") return [{ ...base, kind: "rate", note: price.kind }];
  const rate: FeeLine = {
    ...base,
    kind: "rate",
    ratePpm: price.ratePpm,
    lowestPpm: price.lowestPpm,
    amountUsdMinor: shareOf(volumeUsdMinor, price.ratePpm),
  };
  if (!price.fixed && !price.minimum) return [rate];
  const ticketUsd = terms.ticket ? inUsd(list, terms.ticket) : null;
  if (ticketUsd === null || ticketUsd <= 0) {
    const own = price.fixed ?? price.minimum;
    return [rate, { ...base, kind: "perPayment", own, note: "ticketUnknown" }];
  }
  if (price.fixed) {
    const amountUsdMinor = mulDiv(volumeUsdMinor, inUsd(list, price.fixed), ticketUsd);
    return [rate, { ...base, kind: "perPayment", own: price.fixed, amountUsdMinor }];
  }
  // A minimum a payment only matters where the rate of one average payment stays below it.
  const least = price.minimum ? inUsd(list, price.minimum) : 0;
  if (shareOf(ticketUsd, price.ratePpm) >= least) return [rate];
  return [
    { ...rate, amountUsdMinor: mulDiv(volumeUsdMinor, least, ticketUsd), own: price.minimum, note: "minimumApplies" },
  ];
}

function linesOfChannel(list: PriceList, channel: string, volumes: readonly PricedVolume[]): FeeLine[] {
  const entry = feesOf(list.fees, channel);
  if (!entry) return [];
  const taken = new Set(volumes.filter((line) => line.channel === channel).flatMap((line) => line.brands));
  const lines: FeeLine[] = [];
  for (const { amount, brands } of entry.setup) {
    if (brands && !brands.some((brand) => taken.has(brand))) continue;
    lines.push({
      ...emptyLine,
      kind: "setup",
      channel,
      own: amount,
      amountUsdMinor: inUsd(list, amount),
      note: "once",
    });
  }
  if (entry.yearly) {
    const amountUsdMinor = mulDiv(inUsd(list, entry.yearly), 1, 12);
    lines.push({ ...emptyLine, kind: "pspYearly", channel, own: entry.yearly, amountUsdMinor, note: "yearlyTwelfth" });
  }
  if (entry.monthly) {
    const amountUsdMinor = inUsd(list, entry.monthly);
    lines.push({ ...emptyLine, kind: "pspMonthly", channel, own: entry.monthly, amountUsdMinor });
  }
  if (entry.insurance) {
    const limit = volumes
      .filter((line) => line.channel === channel)
      .reduce((all, line) => all + line.volumeUsdMinor, 0);
    const { insuredMinor, premiumMinor } = insurancePremium(list.fees, limit, entry.insurance);
    lines.push({
      ...emptyLine,
      kind: "insurance",
      channel,
      own: money(insuredMinor, "USD"),
      amountUsdMinor: mulDiv(premiumMinor, 1, 12),
      note: "insured",
    });
  }
  return lines;
}

/** Held back in the long run: the rate of everything sold in the last `days`. Half-up, minor units in and out. */
export const heldReserve = (reserve: { ratePpm: number; days: number }, monthlyMinor: number): number =>
  mulDiv(monthlyMinor, BigInt(reserve.ratePpm) * BigInt(reserve.days), 30n * 1_000_000n);

/**
 * A year's premium of a guarantee insurance that allows the given settlements a month.
 *
 * @param limitMinor what the PG shall pay out in a month; the insured sum is that divided by the cycle's multiple
 */
export function insurancePremium(
  fees: Pick<FeeBook, "insurance">,
  limitMinor: number,
  timesAMonth: "daily" | "four" | "two" | "one",
): { insuredMinor: number; premiumMinor: number } {
  const multiple = fees.insurance.multiples.find((entry) => entry.timesAMonth === timesAMonth)?.multiple ?? 1;
  const insuredMinor = Math.ceil(limitMinor / multiple);
  return { insuredMinor, premiumMinor: shareOf(insuredMinor, fees.insurance.premiumPpm) };
}
