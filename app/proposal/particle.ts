const HANGUL_BASE = 0xac00;
const HANGUL_LAST = 0xd7a3;

/** 을 or 를 by the last syllable; both where the word does not end in Hangul and how it is read is a matter of taste. */
export function objectParticle(word: string): string {
  const last =
    word
      .replace(/[)\]"'\s]+$/, "")
      .at(-1)
      ?.codePointAt(0) ?? 0;
  if (last < HANGUL_BASE || last > HANGUL_LAST) return "을(를)";
  return (last - HANGUL_BASE) % 28 === 0 ? "를" : "을";
}
