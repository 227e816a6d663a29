import { timingSafeEqual } from "node:crypto";
import type { Pool } from "pg";
import type { Platform } from "../platform.ts";
import { digestOf, type KeyKind, readKey } from "./key-text.ts";
import { type KeyRow, KnownKeys } from "./known-keys.server.ts";

type Parts = Pick<Platform, "pool" | "now"> & Partial<Pick<Platform, "log">>;

/** Use is noted at most this often a key and process. */
const NOTED_EVERY_MS = 60_000;
const MOST_NOTED = 10_000;

interface Shelf<Row extends KeyRow> {
  kind: KeyKind;
  /** Keys in force by their public halves. */
  read(pool: Pool, clientKeys: string[]): Promise<ReadonlyMap<string, Row>>;
  /** Writes down that a key was used. */
  note(pool: Pool, keyId: string, at: Date): Promise<unknown>;
}

/**
 * Makes the one question about keys of a kind: whose is it? Wrong, revoked and expired keys are all the same null.
 *
 * A mistyped key is told by its checksum. The rest is one digest and one comparison in constant time against what the database said
 * a few seconds ago at most (`believedForMs`).
 */
export function keyVerifier<Row extends KeyRow>({ kind, read, note }: Shelf<Row>) {
  // One book a pool, so that tests and tools with databases of their own never share one.
  const books = new WeakMap<Pool, { keys: KnownKeys<Row>; notedAtMs: Map<string, number> }>();
  const bookOf = (pool: Pool) => {
    const there = books.get(pool);
    if (there) return there;
    const keys = new KnownKeys<Row>((clientKeys) => read(pool, clientKeys));
    const book = { keys, notedAtMs: new Map<string, number>() };
    books.set(pool, book);
    return book;
  };

  /** Notes the last use, beside the request: nobody waits for it, and a failure loses a note. */
  const noteUse = (notedAtMs: Map<string, number>, { pool, now, log }: Parts, keyId: string): void => {
    const at = performance.now();
    if (at - (notedAtMs.get(keyId) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
    if (notedAtMs.size >= MOST_NOTED) notedAtMs.clear();
    notedAtMs.set(keyId, at);
    note(pool, keyId, now()).catch((err: unknown) => log?.warn({ err, keyId }, "the use of a key was not noted"));
  };

  /** @param presented the text of an `Authorization: Bearer` header */
  return async (platform: Parts, presented: string): Promise<Row | null> => {
    const text = readKey(presented, kind);
    if (!text) return null;
    const { keys, notedAtMs } = bookOf(platform.pool);
    const found = keys.find(text.clientKey);
    const row = found instanceof Promise ? await found : found;
    if (!row || !timingSafeEqual(row.digest, Buffer.from(digestOf(presented), "hex"))) return null;
    if (row.expiresAt && row.expiresAt <= platform.now()) return null;
    if (!row.isNoted) {
      row.isNoted = true;
      noteUse(notedAtMs, platform, row.keyId);
    }
    return row;
  };
}
