import type { Lang, Sentence } from "#app/i18n/words.ts";

const modules = import.meta.glob<Record<string, unknown>>(["../../app/**/*words*.ts", "!../../app/**/*.test.ts"]);

const isWords = (held: unknown): held is Record<Lang, Sentence> =>
  typeof held === "object" && held !== null && "ko" in held && "en" in held;

function* textsOf(held: Sentence): Iterable<string> {
  if (typeof held === "string") yield held;
  else if (typeof held === "object") for (const one of Object.values(held)) yield* textsOf(one);
}

/** A name or a number may be the same in both languages, and a merchant may write anything: only sentences tell. */
const isSentence = (text: string) => /\s/.test(text.trim()) && text.length >= 6;

/** All we say in one language and not in the other. */
export async function sentencesOf(lang: Lang): Promise<ReadonlySet<string>> {
  const said = { ko: new Set<string>(), en: new Set<string>() };
  for (const load of Object.values(modules)) {
    for (const words of Object.values(await load()).filter(isWords)) {
      for (const one of ["ko", "en"] as const) for (const text of textsOf(words[one])) said[one].add(text);
    }
  }
  const other = said[lang === "ko" ? "en" : "ko"];
  return new Set([...said[lang]].filter((text) => isSentence(text) && !other.has(text)));
}
