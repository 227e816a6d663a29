import { timingSafeEqual } from "node:crypto";
import type { Pool } from "pg";
import type { Platform } from "#app/platform/platform.ts";
import { digestOf, readKey } from "./key-text.ts";
import { KnownKeys } from "./known-keys.server.ts";

export { believedForMs } from "./known-keys.server.ts";

export interface VerifiedKey {
  keyId: string;
  caseId: string;
  channelId: string;
  scopes: string[];
}

type Parts = Pick<Platform, "pool" | "now"> & Partial<Pick<Platform, "log">>;

/** Use is noted at most this often a key and process. */
const NOTED_EVERY_MS = 60_000;
const MOST_NOTED = 10_000;

// One book a pool, so that tests and tools with databases of their own never share one.
const books = new WeakMap<Pool, { keys: KnownKeys; notedAtMs: Map<string, number> }>();

function bookOf(pool: Pool) {
  const there = books.get(pool);
  if (there) return there;
  const book = { keys: new KnownKeys(pool), notedAtMs: new Map<string, number>() };
  books.set(pool, book);
  return book;
}

/**
 * Whose integration key it is. Wrong, unconfirmed, revoked and expired keys are all the same null.
 *
 * A mistyped key is told by its checksum. The rest is one digest and one comparison in constant time against what the database said
 * a few seconds ago at most.
 *
 * @param presented the text of an `Authorization: Bearer` header
 */
export async function verifyKey(platform: Parts, presented: string): Promise<VerifiedKey | null> {
  const read = readKey(presented);
  if (!read) return null;
  const { keys, notedAtMs } = bookOf(platform.pool);
  const found = keys.find(read.clientKey);
  const row = found instanceof Promise ? await found : found;
  if (!row || !timingSafeEqual(row.digest, Buffer.from(digestOf(presented), "hex"))) return null;
  if (row.expiresAt && row.expiresAt <= platform.now()) return null;
  if (!row.isNoted) {
    row.isNoted = true;
    noteUse(notedAtMs, platform, row.keyId);
  }
  const { keyId, caseId, channelId, scopes } = row;
  return { keyId, caseId, channelId, scopes };
}

/** Notes the last use, beside the request: nobody waits for it, and a failure loses a note. */
function noteUse(notedAtMs: Map<string, number>, { pool, now, log }: Parts, keyId: string): void {
  const at = performance.now();
  if (at - (notedAtMs.get(keyId) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
  if (notedAtMs.size >= MOST_NOTED) notedAtMs.clear();
  notedAtMs.set(keyId, at);
  pool
    .query(
      "update integration_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)",
      [keyId, now()],
    )
    .catch((err: unknown) => log?.warn({ err, keyId }, "the use of a key was not noted"));
}
