import { z } from "zod";

/** An amount in the currency's smallest unit (ISO 4217): USD 10.50 is 1050, KRW 1,000 is 1000. */
export const Money = z.object({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof Money>;

export const money = (amountMinor: number, currency: string): Money => ({ amountMinor, currency });

const MILLION = 1_000_000n;

/**
 * `amount × numerator ÷ denominator` without leaving the integers, halves rounded away from zero.
 *
 * @throws RangeError when the result does not fit a safe integer: money is never silently wrong
 */
export function mulDiv(amount: number, numerator: number | bigint, denominator: number | bigint): number {
  const top = BigInt(amount) * BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom <= 0n) throw new RangeError("denominator must be positive");
  const half = bottom / 2n;
  const rounded = top >= 0n ? (top + half) / bottom : -((-top + half) / bottom);
  const result = Number(rounded);
  if (!Number.isSafeInteger(result)) throw new RangeError("amount too large");
  return result;
}

/** A share in parts per million (0.5 % is 5,000) of an amount in minor units, rounded half away from zero. */
export const shareOf = (amountMinor: number, ppm: number): number => mulDiv(amountMinor, ppm, MILLION);

/** Rates stand as parts per million: `"0.5"`, `"4.8"` for people. */
export const percentText = (ppm: number): string => String(ppm / 10_000);
