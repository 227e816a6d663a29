import type { Pool } from "pg";
import type { AnyMachineSnapshot } from "xstate";
import { type Entry, GENESIS, hashEntry } from "#app/engine/chain.ts";
import { channelId } from "#app/engine/index.server.ts";
import { promiseDue, type Timers, turnClocks } from "#app/engine/timers.ts";
import { newId } from "#app/platform/ids.ts";
import { calendarOf } from "#workflows/calendar/index.ts";
import { testPlanFor } from "#workflows/channel/test-plan.ts";
import { type Ask, advance, begin, channelV1, type Law, onboardingV1, type Sent, store } from "#workflows/law.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { project } from "#workflows/project.ts";
import { caseWorld } from "#workflows/proof/case-world.ts";
import { explore, type Node, wayTo } from "#workflows/proof/explore.ts";

// A crowd of running cases of version 1, in many states, each with a whole log: what a migration has to move. Walks are made once,
// through the chart itself; cases of the same walk differ in ids, and so in every hash.

/** A case stands here while its walk is made; its own id is put in afterwards. */
const SOMEBODY = "00000000-0000-7000-8000-0000000000aa";
/** Moves on the way of one case: what makes logs long makes the filling slow, not the migration. */
const LONGEST = 9;
const STARTED = Date.parse("2026-09-01T01:00:00.000Z");
const shut = { kycApproved: false, contractSigned: false, sitePassed: false, halted: false, ended: false };

interface Walk {
  law: Law;
  entries: { event: object; actorId: string; actorRole: string; at: string }[];
  snapshot: AnyMachineSnapshot;
  timers: Timers;
}

const at = (step: number) => new Date(STARTED + step * 60_000);

function beginWalk(law: Law, input?: object): Walk {
  const { next, asks } = begin(law, input);
  const event = { type: "OPEN", ...(input ? { input } : {}), ...(law.kind === "channel" ? { gates: shut } : {}) };
  const entry = { event, actorId: "m", actorRole: "merchant", at: at(0).toISOString() };
  return { law, entries: [entry], snapshot: next, timers: clocks({}, asks, next, 0) };
}

/** One step further; null when the chart does not take it. */
function stepped(walk: Walk, { by, at: _, ...event }: Sent): Walk | null {
  const place = walk.entries.length;
  const when = at(place).toISOString();
  const step = advance(walk.law, walk.snapshot, { ...event, by, at: when });
  if (!step) return null;
  const actorRole = walk.law.sentBy[event.type]?.[0] ?? "system";
  return {
    ...walk,
    entries: [...walk.entries, { event, actorId: by, actorRole, at: when }],
    snapshot: step.next,
    timers: clocks(walk.timers, step.asks, step.next, place),
  };
}

const clocks = (before: Timers, asks: Ask[], { context }: AnyMachineSnapshot, place: number): Timers =>
  turnClocks(before, asks, context, at(place), Boolean((context as { hold?: unknown }).hold), calendarOf("KR")).timers;

/** Running cases in as many states as asked for, taken evenly from all that version 1 can reach on a way that is not long. */
function caseWalks(count: number): Walk[] {
  const world = caseWorld(onboardingV1);
  const byName = new Map(world.moves.map((move) => [move.name, move]));
  const walkTo = (node: Node, accepts: string): Walk | null => {
    const moves = wayTo(node).map((name) => byName.get(name === "ACCEPT_PROPOSAL" ? accepts : name));
    // A clock has no sender to replay; these states are reached otherwise as well.
    if (moves.includes(undefined)) return null;
    return moves.reduce<Walk>((walk, move) => {
      const events = move!.events({ snapshot: walk.snapshot } as Node);
      return events.reduce((so, event) => stepped(so, event) ?? so, walk);
    }, beginWalk(onboardingV1));
  };
  const nodes = [...explore(world, () => {}).nodes.values()].filter(
    (node) => node.snapshot.status === "active" && wayTo(node).length <= LONGEST,
  );
  const apart = Math.max(1, Math.floor(nodes.length / count));
  // Every third case has a PSP that looks first, and one that does not.
  return nodes
    .filter((_, place) => place % apart === 0)
    .flatMap((node, place) => walkTo(node, place % 3 === 0 ? "ACCEPT_PROPOSAL all lines" : "ACCEPT_PROPOSAL") ?? []);
}

/** The channels of a walk: a marked one still asks its PSP, was refused by it, or has its yes. */
function channelWalks({ snapshot }: Walk, fate: number): { line: ChannelLine; walk: Walk }[] {
  const { lines } = snapshot.context as OnboardingContext;
  return lines.map((line) => {
    const said = (type: string, more: object = {}): Sent => ({ type, ...more, by: "system", at: "", gates: shut });
    let walk = beginWalk(channelV1, { caseId: SOMEBODY, line, plan: testPlanFor(line) });
    walk = stepped(walk, said("ACTIVATE"))!;
    if (line.preScreen && fate > 0) walk = stepped(walk, said("RECORD_PRE_SCREEN", { passed: fate > 1 }))!;
    return { line, walk };
  });
}

