/** Words of one idea, per language; each is a piece of a regular expression in the normalised, lower-case form. */
export interface Words {
  ko?: string[];
  en?: string[];
  ja?: string[];
  vi?: string[];
  th?: string[];
  id?: string[];
  zh?: string[];
}

const LATIN = /\p{Script=Latin}/u;

/**
 * One expression for an idea in all languages at once: a shop's declared language is wrong too often to choose by it.
 *
 * Latin-script words are whole words; one that may go on (`deliver~`) ends in `~`. Scripts that write no gaps match
 * anywhere.
 */
export function idea(words: Words): RegExp {
  return new RegExp(`(?:${Object.values(words).flat().map(whole).join("|")})`, "u");
}

function whole(word: string): string {
  const open = word.endsWith("~");
  const bare = (open ? word.slice(0, -1) : word).normalize("NFKC").toLowerCase();
  const first = bare.replace(/^[\\(?:[]+/, "")[0] ?? "";
  const last = bare.replace(/[)\]?+*]+$/, "").at(-1) ?? "";
  const before = LATIN.test(first) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = !open && LATIN.test(last) ? "(?![\\p{L}\\p{N}])" : "";
  return `${before}(?:${bare})${after}`;
}

/** Any of several ideas. */
export const either = (...ideas: RegExp[]): RegExp => new RegExp(ideas.map(({ source }) => source).join("|"), "u");

/** How often an idea occurs, and how many different words of it. */
export function countOf(idea: RegExp, text: string): { times: number; distinct: number } {
  const found = text.match(new RegExp(idea.source, "gu")) ?? [];
  return { times: found.length, distinct: new Set(found).size };
}
