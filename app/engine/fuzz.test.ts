import { expect, test as plain } from "vitest";
import { ZodError } from "zod";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { attemptOf, foreignTo, stamped } from "#tests/hostile.ts";
import { walk } from "#tests/walk.ts";
import { type Random, randomFrom } from "#workflows/forecast/random.ts";
import { currentLaw, type Law, laws, restore, type Sent, store } from "#workflows/law.ts";
import {
  attempt,
  type Check,
  checkEdge,
  type Edge,
  explore,
  type Move,
  NOW,
  type Node,
  stepsInto,
  type World,
} from "#workflows/proof/explore.ts";
import { promisesOf } from "#workflows/proof/promises.ts";
import { Role } from "#workflows/roles.ts";
import { type Actor, roleFor } from "./actor.ts";
import { dispatch, EventRefused, verifyAll } from "./index.server.ts";

// Nobody skips a step or takes two in another order, whatever he sends and however often. The proof walks every state with events
// as they are meant; here each role sends what it likes, from wherever a case can stand, through the same three doors that
// `dispatch` has: what the event may look like, who may say it, and whether the chart takes it.

const SEQUENCES = 10_000;
const LENGTH = 24;
const CASE = "00000000-0000-7000-8000-000000000000";

/** One world of a machine version, walked whole, with what is asked of each step. */
interface Ground {
  law: Law;
  world: World;
  nodes: Node[];
  /** `<from> <event> <to>`, leaf by leaf: all that can happen. */
  steps: ReadonlySet<string>;
  checks: [string, Check][];
  known: Move[];
  own: Record<Role, Move[]>;
  foreign: string[];
}

const grounds = (["onboarding", "channel"] as const).flatMap((kind): Ground[] => {
  const law = currentLaw(kind);
  return promisesOf(law).map(({ world, checks }) => {
    const { nodes, steps } = explore(world, () => {});
    const own = Object.fromEntries(
      Role.options.map((role) => [role, world.moves.filter(({ type }) => law.sentBy[type]?.includes(role))]),
    ) as Record<Role, Move[]>;
    return {
      ...{ law, world, nodes: [...nodes.values()], steps, checks: Object.entries(checks) },
      ...{ known: world.moves, own, foreign: foreignTo(law, laws) },
    };
  });
});

const actorOf = (random: Random, role: Role): Actor => ({
  id: role === "system" ? "system" : role === "merchant" || role === "partner" ? "m" : random.pick(["a", "b"]),
  roles: [role],
  via: role === "system" ? "system" : random.chance(0.2) ? "apiKey" : "session",
  caseIds: [CASE],
});

const gatesOf = (random: Random) => ({
  kycApproved: random.chance(0.7),
  contractSigned: random.chance(0.7),
  sitePassed: random.chance(0.7),
  halted: random.chance(0.1),
  ended: false,
});

interface Try {
  role: Role;
  actor: Actor;
  event: { type: string };
}

/** What comes of it at the three doors of `dispatch`: what it may look like, who may say it, whether the chart takes it. */
function knock({ world, law }: Ground, node: Node, { actor, event }: Try, gates: Sent["gates"]): Edge | null {
  const parsed = law.Event.safeParse(event);
  if (!parsed.success || !roleFor(law, actor, parsed.data, CASE)) return null;
  const sent = stamped(parsed.data, actor.id, NOW, gates);
  return attempt(world, node, { name: sent.type, type: sent.type, events: () => [sent] });
}

/**
 * Tries `LENGTH` things, each in the role that is drawn for it.
 *
 * @returns how many of them were taken, each a step that the proof knows and allows
 */
