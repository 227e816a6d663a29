import { z } from "zod";
import { type Money, money, mulDiv } from "./money.ts";

/** One day's exchange rates, always marked indicative: proposals are estimates, settlement has the PSP's rate. */
export const ExchangeRates = z.object({
  isIndicative: z.literal(true),
  asOfOn: z.iso.date(),
  base: z.literal("USD"),
  /** Millionths of a currency unit that one US dollar buys: KRW 1,380 is 1,380,000,000. */
  perUsdMicros: z.record(z.string().regex(/^[A-Z]{3}$/), z.int().positive()),
});
export type ExchangeRates = z.infer<typeof ExchangeRates>;

/** Digits after the point, by ISO 4217 code. */
export type MinorUnits = (currency: string) => number;

/**
 * Turns an amount into another currency at indicative rates, rounded once.
 *
 * @throws RangeError when either currency has no rate: an amount is never guessed
 */
export function convert(amount: Money, to: string, rates: ExchangeRates, minorUnits: MinorUnits): Money {
  if (amount.currency === to) return amount;
  const from = rates.perUsdMicros[amount.currency];
  const into = rates.perUsdMicros[to];
  if (from === undefined || into === undefined) throw new RangeError(`no rate from ${amount.currency} to ${to}`);
  const shift = minorUnits(to) - minorUnits(amount.currency);
  const up = 10n ** BigInt(Math.max(shift, 0));
  const down = 10n ** BigInt(Math.max(-shift, 0));
  return money(mulDiv(amount.amountMinor, BigInt(into) * up, BigInt(from) * down), to);
}

export const hasRate = (rates: ExchangeRates, currency: string): boolean => rates.perUsdMicros[currency] !== undefined;
