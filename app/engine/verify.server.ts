import type { Pool } from "pg";
import type { Tx } from "#app/platform/db/db.server.ts";
import { type FoldEntry, type Folded, foldEntry } from "#workflows/fold.ts";
import { type Kind, store } from "#workflows/law.ts";
import { canonical, type Entry, GENESIS, hashEntry } from "./chain.ts";

export interface Verdict {
  subject: string;
  entries: number;
  /** The first entry whose hash or place does not fit; null when the chain is whole. */
  brokenAt: number | null;
  /** What the row says and the refolded log does not, in words; null when they agree. */
  mismatch: string | null;
}

/** A case's or channel's row, as far as it can be recomputed; `value` and `context` as PostgreSQL prints them. */
export interface SubjectRow {
  id: string;
  publicId: string;
  kind: Kind;
  machineVersion: number;
  version: number;
  head: string;
  value: string;
  context: string;
}

/** An entry as it is stored; `event` as PostgreSQL prints it until it is looked at. */
export interface EntryRow extends Entry {
  event: string | FoldEntry["event"];
  prevHash: string;
  hash: string;
}

/**
 * Recomputes one subject from its log: checks each hash against the one before it, applies each event again, and compares the
 * result with the row. Stops at the first broken entry.
 */
function verify(subject: SubjectRow, entries: readonly EntryRow[]): Verdict {
  let head = GENESIS;
  let seq = 0;
  let folded: Folded | null = null;
  const verdict = (brokenAt: number | null, mismatch: string | null): Verdict => ({
    subject: subject.id,
    entries: seq,
    brokenAt,
    mismatch,
  });
  for (const row of entries) {
    if (row.seq !== seq + 1 || row.prevHash !== head) return verdict(seq + 1, "an entry is missing or out of place");
    const said = JSON.parse(row.event as string) as FoldEntry["event"];
    // In its place, not in a copy: copying a million entries costs as much as hashing them.
    row.event = said;
    if (hashEntry(head, row) !== row.hash) return verdict(row.seq, "an entry was changed");
    head = row.hash;
    seq = row.seq;
    const { machineVersion, actorId: by, at } = row;
    const next = foldEntry(subject.kind, folded, { machineVersion, event: said, by, at });
    if (!next) return verdict(null, `entry ${row.seq} (${said.type}) is not taken by the chart`);
    folded = next;
  }
  if (!folded) return verdict(null, "no entries");
  if (seq !== subject.version || head !== subject.head) return verdict(seq + 1, "the log ends before the row");
  if (folded.law.version !== subject.machineVersion) return verdict(null, "the row is on another version than the log");
  const { value, context } = store(folded.snapshot);
  const isSame =
    canonical(value) === canonical(JSON.parse(subject.value)) &&
    canonical(context) === canonical(JSON.parse(subject.context));
  return verdict(null, isSame ? null : "the row is not what the log says");
}

/** Subjects from behind `after` up to and with `upTo`, by id. */
export interface Chunk {
  after: string;
  upTo: string;
}

const FIRST = "00000000-0000-0000-0000-000000000000";
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
/** So many subjects at a time: some 15,000 entries, 10 MB. */
const CHUNK = 500;

/** The whole log in pieces that can be verified one by one, or side by side. */
export async function chunksOf(tx: Tx): Promise<Chunk[]> {
  const { rows } = await tx.query<{ id: string }>(
    "select id from (select id, row_number() over (order by id) as place from subject) one where place % $1 = 0 order by id",
    [CHUNK],
  );
  const bounds = [FIRST, ...rows.map(({ id }) => id), LAST];
  return bounds.slice(1).map((upTo, place) => ({ after: bounds[place]!, upTo }));
}

/** `2026-11-23 01:00:00.5+00`, as PostgreSQL prints an instant in UTC, as ISO 8601 with milliseconds. */
const instant = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text[19] === "." ? text.slice(20, text.indexOf("+", 20)).padEnd(3, "0") : "000"}Z`;

/** What PostgreSQL says, as it says it: a million entries are read in half the time when no driver makes dates and objects of them. */
const asText = { getTypeParser: () => (text: string) => text };

/** The subjects of one piece with their logs, in one reading. */
export async function readLogs(
  pool: Pick<Pool, "query">,
  { after, upTo }: Chunk,
): Promise<{ subject: SubjectRow; entries: readonly EntryRow[] }[]> {
  const subjects = pool.query<string[]>({
    text: `select id, kind, machine_version, version, head, value, context, public_id from subject
      where id > $1 and id <= $2 order by id`,
    values: [after, upTo],
    rowMode: "array",
    types: asText,
  });
  const entries = pool.query<(string | null)[]>({
    text: `select subject_id, seq, at, case_id, event, actor_id, actor_role, machine_version, idempotency_key, prev_hash, hash
      from log_entry where subject_id > $1 and subject_id <= $2 order by subject_id, seq`,
    values: [after, upTo],
    rowMode: "array",
    types: asText,
  });
  const logs = new Map<string, EntryRow[]>();
  for (const row of (await entries).rows) {
    const entry = entryOf(row);
    const log = logs.get(entry.subjectId);
    if (log) log.push(entry);
    else logs.set(entry.subjectId, [entry]);
  }
  return (await subjects).rows.map(([id, kind, machineVersion, version, head, value, context, publicId]) => ({
    subject: {
      ...{ id: id!, publicId: publicId!, kind: kind as Kind, machineVersion: Number(machineVersion) },
      ...{ version: Number(version), head: head!, value: value!, context: context! },
    },
    entries: logs.get(id!) ?? [],
  }));
}

/** Verifies the subjects of one piece, in one reading of the log. */
export async function* verifyChunk(pool: Pick<Pool, "query">, chunk: Chunk): AsyncGenerator<Verdict> {
  for (const { subject, entries } of await readLogs(pool, chunk)) yield verify(subject, entries);
}

const entryOf = (row: (string | null)[]): EntryRow => ({
  subjectId: row[0]!,
  seq: Number(row[1]),
  at: instant(row[2]!),
  caseId: row[3]!,
  event: row[4]!,
  actorId: row[5]!,
  actorRole: row[6]!,
  machineVersion: Number(row[7]),
  idempotencyKey: row[8]!,
  prevHash: row[9]!,
  hash: row[10]!,
});

/** Verifies every subject, some at a time, so that memory stays flat however long the log is. */
export async function* verifyAll(pool: Pool): AsyncGenerator<Verdict> {
  for (const chunk of await chunksOf(pool)) yield* verifyChunk(pool, chunk);
}
