const LEGAL = new Set(
  "co ltd inc corp llc plc gmbh ag sa bv kk pte sdn bhd limited company corporation incorporated the of and".split(" "),
);

/** A name as words to be compared: small letters without marks and accents, legal forms left out. Scripts stay apart. */
export function wordsOf(name: string): string[] {
  const folded = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/주식회사|유한회사|\(주\)|㈜|株式会社|有限公司/g, " ");
  const all = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = all.filter((word) => !LEGAL.has(word));
  return telling.length > 0 ? telling : all;
}

/** Jaro-Winkler: 1 for the same word, near 1 for a slip or two, 0 for nothing in common. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [[...one], [...other]];
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matched: string[] = [];
  for (const [i, letter] of a.entries()) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken[j] || b[j] !== letter) continue;
      taken[j] = true;
      matched.push(letter);
      break;
    }
  }
  if (matched.length === 0) return 0;
  const mirrored = b.filter((_, j) => taken[j]);
  const swaps = matched.filter((letter, i) => letter !== mirrored[i]).length / 2;
  const m = matched.length;
  const jaro = (m / a.length + m / b.length + (m - swaps) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * How much two names resemble each other, 0 to 100, whatever the order of their words: each word of the shorter name is paired with
 * its best partner, and words left over weigh against it.
 */
export function resemblance(one: string[], other: string[]): number {
  const [short, long] = one.length <= other.length ? [one, [...other]] : [other, [...one]];
  if (short.length === 0) return 0;
  const letters = [...short, ...long].reduce((sum, word) => sum + word.length, 0);
  let paired = 0;
  for (const word of [...short].sort((a, b) => b.length - a.length)) {
    let best = -1;
    let score = 0;
    for (const [place, candidate] of long.entries()) {
      const now = jaroWinkler(word, candidate);
      if (now > score) [best, score] = [place, now];
    }
    if (best < 0) continue;
    // Words that share only some letters are different words.
    const weight = score < 0.8 ? 0 : score;
    paired += weight * (word.length + (long[best]?.length ?? 0));
    long.splice(best, 1);
  }
  return Math.round((100 * paired) / letters);
}
