import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CatalogueProblem } from "../catalogue/problems.ts";
import type { ExchangeRates } from "./exchange.ts";
import type { FeeBook } from "./fee-book.ts";
import type { OpeningTimes } from "./opening-times.ts";
import type { RestrictionBook } from "./restrictions.ts";

/** Something in a book of prices, times or restrictions that does not hold together, or names what the catalogue does not know. */
export interface BookProblem {
  at: string;
  problem: CatalogueProblem["problem"] | "unknownList" | "missingRate" | "backwards";
  word: string;
}

interface Known {
  channels: ReadonlySet<string>;
  methods: ReadonlySet<string>;
  brands: ReadonlySet<string>;
}

const knownOf = ({ channels, brands }: Catalogue): Known => ({
  channels: new Set(channels.map(({ key }) => key)),
  methods: new Set(channels.flatMap(({ methods }) => methods.map(({ key }) => key))),
  brands: new Set(brands.map(({ id }) => id)),
});

const twice = (at: string, names: readonly string[]): BookProblem[] =>
  names.flatMap((word, place) => (names.indexOf(word) < place ? { at, problem: "duplicate", word } : []));
const unknown = (
  at: string,
  names: readonly string[] | undefined,
  known: ReadonlySet<string>,
  problem: BookProblem["problem"],
): BookProblem[] => (names ?? []).flatMap((word) => (known.has(word) ? [] : { at, problem, word }));

/** Prices of channels, methods and ways to pay that exist, each channel once, no range that runs backwards. */
export function feeProblems(book: FeeBook, catalogue: Catalogue): BookProblem[] {
  const { channels, methods, brands } = knownOf(catalogue);
  return [
    ...twice(
      "channels",
      book.channels.map(({ channel }) => channel),
    ),
    ...book.channels.flatMap(({ channel, rates, setup }) => [
      ...unknown(channel, [channel], channels, "unknownChannel"),
      ...setup.flatMap((fee) => unknown(`${channel}/setup`, fee.brands, brands, "unknownBrand")),
      ...rates.flatMap((rate, place): BookProblem[] => {
        const at = `${channel}/rates/${place + 1}`;
        const range = "ratePpm" in rate ? (rate.lowestPpm ?? 0) > rate.ratePpm : false;
        return [
          ...unknown(at, rate.brands, brands, "unknownBrand"),
          ...unknown(at, rate.methods, methods, "unknownMethod"),
          ...(range ? [{ at, problem: "backwards" as const, word: channel }] : []),
        ];
      }),
    ]),
  ];
}

/** Every country can be priced in its own currency. */
export const rateProblems = ({ perUsdMicros }: ExchangeRates, { countries }: Catalogue): BookProblem[] =>
  [...new Set(countries.map(({ currency }) => currency))].flatMap((word) =>
    perUsdMicros[word] === undefined ? { at: "perUsdMicros", problem: "missingRate", word } : [],
  );

/** Lists of PSPs that exist, trades that speak of lists that exist. */
export function restrictionProblems(book: RestrictionBook, catalogue: Catalogue): BookProblem[] {
  const { channels, methods } = knownOf(catalogue);
  const lists = new Set(book.lists.map(({ list }) => list));
  return [
    ...twice(
      "lists",
      book.lists.map(({ list }) => list),
    ),
    ...twice(
      "categories",
      book.categories.map(({ id }) => id),
    ),
    ...book.lists.flatMap((list) => [
      ...unknown(`lists/${list.list}`, list.channels, channels, "unknownChannel"),
      ...unknown(`lists/${list.list}`, list.onlyMethods, methods, "unknownMethod"),
      ...unknown(`lists/${list.list}`, list.exceptMethods, methods, "unknownMethod"),
    ]),
    ...book.categories.flatMap(({ id, rules }) =>
      unknown(
        `categories/${id}`,
        rules.map(({ list }) => list),
        lists,
        "unknownList",
      ),
    ),
  ];
}

/** Times of channels that exist, none that ends before it begins. */
export function openingProblems(times: OpeningTimes, catalogue: Catalogue): BookProblem[] {
  const { channels } = knownOf(catalogue);
  return [
    ...twice(
      "channels",
      times.channels.map(({ channel }) => channel),
    ),
    ...[{ channel: "usual", days: times.usual.days }, ...times.channels].flatMap(({ channel, days }) => [
      ...(channel === "usual" ? [] : unknown(channel, [channel], channels, "unknownChannel")),
      ...days.flatMap(({ step, from, to }): BookProblem[] =>
        from > to ? [{ at: channel, problem: "backwards", word: step }] : [],
      ),
    ]),
  ];
}
