/** The languages every visible sentence exists in. Further ones are added here, and the compiler names what is missing. */
export const langs = ["ko", "en"] as const;
export type Lang = (typeof langs)[number];

export const isLang = (text: unknown): text is Lang => langs.includes(text as Lang);

/** A sentence, a sentence with holes, a list, or a folder of sentences. */
export type Sentence =
  | string
  | ((...holes: never[]) => string)
  | readonly string[]
  | { readonly [key: string]: Sentence };

type Same<T> = T extends string
  ? string
  : T extends (...holes: infer Holes) => string
    ? (...holes: Holes) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Same<T[Key]> };

/**
 * What a room says, in both languages with the same keys: one missing in either is a type error.
 * Sentences with holes are functions, so that plurals and particles are written by hand where they belong.
 */
export const defineWords = <const T extends { readonly [key: string]: Sentence }>(words: {
  ko: T;
  en: Same<NoInfer<T>>;
}): Record<Lang, Same<T>> => words as unknown as Record<Lang, Same<T>>;
