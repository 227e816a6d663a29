import type { Pool } from "pg";
import type { AnyMachineSnapshot } from "xstate";
import { advance, begin, type Kind, type Law, lawOf, type Sent, store } from "#workflows/law.ts";
import { canonical, type Entry, GENESIS, hashEntry } from "./chain.ts";

export interface Verdict {
  subject: string;
  entries: number;
  /** The first entry whose hash or place does not fit; null when the chain is whole. */
  brokenAt: number | null;
  /** What the row says and the refolded log does not, in words; null when they agree. */
  mismatch: string | null;
}

interface SubjectRow {
  id: string;
  kind: Kind;
  value: unknown;
  context: unknown;
  version: number;
  head: string;
}

interface EntryRow {
  seq: number;
  at: Date;
  case_id: string;
  event: { type: string; input?: unknown; gates?: Sent["gates"] };
  actor_id: string;
  actor_role: string;
  machine_version: number;
  idempotency_key: string | null;
  prev_hash: string;
  hash: string;
}

/**
 * Recomputes one subject from its log: checks each hash against the one before it, applies each event again, and compares the
 * result with the row. Stops at the first broken entry.
 */
export function verify(subject: SubjectRow, entries: Iterable<EntryRow>): Verdict {
  let head = GENESIS;
  let seq = 0;
  let law: Law | null = null;
  let snapshot: AnyMachineSnapshot | null = null;
  const verdict = (brokenAt: number | null, mismatch: string | null): Verdict => ({
    subject: subject.id,
    entries: seq,
    brokenAt,
    mismatch,
  });
  for (const row of entries) {
    if (row.seq !== seq + 1 || row.prev_hash !== head) return verdict(seq + 1, "an entry is missing or out of place");
    if (hashEntry(head, entryOf(subject.id, row)) !== row.hash) return verdict(row.seq, "an entry was changed");
    head = row.hash;
    seq = row.seq;
    law = lawOf(subject.kind, row.machine_version);
    const sent: Sent = { ...row.event, by: row.actor_id, at: row.at.toISOString() };
    const step: { next: AnyMachineSnapshot } | null =
      row.event.type === "OPEN" ? begin(law, row.event.input) : snapshot && advance(law, snapshot, sent);
    if (!step) return verdict(null, `entry ${row.seq} (${row.event.type}) is not taken by the chart`);
    snapshot = step.next;
  }
  if (!snapshot) return verdict(null, "no entries");
  if (seq !== subject.version || head !== subject.head) return verdict(seq + 1, "the log ends before the row");
  const folded = canonical(JSON.parse(JSON.stringify(store(snapshot))));
  const stored = canonical({ value: subject.value, context: subject.context });
  return verdict(null, folded === stored ? null : "the row is not what the log says");
}

const entryOf = (subjectId: string, row: EntryRow): Entry => ({
  subjectId,
  seq: row.seq,
  at: row.at.toISOString(),
  caseId: row.case_id,
  event: row.event,
  actorId: row.actor_id,
  actorRole: row.actor_role,
  machineVersion: row.machine_version,
  idempotencyKey: row.idempotency_key,
});

/** Verifies every subject, some at a time, so that memory stays flat however long the log is. */
export async function* verifyAll(pool: Pool, batch = 200): AsyncGenerator<Verdict> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows: subjects } = await pool.query<SubjectRow>(
      "select id, kind, value, context, version, head from subject where id > $1 order by id limit $2",
      [after, batch],
    );
    if (subjects.length === 0) return;
    after = subjects.at(-1)!.id;
    const { rows } = await pool.query<EntryRow & { subject_id: string }>(
      "select * from log_entry where subject_id = any($1) order by subject_id, seq",
      [subjects.map(({ id }) => id)],
    );
    const bySubject = Map.groupBy(rows, (row) => row.subject_id);
    for (const subject of subjects) yield verify(subject, bySubject.get(subject.id) ?? []);
  }
}
