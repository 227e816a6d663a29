/** The languages every visible sentence exists in. Further ones are added here, and the compiler names what is missing. */
export const langs = ["ko", "en"] as const;
export type Lang = (typeof langs)[number];

export const isLang = (text: unknown): text is Lang => langs.includes(text as Lang);

/** A sentence, a sentence with holes, or a folder of sentences. */
export type Sentence = string | ((...holes: never[]) => string) | readonly string[] | { readonly [key: string]: Sentence };

/** What a room says: the same keys in every language (see `parity` in words.test.ts for the half that types cannot see). */
export type Words = Record<Lang, { readonly [key: string]: Sentence }>;
