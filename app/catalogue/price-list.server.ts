import type { Catalogue } from "#workflows/catalogue/catalogue.ts";
import { ExchangeRates } from "#workflows/proposal/exchange.ts";
import { FeeBook } from "#workflows/proposal/fee-book.ts";
import type { PriceList } from "#workflows/proposal/fees.ts";
import exchangeRates from "./data/exchange-rates.json" with { type: "json" };
import fees from "./data/fees.json" with { type: "json" };

/** The prices as they ship: what the first version in a database is made of. */
export const shippedFees = (): FeeBook => FeeBook.parse(fees);

/** @throws ZodError when the data file does not fit */
export const shippedRates = (): ExchangeRates => ExchangeRates.parse(exchangeRates);

/** Fees, rates and the catalogue's currencies put together: what every price is computed with. */
export function priceList(
  book: { fees: FeeBook; rates: ExchangeRates },
  catalogue: Pick<Catalogue, "currencies">,
): PriceList {
  const digits = new Map(catalogue.currencies.map((currency) => [currency.code, currency.minorUnits]));
  return { ...book, minorUnits: (currency) => digits.get(currency) ?? 2 };
}
