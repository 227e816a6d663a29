import type { Tx } from "#app/platform/db/db.server.ts";
import { isId } from "#app/platform/ids.ts";
import { type EntryKind, eventsOf, internal } from "./kinds.ts";

/** One entry of the log as it stands. */
export interface LogEntry {
  subjectId: string;
  seq: number;
  at: Date;
  event: { type: string; [field: string]: unknown };
  actorId: string;
  actorRole: string;
  machineVersion: number;
  hash: string;
}

export interface EntriesAsked {
  caseId: string;
  kind?: EntryKind | null;
  /** Only of this case or channel. */
  subject?: string | null;
  /** Leaves out what only staff may read. */
  audience: "merchant" | "staff";
  /** Behind this entry (older). */
  after?: string | null;
  /** From this entry on, itself included: what a link to one entry says. */
  from?: string | null;
  most: number;
}

export interface EntriesPage {
  entries: LogEntry[];
  /** Cursor of the next page; null on the last. */
  after: string | null;
}

interface Row {
  subject_id: string;
  seq: number;
  at: Date;
  event: LogEntry["event"];
  actor_id: string;
  actor_role: string;
  machine_version: number;
  hash: string;
}

/** Names one entry in an address: `<ms since 1970>_<subject>_<seq>`. */
export const cursorOf = ({ at, subjectId, seq }: Pick<LogEntry, "at" | "subjectId" | "seq">): string =>
  `${at.getTime()}_${subjectId}_${seq}`;

/** null for what is no cursor of ours. */
export function parseCursor(text: string | null | undefined): { at: Date; subjectId: string; seq: number } | null {
  const [, ms, subjectId, seq] = /^(\d{1,14})_([0-9a-f-]{36})_(\d{1,9})$/.exec(text ?? "") ?? [];
  return isId(subjectId) ? { at: new Date(Number(ms)), subjectId, seq: Number(seq) } : null;
}

/** The log of a case and its channels, newest first, a page at a time, in one query. */
export async function readEntries(tx: Tx, asked: EntriesAsked): Promise<EntriesPage> {
  const params: unknown[] = [asked.caseId];
  const hole = (value: unknown) => `$${params.push(value)}`;
  const where = ["case_id = $1"];
  if (asked.subject) where.push(`subject_id = ${hole(asked.subject)}`);
  if (asked.kind === "clocks") where.push(`event->>'type' like 'xstate.after.%'`);
  else if (asked.kind) where.push(`event->>'type' = any(${hole(eventsOf[asked.kind])})`);
  if (asked.audience === "merchant") {
    where.push(`not (event->>'type' = any(${hole(internal)}))`, `event->>'type' not like 'xstate.after.%'`);
  }
  const after = parseCursor(asked.after);
  const from = parseCursor(asked.from);
  for (const [bound, sign] of [[after, "<"] as const, [from, "<="] as const]) {
    if (!bound) continue;
    const at = hole(bound.at);
    // The plain bound on the time lets the index and the partitions be used; the row says the exact place.
    where.push(`at <= ${at}::timestamptz`);
    where.push(
      `(at, subject_id, seq) ${sign} (${at}::timestamptz, ${hole(bound.subjectId)}::uuid, ${hole(bound.seq)}::int)`,
    );
  }
  const { rows } = await tx.query<Row>(
    `select subject_id, seq, at, event, actor_id, actor_role, machine_version, hash from log_entry
     where ${where.join(" and ")} order by at desc, subject_id desc, seq desc limit ${asked.most + 1}`,
    params,
  );
  const entries = rows.slice(0, asked.most).map(entryOf);
  const last = rows.length > asked.most ? entries.at(-1) : undefined;
  return { entries, after: last ? cursorOf(last) : null };
}

/** What one machine tells another, and what every case begins with: no news to a person. */
const chatter = ["OPEN", "ACTIVATE", "CHANNEL_MOVED", "CASE_APPROVED", "CASE_MOVED", "CASE_ENDED"];

/** What others did in a case since an instant, newest first, at most `most`. One query. */
export async function readNews(
  tx: Tx,
  { caseId, since, notBy, most }: { caseId: string; since: Date; notBy: string; most: number },
): Promise<LogEntry[]> {
  const { rows } = await tx.query<Row>(
    `select subject_id, seq, at, event, actor_id, actor_role, machine_version, hash from log_entry
     where case_id = $1 and at > $2 and actor_id <> $3 and not (event->>'type' = any($4)) and event->>'type' not like 'xstate.after.%'
     order by at desc, subject_id desc, seq desc limit $5`,
    [caseId, since, notBy, chatter, most],
  );
  return rows.map(entryOf);
}

const entryOf = (row: Row): LogEntry => ({
  subjectId: row.subject_id,
  seq: row.seq,
  at: row.at,
  event: row.event,
  actorId: row.actor_id,
  actorRole: row.actor_role,
  machineVersion: row.machine_version,
  hash: row.hash,
});
