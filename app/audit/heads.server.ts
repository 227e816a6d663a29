import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { TaskList } from "graphile-worker";
import type { Pool } from "pg";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { canonical, GENESIS } from "#workflows/chain/canonical.ts";
import { type CheckpointKey, checkpointKeys } from "./checkpoint-keys.server.ts";

/** The heads of all chains that have grown since the checkpoint before, under one hash that covers that one too. */
interface Heads {
  format: "gangway-heads/1";
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  prevHash: string;
  heads: { subject: string; seq: number; head: string }[];
}

const HOUR = 3_600_000;
/** Processes' clocks differ by less, and no transaction is open as long. */
const SLACK = "1 hour";
const MOST_BYTES = 512 * 1024 * 1024;

const hashOf = (heads: Heads): string => createHash("sha256").update(canonical(heads)).digest("hex");
const signedText = (hash: string): string => `gangway-heads/1\n${hash}`;

/**
 * Signs the heads of the chains that have grown. One process at a time; nothing is written when nothing has grown.
 *
 * @returns the number of the new checkpoint, or null
 */
export async function signHeads({
  pool,
  now,
  config,
}: Pick<Platform, "pool" | "now" | "config">): Promise<number | null> {
  const [key] = checkpointKeys(config);
  return inTransaction(pool, async (tx) => {
    await tx.query("lock table log_checkpoint in exclusive mode");
    const last = await newest(tx);
    const { rows } = await tx.query<Heads["heads"][number]>(
      `select s.id as subject, s.version as seq, s.head from subject s
       where ($1::timestamptz is null or s.changed_at > $1::timestamptz - interval '${SLACK}')
         and s.version > coalesce((select max(h.seq) from log_checkpoint_head h where h.subject_id = s.id), 0)
       order by s.id`,
      [last?.at ?? null],
    );
    if (rows.length === 0) return null;
    const at = now().toISOString();
    const number = (last?.number ?? 0) + 1;
    const heads: Heads = { format: "gangway-heads/1", number, at, prevHash: last?.hash ?? GENESIS, heads: rows };
    const hash = hashOf(heads);
    await tx.query(
      "insert into log_checkpoint (number, at, prev_hash, hash, key_id, signature) values ($1,$2,$3,$4,$5,$6)",
      [number, at, heads.prevHash, hash, key.id, key.sign(signedText(hash))],
    );
    await tx.query(
      `insert into log_checkpoint_head (number, subject_id, seq, head)
       select $1, one.subject, one.seq, one.head from json_to_recordset($2) one(subject uuid, seq integer, head text)`,
      [number, JSON.stringify(rows)],
    );
    return number;
  });
}

const newest = async (tx: Tx) =>
  (
    await tx.query<{ number: number; at: Date; hash: string }>(
      "select number, at, hash from log_checkpoint order by number desc limit 1",
    )
  ).rows[0];

interface Kept {
  number: number;
  at: Date;
  prevHash: string;
  hash: string;
  keyId: string;
  signature: string;
}

async function headsOf(tx: Tx, { number, at, prevHash }: Kept): Promise<Heads> {
  const { rows } = await tx.query<Heads["heads"][number]>(
    "select subject_id as subject, seq, head from log_checkpoint_head where number = $1 order by subject_id",
    [number],
  );
  return { format: "gangway-heads/1", number, at: at.toISOString(), prevHash, heads: rows };
}

const allCheckpoints = async (tx: Tx, from = 1): Promise<Kept[]> =>
  (
    await tx.query<Kept & Record<string, unknown>>(
      `select number, at, prev_hash as "prevHash", hash, key_id as "keyId", signature from log_checkpoint
       where number >= $1 order by number`,
      [from],
    )
  ).rows;

/** Lays a checkpoint into the storage, beside the database: the same again replaces itself. */
async function keepAside({ pool, storage }: Pick<Platform, "pool" | "storage">, number: number): Promise<void> {
  const [kept] = await allCheckpoints(pool, number);
  const text = canonical({ ...(await headsOf(pool, kept!)), keyId: kept!.keyId, signature: kept!.signature });
  await storage.put(`checkpoints/${String(number).padStart(8, "0")}.json`, Readable.from([Buffer.from(text)]), {
    contentType: "application/json",
    maxBytes: MOST_BYTES,
  });
}

export interface CheckpointVerdict {
  checkpoints: number;
  /** What does not agree, in words; the first of each kind names where. */
  broken: string[];
}

/**
 * Holds the log against what was signed of it: every checkpoint follows the one before, is signed, and each head that it names is
 * still the hash of that entry. A chain that was written anew, hashes and all, is found here.
 */
export async function verifyHeads(pool: Pool, keys: readonly CheckpointKey[]): Promise<CheckpointVerdict> {
  const broken: string[] = [];
  let before = GENESIS;
  const all = await allCheckpoints(pool);
  for (const [place, one] of all.entries()) {
    const key = keys.find(({ id }) => id === one.keyId);
    const isWhole =
      one.number === place + 1 && one.prevHash === before && hashOf(await headsOf(pool, one)) === one.hash;
    if (!isWhole) broken.push(`checkpoint ${one.number} is not what was signed`);
    else if (!key?.isSigned(signedText(one.hash), one.signature))
      broken.push(`checkpoint ${one.number} is not signed by a known key`);
    before = one.hash;
  }
  const { rows } = await pool.query<{ subject: string; seq: number; number: number }>(
    `select h.subject_id as subject, h.seq, h.number from log_checkpoint_head h
     left join log_entry l on l.subject_id = h.subject_id and l.seq = h.seq
     where l.hash is distinct from h.head order by h.number, h.subject_id limit 100`,
  );
  for (const { subject, seq, number } of rows)
    broken.push(`${subject}: entry ${seq} is not the one that checkpoint ${number} signed`);
  return { checkpoints: all.length, broken };
}

/** Hourly, once however many workers there are. */
export const tasks = (platform: Pick<Platform, "pool" | "now" | "config" | "storage">): TaskList => ({
  async signHeads() {
    const number = await signHeads(platform);
    const last = number ?? (await newest(platform.pool))?.number;
    if (last !== undefined) await keepAside(platform, last);
    await nextHour(platform);
  },
});

/** Files the next signing; one that is filed already stays when it is. */
export async function nextHour({ pool, now }: Pick<Platform, "pool" | "now">, inMs = HOUR): Promise<void> {
  await pool.query(
    `select graphile_worker.add_job('signHeads', '{}'::json, job_key := 'audit/heads', job_key_mode := 'preserve_run_at',
       run_at := $1::timestamptz)`,
    [new Date(now().getTime() + inMs)],
  );
}
