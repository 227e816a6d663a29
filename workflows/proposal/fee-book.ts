import { z } from "zod";
import { Money } from "./money.ts";

const Ppm = z.int().min(0).max(1_000_000);
/** A rate of a payment: beyond 30 % it is a slip of the keyboard, here as in a quote. */
const RatePpm = z.int().min(0).max(300_000);

/** What a price holds for. All that is named must fit; the first rate of a channel that fits counts. */
const Scope = z.object({
  brands: z.array(z.string()).min(1).optional(),
  methods: z.array(z.string()).min(1).optional(),
  goods: z.enum(["physical", "digital"]).optional(),
  platform: z.literal("shopify").optional(),
  /** Average ticket at least, or below, this. */
  ticketFrom: Money.optional(),
  ticketBelow: Money.optional(),
});

export const Rate = z.union([
  Scope.extend({
    ratePpm: RatePpm,
    /** The PSP publishes a range and `ratePpm` is its upper end. */
    lowestPpm: RatePpm.optional(),
    /** A payment, on top of the rate. */
    fixed: Money.optional(),
    /** A payment, at least. */
    minimum: Money.optional(),
  }),
  // The PSP prices each merchant by itself.
  Scope.extend({ isIndividual: z.literal(true) }),
]);
export type Rate = z.infer<typeof Rate>;

/** When money sold reaches the merchant. */
export const Settlement = z.discriminatedUnion("cycle", [
  /** Paid on `weekday` (0 Sunday) for the Sunday-to-Saturday week that closed `closedWeeks` weeks before. */
  z.object({ cycle: z.literal("weekly"), weekday: z.int().min(0).max(6), closedWeeks: z.int().min(0) }),
  /** `null`: the source does not say how long after the period's end. */
  z.object({ cycle: z.literal("timesAMonth"), times: z.int().min(1).max(6), lagDays: z.int().min(0).nullable() }),
  z.object({ cycle: z.literal("weekThenDays"), days: z.int().positive() }),
  z.object({ cycle: z.literal("days"), days: z.int().min(0) }),
  z.object({ cycle: z.literal("onDemand") }),
  z.object({ cycle: z.literal("byPsp") }),
]);
export type Settlement = z.infer<typeof Settlement>;

export const Reserve = z.object({ ratePpm: Ppm, days: z.int().positive() });
export type Reserve = z.infer<typeof Reserve>;

export const ChannelFees = z.object({
  channel: z.string(),
  /** Once, at the beginning; where brands are named, only when one of them is taken. */
  setup: z.array(z.object({ amount: Money, brands: z.array(z.string()).min(1).optional() })),
  yearly: Money.nullable(),
  monthly: Money.nullable(),
  /** Empty: no rate is published, "rate by PSP". */
  rates: z.array(Rate),
  settlement: Settlement,
  settlementCurrencies: z.array(z.string()).nullable(),
  reserve: Reserve.nullable(),
  /** A foreign-currency payout. */
  transferFee: Money.nullable(),
  /** Wants a guarantee insurance (보증보험); how often it pays a month decides the sum that has to be insured. */
  insurance: z.enum(["daily", "four", "two", "one"]).optional(),
});
export type ChannelFees = z.infer<typeof ChannelFees>;

const AggregatorFee = z.object({ ratePpm: Ppm, minimum: Money });

/** All prices of one day. Every one of them is without VAT and indicative. */
export const FeeBook = z.object({
  isIndicative: z.literal(true),
  vatPpm: Ppm,
  /** Our own fee a month, by track: of all volume, and at least the minimum. */
  aggregator: z.object({ crossBorder: AggregatorFee.nullable(), generalOverseas: AggregatorFee.nullable() }),
  /** Stands in for an unpublished rate where bundles are compared. Never shown as a price. */
  comparisonPpm: Ppm,
  channels: z.array(ChannelFees),
  insurance: z.object({
    premiumPpm: Ppm,
    multiples: z.array(
      z.object({ timesAMonth: z.enum(["daily", "four", "two", "one"]), multiple: z.int().positive() }),
    ),
  }),
  koreanPgs: z.array(
    z.object({
      pg: z.string(),
      name: z.object({ ko: z.string(), en: z.string() }),
      joinFee: Money,
      cardPpm: z.object({ general: Ppm, small: Ppm, medium1: Ppm, medium2: Ppm, medium3: Ppm }),
      recurringPpm: Ppm.nullable(),
      overseasCardPpm: Ppm.nullable(),
    }),
  ),
});
export type FeeBook = z.infer<typeof FeeBook>;
