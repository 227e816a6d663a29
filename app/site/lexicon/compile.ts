import { fold } from "../page/normalise.ts";

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
  const groups = new Map<string, string[]>();
  for (const word of Object.values(words).flat()) {
    const { before, bare, after } = edges(word);
    const key = `${before}|${after}`;
    groups.set(key, [...(groups.get(key) ?? []), bare]);
  }
  // One look to the side for a whole group: a look per word made expressions that took a second to compile.
  const parts = [...groups].map(([key, bare]) => {
    const [before, after] = key.split("|");
    return `${before === "1" ? NOT_AFTER : ""}(?:${bare.join("|")})${after === "1" ? NOT_BEFORE : ""}`;
  });
  return new RegExp(`(?:${parts.join("|")})`, "u");
}

/** Letters and digits of Latin script, lower case: what a whole word has not beside it. */
const LETTER = "0-9a-z\\u00df-\\u024f\\u1e00-\\u1eff";
const NOT_AFTER = `(?<![${LETTER}])`;
const NOT_BEFORE = `(?![${LETTER}])`;

function edges(word: string): { before: 0 | 1; bare: string; after: 0 | 1 } {
  const open = word.endsWith("~");
  const bare = fold(open ? word.slice(0, -1) : word).toLowerCase();
  const first = bare.replace(/^[\\(?:[]+/, "")[0] ?? "";
  const last = bare.replace(/[)\]?+*]+$/, "").at(-1) ?? "";
  return { before: LATIN.test(first) ? 1 : 0, bare: `(?:${bare})`, after: !open && LATIN.test(last) ? 1 : 0 };
}

/** Any of several ideas. */
export const either = (...ideas: RegExp[]): RegExp => new RegExp(ideas.map(({ source }) => source).join("|"), "u");

/** How often an idea occurs, and how many different words of it. */
export function countOf(idea: RegExp, text: string): { times: number; distinct: number } {
  const found = text.match(new RegExp(idea.source, "gu")) ?? [];
  return { times: found.length, distinct: new Set(found).size };
}
