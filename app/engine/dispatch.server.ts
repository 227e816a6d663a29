import type { AnyMachineSnapshot } from "xstate";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { ChannelEvent, Gates } from "#workflows/channel/events.ts";
import { advance, explain, type Kind, type Law, lawOf, restore, type Sent, type Step, store } from "#workflows/law.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import type { OnboardingEvent } from "#workflows/onboarding/events.ts";
import { gatesOf, type Projection, project } from "#workflows/project.ts";
import { type Actor, roleFor, system } from "./actor.ts";
import { calendarBy, HOUSE } from "./calendars.server.ts";
import { hashEntry } from "./chain.ts";
import { EventRefused, NoSuchSubject } from "./errors.ts";
import { promiseDue, rung, type Timers, turnClocks } from "./timers.ts";

/** Due time of what is due never: sorts last. */
export const NEVER = "9999-12-31T00:00:00.000Z";

export interface Dispatch {
  /** Id of the case or channel. */
  subject: string;
  event: OnboardingEvent | ChannelEvent;
  actor: Actor;
  /** The same key again is answered with the first answer again. */
  idempotencyKey: string | null;
  /**
   * Rows of a room that change together with the event, in its transaction. Called after the law said yes.
   * It must not call anything outside the database, and may run again when the transaction is retried.
   */
  also?: (tx: Tx, after: { seq: number; caseId: string }) => Promise<void>;
}

export interface Dispatched {
  subject: string;
  caseId: string;
  /** Place of the entry in the subject's log. */
  seq: number;
  /** The key had been used: this is what happened then, nothing was done now. */
  replayed: boolean;
}

interface Row {
  id: string;
  kind: Kind;
  case_id: string;
  machine_version: number;
  version: number;
  value: unknown;
  context: unknown;
  timers: Timers;
  status: string;
  head: string;
  case_value: unknown;
  case_context: OnboardingContext;
  /** The published list of working days in force; null for the one that ships with the build. */
  calendar_id: string | null;
  earlier_seq: number | null;
}

/**
 * Applies one event to one case or channel: the only way they change.
 *
 * The log entry, the row after it, its timers, its place on the desks and its jobs are committed together or not at all.
 * Nothing outside the database is touched. Deadlocks and lost races are run again.
 *
 * @throws EventRefused with the reasons; nothing is written
 * @throws NoSuchSubject
 * @throws ZodError when the event is not one that the machine knows
 */
export async function dispatch(
  { pool, now, log }: Pick<Platform, "pool" | "now"> & Partial<Pick<Platform, "log">>,
  { subject, event, actor, idempotencyKey, also }: Dispatch,
): Promise<Dispatched> {
  try {
    return await inTransaction(pool, async (tx) => {
      const row = await lock(tx, subject, idempotencyKey, now());
      if (row.earlier_seq !== null) return answer(row, row.earlier_seq, true);
      const law = lawOf(row.kind, row.machine_version);
      const asked = law.Event.parse(event);
      const role = roleFor(law, actor, asked, row.case_id);
      if (!role) throw new EventRefused(event.type, ["notYours"]);
      const at = now();
      const sent = stamp(row, asked, actor.id, at);
      const current = restore(law, row);
      const step = advance(law, current, sent);
      if (!step) {
        // The lock may have been waited for while the same key did its work: look again with fresh eyes before saying no.
        const earlier = idempotencyKey && (await earlierAnswer(tx, subject, idempotencyKey));
        if (earlier) return earlier;
        throw new EventRefused(event.type, explain(law, current, sent));
      }
      const seq = row.version + 1;
      await also?.(tx, { seq, caseId: row.case_id });
      await commit(tx, { row, law, before: current, step, sent, at, actor: actor.id, role, key: idempotencyKey });
      return answer(row, seq, false);
    });
  } catch (error) {
    // Two callers raced with one key and this one lost: the winner's answer is the answer.
    if ((error as { code?: string }).code === "GW001") return (await earlierAnswer(pool, subject, idempotencyKey!))!;
    if (error instanceof EventRefused)
      log?.info({ subject, event: error.event, reasons: error.reasons, actor: actor.id }, "event refused");
    throw error;
  }
}

/**
 * Lets a timer ring. Only a timer that the row still holds and whose time has come does anything, so that a job that runs twice,
 * or after the state was left, is harmless.
 *
 * @returns whether it rang
 */
export async function ring(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { subject, timer }: { subject: string; timer: string },
): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const row = await lock(tx, subject, null, now());
    const at = now();
    const rang = rung(row.timers, timer, at);
    if (!rang) return false;
    if ("earlyMs" in rang) {
      await comeAgain(tx, { subject, timer, inMs: rang.earlyMs });
      return false;
    }
    const law = lawOf(row.kind, row.machine_version);
    const sent = stamp(row, { type: timer }, system.id, at);
    const current = restore(law, row);
    const step = advance(law, current, sent);
    if (!step) return false;
    await commit(tx, {
      row: { ...row, timers: rang.timers },
      law,
      before: current,
      step,
      sent,
      at,
      actor: system.id,
      role: "system",
      key: null,
    });
    return true;
  });
}