function sequence(random: Random, ground: Ground, roleOf: () => Role): number {
  const { law, steps, checks } = ground;
  // Some begin where a case begins: a partner has a say nowhere else.
  let node = random.chance(0.1) ? ground.nodes[0]! : random.pick(ground.nodes);
  let last: { type: string }[] = [];
  let taken = 0;
  for (let turn = 0; turn < LENGTH; turn++) {
    const role = roleOf();
    last = attemptOf(random, { ...ground, own: ground.own[role], node, last });
    const actor = actorOf(random, role);
    for (const event of last) {
      const edge = knock(ground, node, { role, actor, event }, law.kind === "channel" ? gatesOf(random) : undefined);
      if (!edge) continue;
      const { type } = edge.event;
      expect(law.sentBy[type], `${type} by ${role}`).toContain(role);
      expect(law.personal.has(type) && actor.via !== "session", `${type} via ${actor.via}`).toBe(false);
      // Throws with the promise that is broken and the way there.
      checkEdge(checks, edge);
      const walked = new Set<string>();
      stepsInto(walked)(node.place, type, edge.to.place);
      expect([...walked].filter((step) => !steps.has(step))).toEqual([]);
      // What was written is read again tomorrow: a value that the row does not take back would lock the case for good.
      expect(() => restore(law, store(edge.to.snapshot)), `${type} ${JSON.stringify(event)}`).not.toThrow();
      edge.to.from = { node, move: type };
      node = edge.to;
      taken++;
    }
  }
  return taken;
}

const sailed = (seed: number, roleOf: (random: Random) => Role): number => {
  const random = randomFrom(seed);
  let taken = 0;
  for (let n = 0; n < SEQUENCES; n++) taken += sequence(random, grounds[n % grounds.length]!, () => roleOf(random));
  return taken;
};

plain.each(Role.options)(
  `${SEQUENCES} sequences of whatever one %s may think of take no step that the proof does not know`,
  (role) => {
    const taken = sailed(Role.options.indexOf(role) + 1, () => role);
    // An auditor reads.
    if (role === "auditor") expect(taken).toBe(0);
    else expect(taken).toBeGreaterThan(100);
  },
  120_000,
);

plain(`nor do ${SEQUENCES} sequences in which everybody tries at once`, { timeout: 120_000 }, () => {
  expect(sailed(99, (random) => random.pick(Role.options))).toBeGreaterThan(SEQUENCES);
});

test("the door takes what the law takes and nothing else; what it refuses leaves no trace", {
  timeout: 120_000,
}, async ({ pool }) => {
  const random = randomFrom(7);
  const ground = grounds[0]!;
  const now = () => new Date(NOW);
  let tries = 0;
  for (let voyage = 0; voyage < 12; voyage++) {
    const { caseId, view } = await walk({ pool, now });
    let node = ground.nodes[0]!;
    let taken = 0;
    for (let turn = 0; turn < 80 && node.snapshot.status === "active"; turn++) {
      const role = random.pick(Role.options);
      const actor = { ...actorOf(random, role), caseIds: [caseId] };
      // Every other time something that leads on, or no voyage would leave the first pages.
      const open = ground.own[role].filter((move) => attempt(ground.world, node, move));
      const tried = attemptOf(random, {
        ...ground,
        own: random.chance(0.5) && open.length > 0 ? open : ground.own[role],
        node,
        last: [],
      });
      for (const event of tried) {
        const edge = knock(ground, node, { role, actor: { ...actor, caseIds: [CASE] }, event }, undefined);
        const said = dispatch(
          { pool, now },
          { subject: caseId, event: event as never, actor, idempotencyKey: newId() },
        );
        const isTaken = await said.then(
          () => true,
          (error) => {
            if (!(error instanceof EventRefused) && !(error instanceof ZodError)) throw error;
            return false;
          },
        );
        expect(isTaken, `${event.type} by ${role}`).toBe(edge !== null);
        tries++;
        if (!edge) continue;
        taken++;
        node = edge.to;
      }
    }
    const { rows } = await pool.query("select count(*)::int as entries from log_entry where subject_id = $1", [caseId]);
    expect(rows[0].entries).toBe(taken + 1);
    expect((await view()).value).toEqual(node.snapshot.value);
  }
  expect(tries).toBeGreaterThan(300);
  for await (const { mismatch } of verifyAll(pool)) expect(mismatch).toBeNull();
});
