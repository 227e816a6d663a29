import type { Lang } from "../../i18n/words.ts";

/** Decimal places of the minor unit, ISO 4217 amendment 176; currencies not listed have two. */
const places: Record<string, number> = Object.fromEntries([
  ...[
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
  ].map((code) => [code, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3] as const),
]);

/** @param currency ISO 4217, upper case */
export const decimalPlaces = (currency: string): number => places[currency] ?? 2;

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * An amount as people read it: `1,234.50 USD` is `USD 1,234.50`, won are `100,000원` in Korean.
 * Codes rather than signs: `$` is a question among Singapore, Taiwan and the United States.
 *
 * @param amountMinor integer minor units (cents, won); a bigint where a number would lose digits
 */
export function formatMoney(amountMinor: number | bigint, currency: string, lang: Lang): string {
  const minor = BigInt(amountMinor);
  const decimals = decimalPlaces(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - decimals));
  const amount = `${minor < 0n ? "−" : ""}${whole}${decimals ? `.${digits.slice(-decimals)}` : ""}`;
  return currency === "KRW" && lang === "ko" ? `${amount}원` : `${currency} ${amount}`;
}

/**
 * What a person typed into a money field, in minor units.
 *
 * @returns null when it is no amount of this currency: letters, a sign, more decimals than there are
 */
export function parseMoney(text: string, currency: string): number | null {
  const plain = text.replace(/[,\s]/g, "");
  const decimals = decimalPlaces(currency);
  const found = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!found || (found[2] ?? "").length > decimals) return null;
  const minor = Number(`${found[1]}${(found[2] ?? "").padEnd(decimals, "0")}`);
  return Number.isSafeInteger(minor) ? minor : null;
}