/** A clock that is behind the database's got here early: the job that rings must not be used up by that. */
const comeAgain = (tx: Tx, { subject, timer, inMs }: { subject: string; timer: string; inMs: number }) =>
  tx.query(
    "select graphile_worker.add_job('ringTimer', $1::json, run_at := now() + make_interval(secs => $2), max_attempts := 12, job_key := $3)",
    [JSON.stringify({ subject, timer }), inMs / 1000, `${subject}/${timer}`],
  );

/** The event as the law sees it: what the asker may not say for himself is put on here. */
function stamp(row: Row, event: { type: string }, by: string, at: Date): Sent {
  const sent: Sent = { ...event, by, at: at.toISOString() };
  return row.kind === "channel" ? { ...sent, gates: gatesNow(row) } : sent;
}

const gatesNow = (row: Row): Gates => gatesOf({ value: row.case_value, context: row.case_context });

/** Planned once a connection: over the partitions of the log, planning costs as much again as reading (1.2 to 0.6 ms of the server's time). */
export const lockStatement = {
  name: "engine/lock",
  text: `select s.id, s.kind, s.case_id, s.machine_version, s.version, s.value, s.context, s.timers, s.status, s.head,
       c.value as case_value, c.context as case_context,
       (select id from calendar_version where country = $4 order by published_at desc, id desc limit 1) as calendar_id,
       (select l.seq from log_entry l where $2::text is not null and l.subject_id = s.id and l.idempotency_key = $2 and l.at > $3::timestamptz - interval '90 days' limit 1) as earlier_seq
     from subject s join subject c on c.id = s.case_id where s.id = $1 for update of s for share of c`,
};

/** Migration 0002. */
export const commitStatement = {
  name: "engine/commit",
  text: "select commit_step($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)",
};

/** One row and its case, locked case last: a case never waits for its channels, so nobody waits in a circle. */
async function lock(tx: Tx, subject: string, key: string | null, at: Date): Promise<Row> {
  const { rows } = await tx.query<Row & Record<string, unknown>>(lockStatement, [subject, key, at, HOUSE]);
  if (!rows[0]) throw new NoSuchSubject(subject);
  return rows[0];
}

interface Committing {
  row: Row;
  law: Law;
  /** As the row stood; null for one that begins. */
  before: AnyMachineSnapshot | null;
  step: Step;
  sent: Sent;
  at: Date;
  actor: string;
  role: string;
  key: string | null;
}

/** Its places on the desks, each with the time it is promised for. */
function desksOf({ status, desks }: Projection, timers: Timers): string {
  const due = promiseDue(timers) ?? NEVER;
  return JSON.stringify(status === "active" ? desks.map((desk) => ({ desk, dueAt: due })) : []);
}

/** Writes one step through `commit_step` (migration 0002), in the caller's transaction. */
export async function commit(
  tx: Tx,
  { row, law, before, step, sent, at, actor, role, key }: Committing,
): Promise<void> {
  const seq = row.version + 1;
  const { value, context } = store(step.next);
  const facts = project(step.next);
  const stopped =
    law.kind === "channel"
      ? sent.gates!.halted
      : (context as OnboardingContext).hold !== null && facts.status === "active";
  const clocks = turnClocks(row.timers, step.asks, context, at, stopped, await calendarBy(tx, row.calendar_id));
  const { by: _by, at: _at, ...logged } = sent;
  const entry = {
    subjectId: row.id,
    seq,
    at: at.toISOString(),
    caseId: row.case_id,
    event: logged,
    actorId: actor,
    actorRole: role,
    machineVersion: law.version,
    idempotencyKey: key,
  };
  const hash = hashEntry(row.head, entry);
  const jobs = [
    ...step.asks
      .filter((ask) => ask.ask === "effect")
      .map((ask, place) => ({
        task: ask.name,
        key: `${row.id}/${seq}/${place}`,
        payload: { caseId: row.case_id, subject: row.id, seq, params: ask.params },
      })),
    ...clocks.set.map(({ id, at: runAt }) => ({
      task: "ringTimer",
      key: `${row.id}/${id}`,
      runAt,
      payload: { subject: row.id, timer: id },
    })),
  ];
  const desks = desksOf(facts, clocks.timers);
  await tx.query(commitStatement, [
    row.id,
    row.case_id,
    seq,
    JSON.stringify(value),
    JSON.stringify(context),
    JSON.stringify(clocks.timers),
    facts.phase,
    facts.states,
    facts.turns,
    facts.status,
    row.head,
    hash,
    at,
    JSON.stringify(logged),
    actor,
    role,
    law.version,
    key,
    JSON.stringify(jobs),
    clocks.dropped.map((id) => `${row.id}/${id}`),
    // Most steps leave the desks as they are: then nothing is deleted and written again.
    before && desksOf(project(before), row.timers) === desks ? null : desks,
  ]);
}

const answer = (row: Row, seq: number, replayed: boolean): Dispatched => ({
  subject: row.id,
  caseId: row.case_id,
  seq,
  replayed,
});

async function earlierAnswer(tx: Tx, subject: string, key: string): Promise<Dispatched | null> {
  const { rows } = await tx.query<{ seq: number; case_id: string }>(
    "select seq, case_id from log_entry where subject_id = $1 and idempotency_key = $2 order by seq limit 1",
    [subject, key],
  );
  return rows[0] ? { subject, caseId: rows[0].case_id, seq: rows[0].seq, replayed: true } : null;
}
