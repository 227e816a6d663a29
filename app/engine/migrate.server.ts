import type { Pool } from "pg";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { BusinessCalendar } from "#workflows/calendar/index.ts";
import { type Law, store } from "#workflows/law.ts";
import {
  type MigrateEntry,
  type MigrationFacts,
  type MigrationRefusal,
  migrated,
  noFacts,
  type RequirementChange,
} from "#workflows/migration.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import { lineKey } from "#workflows/onboarding/pre-screen.ts";
import { project } from "#workflows/project.ts";
import { system } from "./actor.ts";
import { calendarInForce } from "./calendars.server.ts";
import { type Entry, hashEntry } from "./chain.ts";
import { NEVER } from "./dispatch.server.ts";
import { type MoveWrite, writeMoves } from "./migrate-writes.server.ts";
import { moveTimers, type TimerChange, timersAfter } from "./move-timers.ts";
import { promiseDue, type Timers } from "./timers.ts";

/** What a migration does, or would do, with one running case. */
export interface CaseMove {
  id: string;
  publicId: string;
  /** Leaves of the state value. */
  states: string[];
  outcome:
    | { moved: true; states: string[]; requirements: RequirementChange[]; timers: TimerChange[] }
    | { moved: false; refused: MigrationRefusal; about: string[] };
}

interface Row {
  id: string;
  public_id: string;
  version: number;
  value: unknown;
  context: OnboardingContext;
  timers: Timers;
  states: string[];
  head: string;
}

interface Moving {
  from: Law;
  to: Law;
  dryRun: boolean;
  /** Cases in one transaction: each whole or not at all, and nobody waits for long. */
  batch?: number;
}

const START = "00000000-0000-0000-0000-000000000000";

/**
 * Moves every running case of `from` to `to`, batch by batch along the key, so that memory stays flat and people go on working.
 * Each case that moves gets its new row, its clocks and a log entry (`MIGRATE`) in one transaction. One that cannot is left exactly
 * as it was, and said. A second run finds only those that are left.
 */
export async function* migrateCases(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { from, to, dryRun, batch = 500 }: Moving,
): AsyncGenerator<CaseMove[]> {
  let after = START;
  for (;;) {
    const work = (tx: Tx) => oneBatch(tx, { from, to, after, batch, at: now(), dryRun });
    const moves = dryRun ? await work(pool) : await inTransaction(pool, work);
    if (moves.length === 0) return;
    after = moves.at(-1)!.id;
    yield moves;
  }
}

async function oneBatch(
  tx: Tx,
  { from, to, after, batch, at, dryRun }: Omit<Moving, "batch"> & { after: string; batch: number; at: Date },
): Promise<CaseMove[]> {
  const { rows } = await tx.query<Row & Record<string, unknown>>(
    `select id, public_id, version, value, context, timers, states, head from subject
     where kind = $1 and status = 'active' and machine_version = $2 and id > $3 order by id limit $4 ${dryRun ? "" : "for update"}`,
    [from.kind, from.version, after, batch],
  );
  const facts = await factsOf(tx, rows);
  const { calendar } = await calendarInForce(tx);
  const decided = rows.map((row) => decide(row, from, to, facts.get(row.id) ?? noFacts, at, calendar));
  if (!dryRun)
    await writeMoves(
      tx,
      at,
      decided.flatMap(({ write }) => write ?? []),
    );
  return decided.map(({ move }) => move);
}

/** What the channels of these cases know of pre-screens. Cases without a marked line are not asked about. */
async function factsOf(tx: Tx, rows: readonly Row[]): Promise<Map<string, MigrationFacts>> {
  const asked = rows.filter(({ context }) => context.lines.some((line) => line.preScreen)).map(({ id }) => id);
  const facts = new Map<string, MigrationFacts>();
  if (asked.length === 0) return facts;
  const { rows: channels } = await tx.query<ChannelRow & Record<string, unknown>>(
    `select case_id, phase, context->'line' as line, context->>'testCredentialsId' as tested from subject
     where kind = 'channel' and case_id = any($1) and (context->'line'->>'preScreen')::boolean`,
    [asked],
  );
  for (const channel of channels) {
    const known = facts.get(channel.case_id) ?? { preScreens: {} };
    facts.set(channel.case_id, { preScreens: { ...known.preScreens, [lineKey(channel.line)]: standingOf(channel) } });
  }
  return facts;
}

interface ChannelRow {
  case_id: string;
  phase: string;
  line: { channel: string; country: string; currency: string };
  tested: string | null;
}

function standingOf({ phase, tested }: ChannelRow): MigrationFacts["preScreens"][string] {
  if (phase === "closed") return "closed";
  if (phase === "proposed" || phase === "preScreen") return "open";
  // A PSP refuses at the pre-screen, or much later in its review; tests lie in between.
  return phase === "pspRefused" && tested === null ? "refused" : "passed";
}

function decide(
  row: Row,
  from: Law,
  to: Law,
  facts: MigrationFacts,
  at: Date,
  calendar: BusinessCalendar,
): { move: CaseMove; write: MoveWrite | null } {
  const named = { id: row.id, publicId: row.public_id, states: row.states };
  const moved = migrated(from, to, row, facts);
  if ("refused" in moved) return { move: { ...named, outcome: { moved: false, ...moved } }, write: null };
  const { value, context } = store(moved.snapshot);
  const { before } = moved;
  const stopped = row.context.hold !== null;
  const timers = moveTimers({ snapshot: before, timers: row.timers }, moved.snapshot, at, stopped, calendar);
  const [was, is] = [project(before), project(moved.snapshot)];
  const clocksChanged = timers.some(({ change }) => change !== "kept");
  const after = timersAfter(timers);
  const event: MigrateEntry = { type: "MIGRATE", from: from.version, to: to.version, facts };
  const entry: Entry = {
    subjectId: row.id,
    seq: row.version + 1,
    at: at.toISOString(),
    caseId: row.id,
    event,
    actorId: system.id,
    actorRole: "system",
    machineVersion: to.version,
    idempotencyKey: null,
  };
  const due = promiseDue(after) ?? NEVER;
  return {
    move: {
      ...named,
      outcome: { moved: true, states: is.states, requirements: moved.changes, timers },
    },
    write: {
      id: row.id,
      seq: entry.seq,
      value,
      context,
      timers: after,
      phase: is.phase,
      states: is.states,
      turns: is.turns,
      event,
      actor: entry.actorId,
      role: entry.actorRole,
      machine: to.version,
      prev: row.head,
      hash: hashEntry(row.head, entry),
      set: timers.flatMap(({ change, id, timer }) =>
        (change === "added" || change === "moved") && "dueAt" in timer && !timer.rang ? [{ id, at: timer.dueAt }] : [],
      ),
      dropped: timers.flatMap(({ change, id, was: former }) =>
        change === "removed" ? [id] : change === "moved" && former ? [former] : [],
      ),
      desks:
        clocksChanged || was.desks.join() !== is.desks.join() ? is.desks.map((desk) => ({ desk, dueAt: due })) : null,
    },
  };
}

/** How many running cases are on each version. */
export async function versionsOf(pool: Pool): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ machine_version: number; cases: number }>(
    "select machine_version, count(*)::int as cases from subject where kind = 'onboarding' and status = 'active' group by 1",
  );
  return new Map(rows.map(({ machine_version, cases }) => [machine_version, cases]));
}
