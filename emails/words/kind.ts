import type { Lang } from "#app/i18n/words.ts";

/** What a sentence of a letter may speak of. */
export interface LetterFacts {
  merchant: string;
  /** The case's short public id. */
  caseName: string;
  /** A channel in words, e.g. `ZaloPay · Vietnam · VND`. */
  channel: string;
  /** Until when somebody answers, written out; empty when nothing is promised. */
  due: string;
}

/** One letter in one language: what happened, what is next, and the one button. */
export interface LetterWords {
  subject: (facts: LetterFacts) => string;
  /** What happened, in a sentence or two. */
  lead: (facts: LetterFacts) => string;
  /** What to do now, or who does it. */
  next: (facts: LetterFacts) => string;
  button: string;
}

export type InTwo = Record<Lang, LetterWords>;
