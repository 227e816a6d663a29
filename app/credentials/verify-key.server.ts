import { timingSafeEqual } from "node:crypto";
import type { Pool } from "pg";
import type { Platform } from "#app/platform/platform.ts";
import { digestOf, readKey } from "./key-text.ts";

export interface VerifiedKey {
  keyId: string;
  caseId: string;
  channelId: string;
  scopes: string[];
}

interface Known {
  row: (VerifiedKey & { digest: Buffer; expiresAt: Date | null }) | null;
  readAtMs: number;
}

/** How long an answer of the database is believed: a revocation reaches every process within it. Promised are five seconds. */
export const believedForMs = 2_000;
/** Use is noted at most this often a key and process. */
const NOTED_EVERY_MS = 60_000;
const MOST_KNOWN = 10_000;

class Book {
  readonly known = new Map<string, Promise<Known>>();
  readonly notedAtMs = new Map<string, number>();
}
// One book a pool, so that tests and tools with databases of their own never share one.
const books = new WeakMap<Pool, Book>();

/**
 * Whose integration key it is. Wrong, unconfirmed, revoked and expired keys are all the same null.
 *
 * A mistyped key is told by its checksum. The rest is one digest and one comparison in constant time against what the database said
 * at most two seconds ago; many requests with one key ask it once.
 *
 * @param presented the text of an `Authorization: Bearer` header
 */
export async function verifyKey(
  platform: Pick<Platform, "pool" | "now"> & Partial<Pick<Platform, "log">>,
  presented: string,
): Promise<VerifiedKey | null> {
  const read = readKey(presented);
  if (!read) return null;
  const digest = Buffer.from(digestOf(presented), "hex");
  const book = books.get(platform.pool) ?? bookFor(platform.pool);
  const { row } = await look(book, platform.pool, read.clientKey);
  if (!row || !timingSafeEqual(row.digest, digest)) return null;
  if (row.expiresAt && row.expiresAt <= platform.now()) return null;
  noteUse(book, platform, row.keyId);
  const { keyId, caseId, channelId, scopes } = row;
  return { keyId, caseId, channelId, scopes };
}

function bookFor(pool: Pool): Book {
  const book = new Book();
  books.set(pool, book);
  return book;
}

async function look(book: Book, pool: Pool, clientKey: string): Promise<Known> {
  const earlier = book.known.get(clientKey);
  // Elapsed time, not the time of day: a clock that is set back must not keep a revoked key alive.
  if (earlier) {
    const known = await earlier;
    if (performance.now() - known.readAtMs < believedForMs) return known;
    if (book.known.get(clientKey) !== earlier) return look(book, pool, clientKey);
  }
  const asked = ask(pool, clientKey);
  book.known.delete(clientKey);
  book.known.set(clientKey, asked);
  // An answer that failed to come is no answer: the next one asks again.
  asked.catch(() => book.known.get(clientKey) === asked && book.known.delete(clientKey));
  if (book.known.size > MOST_KNOWN) book.known.delete(book.known.keys().next().value!);
  return asked;
}

async function ask(pool: Pool, clientKey: string): Promise<Known> {
  const readAtMs = performance.now();
  const { rows } = await pool.query(
    `select id, case_id, channel_id, scopes, sha256, expires_at from integration_key
     where client_key = $1 and confirmed_at is not null and revoked_at is null`,
    [clientKey],
  );
  const row = rows[0];
  if (!row) return { row: null, readAtMs };
  return {
    row: {
      keyId: row.id,
      caseId: row.case_id,
      channelId: row.channel_id,
      scopes: row.scopes,
      digest: Buffer.from(row.sha256, "hex"),
      expiresAt: row.expires_at,
    },
    readAtMs,
  };
}

/** Notes the last use, beside the request: nobody waits for it, and a failure loses a note. */
function noteUse(
  book: Book,
  { pool, now, log }: Pick<Platform, "pool" | "now"> & Partial<Pick<Platform, "log">>,
  keyId: string,
): void {
  const at = performance.now();
  if (at - (book.notedAtMs.get(keyId) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
  if (book.notedAtMs.size >= MOST_KNOWN) book.notedAtMs.clear();
  book.notedAtMs.set(keyId, at);
  pool
    .query(
      "update integration_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)",
      [keyId, now()],
    )
    .catch((err: unknown) => log?.warn({ err, keyId }, "the use of a key was not noted"));
}
