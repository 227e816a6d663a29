// Not asked of `Intl`: its data says how people write, not what ISO 4217 says (Colombian pesos come out without cents).
const withoutDecimals = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
const withThree = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/**
 * Decimal places of a currency's minor unit, ISO 4217.
 *
 * @param currency upper case
 */
export const minorUnits = (currency: string): number =>
  withoutDecimals.has(currency) ? 0 : withThree.has(currency) ? 3 : 2;

/** An amount as it is written on the wire, in major units: 1050 US cents are `10.5`, 4000 dong are `4000`. */
export function majorUnits(amountMinor: number, currency: string): number {
  const digits = String(amountMinor).padStart(minorUnits(currency) + 1, "0");
  const point = digits.length - minorUnits(currency);
  // By text, not by division: 0.07 and its like come out as they are written.
  return Number(`${digits.slice(0, point)}.${digits.slice(point) || "0"}`);
}

/**
 * The other way round.
 *
 * @returns null when it is no positive amount of that currency: more decimals than it has, or too large to be exact
 */
export function fromMajorUnits(amount: unknown, currency: string): number | null {
  const text = typeof amount === "number" ? String(amount) : typeof amount === "string" ? amount.trim() : "";
  const found = /^(\d{1,15})(?:\.(\d+))?$/.exec(text);
  const decimals = minorUnits(currency);
  const fraction = (found?.[2] ?? "").replace(/0+$/, "");
  if (!found || fraction.length > decimals) return null;
  const minor = Number(found[1] + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) && minor > 0 ? minor : null;
}
