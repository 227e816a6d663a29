import type { Catalogue, Channel, Method } from "./catalogue.ts";

/** Something in a catalogue that does not hold together: where, what is wrong, and the word it is about. */
export interface CatalogueProblem {
  /** A path a person can follow: `ZALOPAY`, `ZALOPAY/ZALOPAY_WALLET`, `brands/zalopay`. */
  at: string;
  problem:
    | "duplicate"
    | "differsOnlyInCase"
    | "unknownCountry"
    | "unknownCurrency"
    | "unknownBrand"
    | "unknownTag"
    | "unknownMethod"
    | "unknownChannel"
    | "unknownBuyerField"
    | "missingValue"
    | "brandNeverUsed"
    | "countryNotOnChannel";
  word: string;
}

/**
 * Checks everything a schema cannot: that keys are unique (case-exactly), that every reference resolves, that each
 * sentence with holes gets its values. An import with a problem is not published.
 *
 * @returns problems in the order of the catalogue; empty when it holds together
 */
export function catalogueProblems(catalogue: Catalogue): CatalogueProblem[] {
  const found: CatalogueProblem[] = [];
  const say = (problem: CatalogueProblem["problem"], at: string, word: string) => found.push({ at, problem, word });

  const countries = new Set(catalogue.countries.map((country) => country.code));
  const currencies = new Set(catalogue.currencies.map((currency) => currency.code));
  const brands = new Set(catalogue.brands.map((brand) => brand.id));
  const fields = new Set(catalogue.buyerFields.map((field) => field.field));
  const tags = new Map(catalogue.constraintTags.map((tag) => [tag.tag, tag]));
  const channels = new Set(catalogue.channels.map((channel) => channel.key));

  const needCountries = (at: string, codes: readonly string[]) => {
    for (const code of codes) if (!countries.has(code)) say("unknownCountry", at, code);
  };
  const needCurrencies = (at: string, codes: readonly string[] | null) => {
    for (const code of codes ?? []) if (!currencies.has(code)) say("unknownCurrency", at, code);
  };
  const needFields = (at: string, names: readonly string[] | null) => {
    for (const name of names ?? []) if (!fields.has(name)) say("unknownBuyerField", at, name);
  };

  for (const [at, names] of [
    ["countries", catalogue.countries.map((country) => country.code)],
    ["currencies", catalogue.currencies.map((currency) => currency.code)],
    ["brands", catalogue.brands.map((brand) => brand.id)],
    ["constraintTags", catalogue.constraintTags.map((tag) => tag.tag)],
    ["buyerFields", catalogue.buyerFields.map((field) => field.field)],
    ["channels", catalogue.channels.map((channel) => channel.key)],
    ["methods", catalogue.channels.flatMap((channel) => channel.methods.map((method) => method.key))],
  ] as const) {
    const seen = new Map<string, string>();
    for (const name of names) {
      const earlier = seen.get(name.toLowerCase());
      if (earlier !== undefined) say(earlier === name ? "duplicate" : "differsOnlyInCase", at, name);
      seen.set(name.toLowerCase(), name);
    }
  }

  for (const country of catalogue.countries) {
    needCurrencies(country.code, [country.currency]);
    for (const key of country.indexOnlyChannels) if (!channels.has(key)) say("unknownChannel", country.code, key);
  }
  for (const brand of catalogue.brands) needCountries(`brands/${brand.id}`, brand.home ?? []);

  const usedBrands = new Set<string>();
  const checkMethod = (channel: Channel, method: Method) => {
    const at = `${channel.key}/${method.key}`;
    needCountries(at, method.countries);
    needCurrencies(at, method.currencies);
    for (const code of method.countries) if (!channel.countries.includes(code)) say("countryNotOnChannel", at, code);
    for (const brand of method.brands) {
      usedBrands.add(brand);
      if (!brands.has(brand)) say("unknownBrand", at, brand);
    }
  };
  const checkConstraints = (channel: Channel) => {
    const own = new Set(channel.methods.map((method) => method.key));
    for (const constraint of channel.constraints) {
      const tag = tags.get(constraint.tag);
      if (!tag) say("unknownTag", channel.key, constraint.tag);
      for (const key of constraint.methods ?? []) if (!own.has(key)) say("unknownMethod", channel.key, key);
      for (const hole of holesOf(tag?.sentence.ko, tag?.sentence.en)) {
        if (constraint.values?.[hole] === undefined) say("missingValue", `${channel.key}/${constraint.tag}`, hole);
      }
    }
  };
  for (const channel of catalogue.channels) {
    needCountries(channel.key, channel.countries);
    needCurrencies(channel.key, channel.currencies);
    for (const method of channel.methods) checkMethod(channel, method);
    checkConstraints(channel);
    needFields(channel.key, channel.buyerFields.all);
    for (const [code, names] of Object.entries(channel.buyerFields.byCountry ?? {})) {
      needCountries(channel.key, [code]);
      needFields(channel.key, names);
    }
    const own = new Set(channel.methods.map((method) => method.key));
    for (const [key, names] of Object.entries(channel.buyerFields.byMethod ?? {})) {
      if (!own.has(key)) say("unknownMethod", channel.key, key);
      needFields(channel.key, names);
    }
  }
  for (const brand of catalogue.brands) if (!usedBrands.has(brand.id)) say("brandNeverUsed", "brands", brand.id);
  return found;
}

/** The names between braces in any of the texts. */
export const holesOf = (...texts: (string | undefined)[]): Set<string> =>
  new Set(texts.flatMap((text) => Array.from((text ?? "").matchAll(/\{(\w+)\}/g), (match) => match[1] ?? "")));
