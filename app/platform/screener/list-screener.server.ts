import { readFileSync } from "node:fs";
import { z } from "zod";
import { assertNoTransaction } from "../outside.server.ts";
import { HIT_FROM, type Resemblance, type Screener, type Subject } from "./screener.ts";
import { resemblance, wordsOf } from "./similarity.ts";

/** A list in our own plain form; `app/platform/screener/demo-list.json` shows it. */
export const WatchList = z.object({
  name: z.string().min(1),
  edition: z.string().min(1),
  entries: z.array(
    z.object({
      id: z.string().min(1),
      kind: z.enum(["person", "company"]),
      names: z.array(z.string().min(1)).min(1),
      countries: z.array(z.string()).default([]),
      bornOn: z.string().nullable().default(null),
      lists: z.array(z.string()).default([]),
    }),
  ),
});
export type WatchList = z.infer<typeof WatchList>;

/** What is compared: an entry with the words of each of its names. */
type Entry = WatchList["entries"][number] & { spellings: string[][] };

/**
 * Looks names up in a list that lies on this machine. Only entries that share the beginning of a word with the subject are compared:
 * a slip in the first two letters of every word would be missed, which a vendor's search is there for.
 */
export function listScreener(list: WatchList): Screener {
  const byBeginning = new Map<string, Set<Entry>>();
  for (const entry of list.entries) {
    const known: Entry = { ...entry, spellings: entry.names.map(wordsOf) };
    for (const word of known.spellings.flat()) {
      for (const begin of beginnings(word)) {
        const held = byBeginning.get(begin) ?? new Set();
        byBeginning.set(begin, held.add(known));
      }
    }
  }
  return {
    async screen(subject) {
      assertNoTransaction("screener");
      const spellings = subject.names.map(wordsOf);
      const candidates = new Set(
        spellings
          .flat()
          .flatMap(beginnings)
          .flatMap((begin) => [...(byBeginning.get(begin) ?? [])]),
      );
      const found = [...candidates]
        .map((entry) => judged(entry, spellings, subject))
        .filter(({ score }) => score >= HIT_FROM)
        .sort((a, b) => b.score - a.score || a.entry.localeCompare(b.entry));
      return { list: `${list.name} ${list.edition}`, found };
    },
  };
}

/** @throws ZodError, or the error of the disk, at the start: a list that cannot be read must not look like an empty one */
export const readList = (path: string): WatchList => WatchList.parse(JSON.parse(readFileSync(path, "utf8")));

const beginnings = (word: string): string[] => [[...word].slice(0, 2).join("")];

function judged(entry: Entry, spellings: string[][], subject: Subject): Resemblance {
  const best = Math.max(0, ...spellings.flatMap((words) => entry.spellings.map((other) => resemblance(words, other))));
  return {
    entry: entry.id,
    name: entry.names[0]!,
    score: Math.max(0, best - doubtful(entry, subject)),
    lists: entry.lists,
  };
}

/** What speaks against the same person: another kind, or a birth year too far away. A country moves too easily to count. */
function doubtful(entry: Entry, { kind, bornOn }: Subject): number {
  if (entry.kind !== kind) return 10;
  if (!bornOn || !entry.bornOn) return 0;
  return Math.abs(Number(bornOn.slice(0, 4)) - Number(entry.bornOn.slice(0, 4))) > 1 ? 15 : 0;
}