interface Filed {
  subjects: object[];
  entries: object[];
  desks: object[];
}

/** Writes one walk down as a subject of its own. */
function file(filed: Filed, walk: Walk, ids: { id: string; caseId: string; publicId: string }): void {
  const { id, caseId, publicId } = ids;
  const own = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(SOMEBODY, caseId)) as T;
  let head = GENESIS;
  for (const [place, { event, actorId, actorRole, at: when }] of own(walk.entries).entries()) {
    const machineVersion = walk.law.version;
    const seq = place + 1;
    const entry: Entry = {
      subjectId: id,
      seq,
      at: when,
      caseId,
      event,
      actorId,
      actorRole,
      machineVersion,
      idempotencyKey: null,
    };
    const hash = hashEntry(head, entry);
    filed.entries.push({ ...entry, prev: head, hash });
    head = hash;
  }
  const { value, context } = own(store(walk.snapshot));
  const { phase, states, turns, status, desks } = project(walk.snapshot);
  const stamp = { openedAt: walk.entries[0]!.at, changedAt: walk.entries.at(-1)!.at };
  const { kind, version: machine } = walk.law;
  const facts = { phase, states, turns, status };
  filed.subjects.push({
    id,
    caseId,
    publicId,
    kind,
    machine,
    version: walk.entries.length,
    value,
    context,
    timers: walk.timers,
    head,
    ...facts,
    ...stamp,
  });
  const dueAt = promiseDue(walk.timers) ?? "9999-12-31T00:00:00.000Z";
  for (const desk of desks) filed.desks.push({ desk, id, caseId, since: stamp.changedAt, dueAt });
}

async function write(pool: Pool, { subjects, entries, desks }: Filed): Promise<void> {
  await pool.query(
    `insert into subject (id, kind, case_id, public_id, machine_version, version, value, context, timers, phase, states, turns, status, head, opened_at, changed_at)
     select id, kind, "caseId", "publicId", machine, version, value, context, timers, phase, states, turns, status, head, "openedAt", "changedAt"
     from jsonb_to_recordset($1::jsonb) as s(id uuid, kind text, "caseId" uuid, "publicId" text, machine int, version int, value jsonb, context jsonb,
       timers jsonb, phase text, states text[], turns text[], status text, head text, "openedAt" timestamptz, "changedAt" timestamptz)`,
    [JSON.stringify(subjects)],
  );
  await pool.query(
    `insert into log_entry (subject_id, seq, at, case_id, event, actor_id, actor_role, machine_version, idempotency_key, prev_hash, hash)
     select "subjectId", seq, at, "caseId", event, "actorId", "actorRole", "machineVersion", null, prev, hash
     from jsonb_to_recordset($1::jsonb) as e("subjectId" uuid, seq int, at timestamptz, "caseId" uuid, event jsonb, "actorId" text, "actorRole" text,
       "machineVersion" int, prev text, hash text)`,
    [JSON.stringify(entries)],
  );
  await pool.query(
    `insert into desk_item (desk, subject_id, case_id, since, due_at)
     select desk, id, "caseId", since, "dueAt" from jsonb_to_recordset($1::jsonb) as d(desk text, id uuid, "caseId" uuid, since timestamptz, "dueAt" timestamptz)`,
    [JSON.stringify(desks)],
  );
}

/**
 * Fills a database with running cases of version 1 and their channels, with whole logs.
 *
 * @param count cases
 * @returns how many different states they stand in
 */
export async function fillOldCases(pool: Pool, count: number): Promise<number> {
  const walks = caseWalks(600).map((walk) => ({ walk, fates: [0, 1, 2].map((fate) => channelWalks(walk, fate)) }));
  let filed: Filed = { subjects: [], entries: [], desks: [] };
  for (let n = 0; n < count; n++) {
    const { walk, fates } = walks[n % walks.length]!;
    const caseId = newId();
    file(filed, walk, { id: caseId, caseId, publicId: `GW-${n}` });
    for (const [place, channel] of fates[Math.floor(n / walks.length) % 3]!.entries())
      file(filed, channel.walk, { id: channelId(caseId, channel.line), caseId, publicId: `CH-${n}-${place}` });
    if (filed.subjects.length < 1000 && n < count - 1) continue;
    await write(pool, filed);
    filed = { subjects: [], entries: [], desks: [] };
  }
  await pool.query("analyze subject, log_entry, desk_item");
  return new Set(walks.map(({ walk }) => JSON.stringify(walk.snapshot.value))).size;
}
