import type { Tx } from "#app/platform/db/db.server.ts";
import { newPublicId } from "#app/platform/ids.ts";
import { begin, currentLaw, type Kind, lawOf } from "#workflows/law.ts";
import { gatesOf } from "#workflows/project.ts";
import { calendarInForce } from "./calendars.server.ts";
import { GENESIS } from "./chain.ts";
import { commit } from "./dispatch.server.ts";

export interface Opening {
  id: string;
  kind: Kind;
  /** The case it belongs to; its own id for a case. */
  caseId: string;
  /** What the machine begins with; a case begins with nothing. */
  input?: unknown;
  actorId: string;
  actorRole: string;
  at: Date;
  /** The version of its chart; the newest unless given. */
  version?: number;
}

/**
 * Begins a case or a channel, in the caller's transaction; its first log entry is `OPEN`. A second opening of the same id does
 * nothing.
 *
 * @returns whether it began now
 */
export async function openSubject(
  tx: Tx,
  { id, kind, caseId, input, actorId, actorRole, at, version }: Opening,
): Promise<boolean> {
  const law = version === undefined ? currentLaw(kind) : lawOf(kind, version);
  const step = begin(law, input);
  const { rows } = await tx.query(
    `insert into subject (id, kind, case_id, public_id, machine_version, version, value, context, timers, phase, states, turns, status, head, opened_at, changed_at)
     values ($1,$2,$3,$4,$5,0,'{}','{}','{}','','{}','{}','active',$6,$7,$7) on conflict (id) do nothing returning id`,
    [id, kind, caseId, newPublicId(kind === "onboarding" ? "GW" : "CH"), law.version, GENESIS, at],
  );
  if (rows.length === 0) return false;
  const context = step.next.context;
  const gates = kind === "channel" ? await gatesOfCase(tx, caseId) : gatesOf({ value: step.next.value, context });
  const row = {
    id,
    kind,
    case_id: caseId,
    machine_version: law.version,
    version: 0,
    value: {},
    context: {},
    timers: {},
    status: "active",
    head: GENESIS,
    case_value: step.next.value,
    case_context: context,
    calendar_id: (await calendarInForce(tx)).id,
    earlier_seq: null,
  };
  const sent = { type: "OPEN", ...(input === undefined ? {} : { input }), by: actorId, at: at.toISOString(), gates };
  await commit(tx, {
    before: null,
    row,
    law,
    step,
    sent: kind === "channel" ? sent : withoutGates(sent),
    at,
    actor: actorId,
    role: actorRole,
    key: null,
  });
  return true;
}

const withoutGates = <T extends { gates: unknown }>({ gates: _, ...rest }: T) => rest;

async function gatesOfCase(tx: Tx, caseId: string) {
  const { rows } = await tx.query("select value, context from subject where id = $1 for share", [caseId]);
  return gatesOf({ value: rows[0]!.value, context: rows[0]!.context });
}
