import type { Brand, Catalogue, Country } from "./catalogue.ts";

/** Something with names to be found by. */
export interface Findable {
  id: string;
  /** Every name and alias, in any language and script. */
  names: readonly string[];
}

export interface Found<T> {
  item: T;
  /** Higher is nearer: 4 the whole name, 3 its beginning, 2 inside it, 1 by Korean initials, 0 one letter off. */
  score: number;
}

const HANGUL_BASE = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** Leading consonants: what NFKC makes of the ones on a keyboard. */
const FIRST_INITIAL = 0x1100;

/**
 * Brings what people type and what brands are called to one form: width, case, accents, blanks and punctuation do
 * not count, and katakana is read as hiragana ("メルペイ" and "めるぺい" are the same word).
 */
export function plain(text: string): string {
  const folded = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  // Accents fall off Latin letters only: decomposed Hangul and voiced kana would become other words.
  const bare = Array.from(folded, (letter) => {
    const split = letter.normalize("NFD");
    return /^[a-z]/.test(split) ? split.slice(0, 1) : letter;
  }).join("");
  return bare.replace(/[^\p{Letter}\p{Mark}\p{Number}]/gu, "");
}

/** The initial consonants of Hangul syllables: "잘로페이" is found by "ㅈㄹㅍㅇ". */
function initials(text: string): string {
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code < HANGUL_BASE || code > HANGUL_LAST) return letter;
    return String.fromCharCode(FIRST_INITIAL + Math.floor((code - HANGUL_BASE) / 588));
  }).join("");
}

/** Whether the two words differ by at most one inserted, missing, changed or swapped letter. */
export function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < one.length - start &&
    end < other.length - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  ) {
    end++;
  }
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * Finds by name in any of the languages. Small lists, so it reads all of them; nothing is sent to anybody.
 *
 * @param text what was typed; blank finds nothing
 * @returns nearest first, ties in the order of `items`
 */
export function find<T extends Findable>(items: readonly T[], text: string): Found<T>[] {
  const sought = plain(text);
  if (sought === "") return [];
  const onlyInitials = /^[\u1100-\u1112]+$/.test(sought) && sought.length >= 2;
  return items
    .map((item) => ({
      item,
      score: Math.max(...item.names.map((name) => nearness(plain(name), sought, onlyInitials))),
    }))
    .filter((found) => found.score >= 0)
    .sort((one, other) => other.score - one.score);
}

function nearness(name: string, sought: string, onlyInitials: boolean): number {
  if (name === "") return -1;
  if (name === sought) return 4;
  if (onlyInitials) return initials(name).startsWith(sought) ? 1 : -1;
  if (name.startsWith(sought)) return 3;
  if (name.includes(sought)) return 2;
  // A typing slip is forgiven once the word is long enough to be told from its neighbours.
  return sought.length >= 4 && isOneLetterOff(name, sought) ? 0 : -1;
}

export const brandNames = (brand: Brand): Findable => ({
  id: brand.id,
  names: [brand.name.ko, brand.name.en, ...brand.local, ...brand.aliases],
});

export const countryNames = (country: Country): Findable => ({
  id: country.code,
  names: [country.name.ko, country.name.en, country.local, country.code, ...country.aliases],
});

/** Everything the public guide can be searched for: countries, ways to pay, channels, and method keys. */
export function searchIndex(catalogue: Catalogue): (Findable & { kind: "country" | "brand" | "channel" | "method" })[] {
  return [
    ...catalogue.countries.map((country) => ({ kind: "country" as const, ...countryNames(country) })),
    ...catalogue.brands.map((brand) => ({ kind: "brand" as const, ...brandNames(brand) })),
    ...catalogue.channels.map((channel) => ({
      kind: "channel" as const,
      id: channel.key,
      names: [channel.key, channel.name],
    })),
    ...catalogue.channels.flatMap((channel) =>
      channel.methods.map((method) => ({ kind: "method" as const, id: method.key, names: [method.key] })),
    ),
  ];
}
