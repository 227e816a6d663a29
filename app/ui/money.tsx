import { useLang } from "../i18n/use-words.ts";
import { formatMoney } from "./format/money.ts";

/** An amount from integer minor units: `<Money amountMinor={123450} currency="USD" />` is `USD 1,234.50`. */
export function Money({ amountMinor, currency }: { amountMinor: number | bigint; currency: string }) {
  return <span className="num whitespace-nowrap">{formatMoney(amountMinor, currency, useLang())}</span>;
}
