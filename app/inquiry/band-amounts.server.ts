import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { convert, hasRate } from "#workflows/proposal/exchange.ts";
import { money } from "#workflows/proposal/money.ts";
import { type VolumeBandId, volumeBands } from "#workflows/proposal/volume-bands.ts";
import { settlementCurrencies } from "./inquiry.schema.ts";

/** The bands of sales in further currencies, by currency and band: `≈ JPY 1,500만~7,500만`. */
export interface BandAmounts {
  ratesOn: string;
  amounts: { [currency: string]: { [band in VolumeBandId]?: string } };
}

/** Printed with every band already. */
const printed = new Set(["KRW", "USD"]);

/**
 * What each band amounts to in the currencies of settlement, and in the merchant's own, at the exchange rates of the book.
 *
 * @param home the merchant's country, when it has said so; its currency is added
 */
export function bandAmounts({ guide, prices }: Book, home: string | null, lang: Lang): BandAmounts {
  const own = home ? guide.country(home)?.currency : undefined;
  const currencies = [...new Set([...settlementCurrencies, ...(own ? [own] : [])])].filter(
    (currency) => !printed.has(currency) && hasRate(prices.rates, currency),
  );
  const figure = new Intl.NumberFormat(lang === "ko" ? "ko-KR" : "en-GB", {
    notation: "compact",
    compactDisplay: lang === "ko" ? "short" : "long",
    maximumSignificantDigits: 2,
  });
  const said = (usd: number, currency: string): string => {
    const { amountMinor } = convert(money(usd * 100, "USD"), currency, prices.rates, prices.minorUnits);
    return figure.format(amountMinor / 10 ** prices.minorUnits(currency));
  };
  const amounts = Object.fromEntries(
    currencies.map((currency) => [
      currency,
      Object.fromEntries(
        volumeBands.map(({ id, usd: { from, to } }) => [
          id,
          to === null
            ? `≥ ${said(from, currency)}`
            : `${from === 0 ? "0" : said(from, currency)}–${said(to, currency)}`,
        ]),
      ),
    ]),
  );
  return { ratesOn: prices.rates.asOfOn, amounts };
}
