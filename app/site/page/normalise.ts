const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const SPACES = /[\s\u00a0\u3000]+/g;
// Four or more lone CJK letters with a gap between each: 배 송 정 보, 送 料 無 料.
const SPREAD =
  /(?<![\p{L}\p{N}])(?:[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] ){2,}[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}](?![\p{L}\p{N}])/gu;
const SPREAD_WHOLE =
  /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] [\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
/** 교 환 · 반 품: letters spread on both sides of a mark. */
const SPREAD_PAIR =
  /^(?:[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] ?){1,6}(?: ?[·・/&,|] ?(?:[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] ?){1,6})+$/u;
const BULLET = /^[^\p{L}\p{N}]{1,3} /u;
const THAI_DIGITS = /[๐-๙]/g;

/** White space as a reader sees it: one blank between words, none around. What is quoted as evidence has gone through this only. */
export const collapse = (text: string): string => text.replace(ZERO_WIDTH, "").replace(SPACES, " ").trim();

/**
 * Compatibility forms folded (NFKC), but for one: the Thai vowel that NFKC takes apart stays whole, as people type it.
 */
export const fold = (text: string): string => text.normalize("NFKC").replaceAll("\u0e4d\u0e32", "\u0e33");

/**
 * The form in which texts are compared: compatibility forms folded (㈜, full width), lower case, Thai digits read,
 * letters that were spread for looks put together again.
 */
export function normalise(text: string): string {
  const folded = collapse(fold(text))
    .toLowerCase()
    .replace(THAI_DIGITS, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  // A bullet in front is no part of the words.
  const bullet = BULLET.exec(folded)?.[0] ?? "";
  const words = folded.slice(bullet.length);
  if (SPREAD_WHOLE.test(words)) return bullet + words.replace(" ", "");
  if (/^\S \S/u.test(words) && SPREAD_PAIR.test(words) && !/\p{L}{2}/u.test(words))
    return bullet + words.replaceAll(" ", "");
  return folded.replace(SPREAD, (run) => run.replaceAll(" ", ""));
}

/**
 * How much a text says, in units that compare across scripts: a CJK letter is worth two Latin ones, Thai one and a bit.
 */
export function weight(text: string): number {
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code <= 0x20) continue;
    sum += code >= 0x1100 && (code < 0x2000 || code >= 0x2e80) ? 2 : 1;
  }
  return sum;
}
