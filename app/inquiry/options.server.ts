import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { adviceWords } from "#app/proposal/index.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";
import { localName } from "#workflows/catalogue/sentences.ts";
import { countryCodes } from "#workflows/kyc/countries.ts";
import type { TradeOption } from "./sales-page.tsx";
import type { CountryWays } from "./ways-page.tsx";
import type { CountryOption } from "./where-page.tsx";

const isWish = (brand: { id: string }) => brand.id !== "all-methods";

/** Countries in which something is sold, by region; buyers from anywhere first. */
export function countryOptions({ guide }: Pick<Book, "guide">, lang: Lang): CountryOption[] {
  const countries = guide.catalogue.countries.map(
    ({ code, name, local, region, aliases }): CountryOption => ({
      code,
      name: name[lang],
      region,
      alsoFoundBy: [code, name.ko, name.en, local, ...aliases].join(" "),
      ways: guide.ways(code).filter(({ brand }) => isWish(brand)).length,
    }),
  );
  const anywhere: CountryOption = {
    code: ANYWHERE,
    name: adviceWords[lang].anywhere,
    region: "anywhere",
    alsoFoundBy: "world global worldwide 전세계 해외 全世界",
    ways: guide.ways(ANYWHERE).length,
  };
  return [anywhere, ...countries];
}

/** The ways to pay of the countries asked for, and of no others: the browser never gets the whole catalogue. */
export function waysOf({ guide }: Pick<Book, "guide">, countries: readonly string[], lang: Lang): CountryWays[] {
  return countries.flatMap((country) => {
    const ways = guide.ways(country).filter(({ brand }) => isWish(brand));
    if (ways.length === 0) return [];
    return {
      country,
      name: country === ANYWHERE ? adviceWords[lang].anywhere : (guide.country(country)?.name[lang] ?? country),
      ways: ways.map(({ brand, offers }) => ({
        brand: brand.id,
        name: brand.name[lang],
        local: localName(brand, guide.country(country), brand.name[lang]),
        about: brand.about[lang],
        psps: new Set(offers.map(({ channel }) => channel.key)).size,
      })),
    };
  });
}

export const tradeOptions = ({ restrictions }: Pick<Book, "restrictions">, lang: Lang): TradeOption[] =>
  restrictions.categories.map(({ id, name, keywords }) => ({
    id,
    name: name[lang],
    alsoFoundBy: [name.ko, name.en, ...keywords.ko, ...keywords.en, ...keywords.ja].join(" "),
  }));

/** Every country a merchant can be registered in; Korea first, the rest by name. */
export function homeOptions(lang: Lang): { value: string; label: string }[] {
  const compare = new Intl.Collator(lang).compare;
  const names = new Intl.DisplayNames(lang, { type: "region" });
  const all = countryCodes.map((value) => ({ value, label: names.of(value) ?? value }));
  const rest = all.filter(({ value }) => value !== "KR").sort((one, other) => compare(one.label, other.label));
  return [...all.filter(({ value }) => value === "KR"), ...rest];
}
