import { minorUnits } from "#workflows/channel/minor-units.ts";

/** Currencies whose unit is worth so little that a few hundred of them buy nothing: what a coffee costs, in minor units. */
const coffees: Record<string, number> = {
  VND: 50_000,
  IDR: 5_000_000,
  KRW: 5_000,
  JPY: 500,
  CLP: 3_000,
  COP: 1_200_000,
  HUF: 150_000,
  KHR: 1_200_000,
  LAK: 5_000_000,
  MMK: 800_000,
  PYG: 25_000,
  UGX: 12_000,
  UZS: 4_000_000,
};

/** A small, ordinary amount to test with, in minor units. */
export const sampleAmount = (currency: string): number =>
  coffees[currency] ?? (minorUnits(currency) === 0 ? 500 : 1_050);
