import type { Random } from "#workflows/forecast/random.ts";

/** A file with one thing wrong, and which entry is the first that it touches. */
export interface Tampered {
  how: "byte" | "deletion" | "swap" | "truncation";
  bytes: Uint8Array;
  /** Number of the first entry whose line is not what it was, from 1; null where it is not in an entry. */
  firstBroken: number | null;
}

/** Lines before the first entry. */
const HEAD = 3;

/**
 * Changes a case file as somebody might who wants it to say something else, or as a bad disk might: one byte becomes another, some bytes
 * or a whole entry are taken out, two bytes or two entries change places, the end is cut off.
 *
 * @param text a whole file
 */
export function tampering(text: string) {
  const whole = new TextEncoder().encode(text);
  const starts = [0];
  for (const [place, byte] of whole.entries()) if (byte === 10) starts.push(place + 1);
  const count = starts.length - HEAD - 2;
  const line = (number: number) => whole.subarray(starts[number]!, starts[number + 1]);
  const join = (...parts: Uint8Array[]) => Buffer.concat(parts);
  /** Which entry a byte lies in. */
  const entryAt = (offset: number): number | null => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low >= HEAD && low < HEAD + count ? low - HEAD + 1 : null;
  };

  /** @returns null when the change happens to change nothing */
  return function tamper(random: Random): Tampered | null {
    const how = random.pick(["byte", "deletion", "swap", "truncation"] as const);
    const isEntry = random.chance(0.5);
    const offset = random.int(whole.length);
    /** What ends just where a line does lacks nothing of that line. */
    const isCutAtLineEnd = (bytes: Uint8Array, first: number) => first === bytes.length && whole[first] === 10;
    const made = (bytes: Uint8Array): Tampered | null => {
      const same = Math.min(bytes.length, whole.length);
      let first = 0;
      while (first < same && bytes[first] === whole[first]) first++;
      return first === whole.length && bytes.length === whole.length
        ? null
        : {
            how,
            bytes,
            firstBroken: first === whole.length ? null : entryAt(isCutAtLineEnd(bytes, first) ? first + 1 : first),
          };
    };
    if (how === "byte") {
      const bytes = whole.slice();
      bytes[offset] = random.int(256);
      return made(bytes);
    }
    if (how === "truncation") return made(whole.subarray(0, offset));
    const [a, b] = [1 + random.int(count), 1 + random.int(count)].sort((x, y) => x - y) as [number, number];
    const entry = (number: number) => line(HEAD + number - 1);
    const [before, between, behind] = [
      whole.subarray(0, starts[HEAD + a - 1]),
      whole.subarray(starts[HEAD + a], starts[HEAD + b - 1]),
      whole.subarray(starts[HEAD + b]),
    ];
    if (how === "deletion") {
      return isEntry
        ? made(join(before, whole.subarray(starts[HEAD + a])))
        : made(join(whole.subarray(0, offset), whole.subarray(offset + 1 + random.int(8))));
    }
    if (isEntry && a !== b) return made(join(before, entry(b), between, entry(a), behind));
    const bytes = whole.slice();
    const other = random.int(whole.length);
    [bytes[offset], bytes[other]] = [bytes[other]!, bytes[offset]!];
    return made(bytes);
  };
}
