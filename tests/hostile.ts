import type { Random } from "#workflows/forecast/random.ts";
import type { Law, Sent } from "#workflows/law.ts";
import type { Move, Node } from "#workflows/proof/explore.ts";

/** Values that a form never sends and a client of one's own does. */
const oddities: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.MAX_SAFE_INTEGER,
  "",
  " ",
  "system",
  "a",
  "b",
  "m",
  "constructor",
  "data:business",
  "ZALOPAY",
  "9999-12-31T00:00:00.000Z",
  "00000000-0000-7000-8000-000000000001",
  "fulfilled",
  "live",
  "x".repeat(2001),
  [],
  [0],
  [0, 0],
  {},
  { type: "APPROVE_KYC" },
  { kycApproved: true, contractSigned: true, sitePassed: true, halted: false, ended: false },
];

/** What only the engine may say, as somebody would say it who has read XState's source. */
const machineTalk: readonly string[] = [
  "",
  "*",
  "xstate.init",
  "xstate.stop",
  "xstate.done.state.application",
  "xstate.done.state.application.kyc",
  "xstate.error.actor.x",
  "OPEN",
  "MIGRATE",
  "__proto__",
  "constructor",
  "toString",
];

/**
 * The next thing that somebody tries who wants to get further than he may: what the chart knows, said at the wrong time, by the
 * wrong one, twice, with other values, with fields that only the engine sets, or something that nobody may say at all.
 *
 * @param known moves of the proof's world: well-formed events of this chart
 * @param own which of them this role is allowed to say: tried more often, or a role would hardly get anywhere
 */
export function attemptOf(
  random: Random,
  {
    known,
    own,
    foreign,
    node,
    last,
  }: { known: Move[]; own: Move[]; foreign: string[]; node: Node; last: { type: string }[] },
): { type: string }[] {
  const dice = random.next();
  if (dice < 0.06 && last.length > 0) return last;
  if (dice < 0.1) return [{ type: random.pick(machineTalk) }];
  if (dice < 0.14) return [{ type: random.pick(clocksOf(node)) ?? "xstate.after.due" }];
  if (dice < 0.18) return [{ type: random.pick(foreign), ...fields(random) }];
  const move = random.pick(own.length > 0 && dice < 0.8 ? own : known);
  const said = move.events(node).map(({ by: _by, at: _at, gates: _gates, ...event }) => event as { type: string });
  return dice < 0.6 ? said : said.map((event) => bent(random, event));
}

const clocksOf = (node: Node): string[] =>
  node.snapshot._nodes.flatMap(({ after }) => after.map((one) => one.eventType));

/** One or two values of an event exchanged, and sometimes the stamps put on that the engine puts on. */
function bent(random: Random, event: { type: string }): { type: string } {
  const changed: { type: string; [field: string]: unknown } = { ...event };
  const keys = Object.keys(event).filter((key) => key !== "type");
  for (const key of random.some(keys, 0.4)) changed[key] = random.pick(oddities);
  return random.chance(0.5) ? { ...changed, ...fields(random) } : changed;
}

const fields = (random: Random): object => ({
  by: random.pick(["system", "a", "b"]),
  at: random.pick(["1970-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"]),
  gates: { kycApproved: true, contractSigned: true, sitePassed: true, halted: false, ended: false },
  actor: { roles: ["approver"] },
  version: random.pick([1, 2, -1]),
});

/** The types of events that a chart knows nothing of, taken from the others. */
export const foreignTo = (law: Law, laws: readonly Law[]): string[] =>
  laws.flatMap(({ sentBy }) => Object.keys(sentBy)).filter((type) => !(type in law.sentBy));

/** An event as the engine stamps it. */
export const stamped = (event: { type: string }, by: string, at: string, gates: Sent["gates"]): Sent => ({
  ...event,
  by,
  at,
  ...(gates ? { gates } : {}),
});
