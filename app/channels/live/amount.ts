import { minorUnits } from "#workflows/channel/minor-units.ts";

/** Currencies in which PSPs take nothing as small as one unit; in minor units. */
const smallest: Record<string, number> = {
  VND: 10_000,
  IDR: 1_000_000,
  KRW: 1_000,
  JPY: 100,
  CLP: 1_000,
  COP: 500_000,
  HUF: 30_000,
  TWD: 3_000,
  THB: 2_000,
  PHP: 5_000,
  INR: 5_000,
};

/** The small real payment before an opening, in minor units: large enough to be taken, small enough to be lent for a minute. */
export const smallAmount = (currency: string): number => smallest[currency] ?? 10 ** minorUnits(currency);
