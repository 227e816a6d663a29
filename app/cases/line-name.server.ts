import type { Lang } from "#app/i18n/words.ts";

const displayNames = new Map<Lang, Intl.DisplayNames>();

/**
 * A country in the language of the page. On the server only: browsers call some countries differently, and what was
 * rendered must not change when scripts arrive.
 */
export function countryName(code: string, lang: Lang): string {
  if (code === "GLOBAL") return lang === "ko" ? "전 세계" : "Worldwide";
  let names = displayNames.get(lang);
  if (!names) {
    names = new Intl.DisplayNames(lang, { type: "region" });
    displayNames.set(lang, names);
  }
  return names.of(code) ?? code;
}

/** `ZaloPay · Vietnam · VND`. */
export const lineName = (line: { channel: string; country: string; currency: string }, lang: Lang): string =>
  `${line.channel} · ${countryName(line.country, lang)} · ${line.currency}`;
