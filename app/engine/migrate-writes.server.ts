import type { Tx } from "#app/platform/db/db.server.ts";
import type { MigrateEntry } from "#workflows/migration.ts";
import type { Timers } from "./timers.ts";

/** One case as it will be written, with all that hangs on it. */
export interface MoveWrite {
  id: string;
  seq: number;
  value: unknown;
  context: unknown;
  timers: Timers;
  phase: string;
  states: string[];
  turns: string[];
  event: MigrateEntry;
  actor: string;
  role: string;
  machine: number;
  prev: string;
  hash: string;
  /** Timer ids whose job has to be filed, with its time; and those whose job has to go. */
  set: { id: string; at: string }[];
  dropped: string[];
  /** Null where the desks stay as they are. */
  desks: { desk: string; dueAt: string }[] | null;
}

/**
 * Writes a batch of moved cases, in the caller's transaction that holds their rows: log entries first, then the rows they lead to,
 * then clocks and desks where those differ. Set by set: a round trip a table, not a case.
 *
 * `changed_at` stays: nobody did anything, and what people sort by it must not be shuffled.
 */
export async function writeMoves(tx: Tx, at: Date, moves: readonly MoveWrite[]): Promise<void> {
  if (moves.length === 0) return;
  const entries = JSON.stringify(
    moves.map(({ id, seq, event, actor, role, machine, prev, hash }) => ({
      id,
      seq,
      event,
      actor,
      role,
      machine,
      prev,
      hash,
    })),
  );
  await tx.query(
    `insert into log_entry (subject_id, seq, at, case_id, event, actor_id, actor_role, machine_version, idempotency_key, prev_hash, hash)
     select m.id, m.seq, $2, m.id, m.event, m.actor, m.role, m.machine, null, m.prev, m.hash
     from jsonb_to_recordset($1::jsonb) as m(id uuid, seq int, event jsonb, actor text, role text, machine int, prev text, hash text)`,
    [entries, at],
  );
  const rows = JSON.stringify(
    moves.map(({ id, seq, value, context, timers, phase, states, turns, machine, hash }) => ({
      id,
      seq,
      value,
      context,
      timers,
      phase,
      states,
      turns,
      machine,
      hash,
    })),
  );
  const { rowCount } = await tx.query(
    `update subject s set version = m.seq, value = m.value, context = m.context, timers = m.timers, phase = m.phase, states = m.states,
       turns = m.turns, machine_version = m.machine, head = m.hash
     from jsonb_to_recordset($1::jsonb)
       as m(id uuid, seq int, value jsonb, context jsonb, timers jsonb, phase text, states text[], turns text[], machine int, hash text)
     where s.id = m.id and s.version = m.seq - 1`,
    [rows],
  );
  if (rowCount !== moves.length) throw new Error(`${moves.length - (rowCount ?? 0)} cases changed under their lock`);
  await writeClocks(tx, moves);
  await writeDesks(tx, at, moves);
}

async function writeClocks(tx: Tx, moves: readonly MoveWrite[]): Promise<void> {
  const dropped = moves.flatMap(({ id, dropped: timers }) => timers.map((timer) => `${id}/${timer}`));
  if (dropped.length > 0)
    await tx.query("select graphile_worker.remove_job(key) from unnest($1::text[]) key", [dropped]);
  const set = moves.flatMap(({ id, set: timers }) =>
    timers.map((timer) => ({ subject: id, timer: timer.id, at: timer.at })),
  );
  if (set.length === 0) return;
  await tx.query(
    `select graphile_worker.add_job('ringTimer', json_build_object('subject', t.subject, 'timer', t.timer), run_at := t.at, max_attempts := 12,
       job_key := t.subject || '/' || t.timer)
     from jsonb_to_recordset($1::jsonb) as t(subject text, timer text, at timestamptz)`,
    [JSON.stringify(set)],
  );
}

async function writeDesks(tx: Tx, at: Date, moves: readonly MoveWrite[]): Promise<void> {
  const changed = moves.filter(({ desks }) => desks !== null);
  if (changed.length === 0) return;
  const wanted = changed.flatMap(({ id, desks }) => desks!.map(({ desk, dueAt }) => ({ id, desk, dueAt })));
  const parameters = [changed.map(({ id }) => id), JSON.stringify(wanted)];
  await tx.query(
    `delete from desk_item d where d.subject_id = any($1) and not exists (
       select from jsonb_to_recordset($2::jsonb) as w(id uuid, desk text) where w.id = d.subject_id and w.desk = d.desk)`,
    parameters,
  );
  await tx.query(
    `insert into desk_item (desk, subject_id, case_id, since, due_at)
     select w.desk, w.id, w.id, $2, w."dueAt" from jsonb_to_recordset($1::jsonb) as w(id uuid, desk text, "dueAt" timestamptz)
     on conflict (desk, subject_id) do update set due_at = excluded.due_at`,
    [parameters[1], at],
  );
}
