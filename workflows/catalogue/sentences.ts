import type { Brand, Catalogue, Channel, Constraint, Country, Lang } from "./catalogue.ts";

const languageNames: Record<string, Record<Lang, string>> = { ja: { ko: "일본어", en: "Japanese" } };

/** What a constraint says, in words: `{country}` and `{language}` become names, numbers get their thousands. */
export function constraintSentence(
  catalogue: Pick<Catalogue, "constraintTags" | "countries">,
  constraint: Constraint,
  lang: Lang,
): string {
  const tag = catalogue.constraintTags.find((candidate) => candidate.tag === constraint.tag);
  if (!tag) return constraint.tag;
  return tag.sentence[lang].replace(/\{(\w+)\}/g, (_, hole: string) => {
    const value = constraint.values?.[hole];
    if (value === undefined) return "";
    if (typeof value === "number") return value.toLocaleString("en-US");
    if (hole === "country") {
      return catalogue.countries.find((country) => country.code === value)?.name[lang] ?? value;
    }
    if (hole === "language") return languageNames[value]?.[lang] ?? value;
    return value;
  });
}

/** The constraints that hold for one method: the channel's own, and those that name the method. */
export const constraintsOf = (channel: Pick<Channel, "constraints">, methodKey: string): Constraint[] =>
  channel.constraints.filter((constraint) => !constraint.methods || constraint.methods.includes(methodKey));

/** Whether a channel carries a tag at all, for one of its methods or for all. */
export const hasTag = (channel: Pick<Channel, "constraints">, tag: string, methodKey?: string): boolean =>
  channel.constraints.some(
    (constraint) =>
      constraint.tag === tag && (!constraint.methods || !methodKey || constraint.methods.includes(methodKey)),
  );

/** What the buyer must enter for one method in one country, most particular rule first; `null` when nobody says. */
export function buyerFieldsOf(
  channel: Pick<Channel, "buyerFields">,
  methodKey: string,
  country?: string,
): string[] | null {
  const { all, byMethod, byCountry } = channel.buyerFields;
  const ofCountry = country === undefined ? undefined : byCountry?.[country];
  const ofMethod = byMethod?.[methodKey];
  if (!all && !ofCountry && !ofMethod) return null;
  return [...new Set([...(ofCountry ?? all ?? []), ...(ofMethod ?? [])])];
}

const scripts: Record<string, RegExp> = {
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]|\p{Script=Han}/u,
  zh: /^[^\p{Script=Hiragana}\p{Script=Katakana}]*\p{Script=Han}/u,
  hi: /\p{Script=Devanagari}/u,
  ko: /\p{Script=Hangul}/u,
};

/** What a brand is called in a country's own script, where we know it and it differs from the name shown; else nothing. */
export function localName(
  brand: Pick<Brand, "name" | "local">,
  country: Pick<Country, "languages"> | undefined,
  shown: string,
): string {
  const languages = country?.languages.map((language) => language.split("-")[0] ?? language) ?? [];
  const fits = (name: string) =>
    languages.some(
      (language) =>
        scripts[language]?.test(name) ??
        (language === "vi" && /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹíĩáàãéèìóòõúùũý]/i.test(name)),
    );
  return brand.local.find((name) => name !== shown && fits(name)) ?? "";
}
