import { guideOf } from "#workflows/catalogue/coverage.ts";
import type { AdviceBook } from "#workflows/proposal/eligibility.ts";
import { OpeningTimes } from "#workflows/proposal/opening-times.ts";
import { RestrictionBook } from "#workflows/proposal/restrictions.ts";
import { shippedCatalogue } from "./book.server.ts";
import openingTimes from "./data/opening-times.json" with { type: "json" };
import restrictedIndustries from "./data/restricted-industries.json" with { type: "json" };
import { priceList, shippedFees, shippedRates } from "./price-list.server.ts";

export const shippedRestrictions = (): RestrictionBook => RestrictionBook.parse(restrictedIndustries);
export const shippedOpeningTimes = (): OpeningTimes => OpeningTimes.parse(openingTimes);

/** All advice rests on, as it ships: for the first versions in a database, for tests and benchmarks. */
export function shippedAdviceBook(): AdviceBook {
  const catalogue = shippedCatalogue();
  return {
    guide: guideOf(catalogue),
    prices: priceList({ fees: shippedFees(), rates: shippedRates() }, catalogue),
    restrictions: shippedRestrictions(),
    opening: shippedOpeningTimes(),
  };
}
