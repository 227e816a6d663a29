import { advance, explain, type Law, type Sent } from "../law.ts";
import type { Role } from "../roles.ts";
import { type Graph, NOW, type Node, Violation, type World, wayTo } from "./explore.ts";
import { isAt } from "./place.ts";

const fail = (property: string, node: Node, wrong: string): never => {
  throw new Violation(property, `${wrong}: ${node.place.leaves.join(", ")}\n  ${wayTo(node).join(" -> ")}`);
};

/** A way that somebody is promised: from a state, by an event, to a state. */
export type Way = readonly [from: string, event: string, to: string];

/** What the whole graph of a machine is asked. */
export interface GraphPromises {
  /** States of which one can be reached from everywhere, unless the subject has ended. */
  aims: readonly string[];
  ways: readonly Way[];
  /** News that is taken in every state. */
  hears: readonly Sent[];
  answers: readonly Answer[];
  /** Who may begin anew after an end, and with what; null where the case does that. */
  anew: { event: string; role: Role } | null;
  /** Decisions of two: who says the first does not say the second, and no key says either. */
  pairs: readonly (readonly [first: string, second: string])[];
  /** What else only a person says, beside those decisions. */
  personal: readonly string[];
  /** Puts a technical failure into what a state remembers, or takes it away; null where none is remembered. */
  failure: ((context: object) => object | null) | null;
}

/** A rejection, and what can be said against it. */
export interface Answer {
  /** The state of the rejection. */
  at: string;
  events: readonly string[];
  by: Role;
  /** Where the answer has been given already: what is left is an end, and a new beginning. */
  isSpent?: (node: Node) => boolean;
}

/** Promises about where one can get to, and about the chart as it is drawn; asked when every state is known. */
export function checkGraph(world: World, graph: Graph, promises: GraphPromises): void {
  const nodes = [...graph.nodes.values()];
  // What depends on the chart alone is asked once for each place in it.
  const places = [...new Map(nodes.toReversed().map((node) => [node.place, node])).values()].reverse();
  rolesAreInTheirPlace(world.law);
  decisionsArePeoples(world.law, promises);
  everyPromiseHasItsClock(world.law, places);
  everyTurnIsSomebodys(world.law, places);
  everyEventIsUsed(world, places);
  promisedWaysExist(promises.ways, graph);
  everyRejectionHasAnAnswer(world.law, nodes, promises);
  finalsAbsorb(world, nodes);
  everyStateLeadsOn(nodes, promises);
  everyStateHasAWayOut(nodes);
  newsAreHeard(world.law, nodes, promises.hears);
  failuresChangeNothing(world, places, promises.failure);
}

/** A finished subject takes nothing, of what anybody may say and of what a clock may. */
function finalsAbsorb(world: World, nodes: Node[]): void {
  const clocks = [...clocksOf(world.law)].map((type): Sent => ({ type, by: "system", at: NOW }));
  for (const node of nodes) {
    if (node.snapshot.status === "active") continue;
    for (const event of [...world.moves.flatMap((move) => move.events(node)), ...clocks]) {
      if (advance(world.law, node.snapshot, event))
        fail("final states absorb", node, `${event.type} moved a finished subject`);
      if (explain(world.law, node.snapshot, event)[0] !== "isFinished")
        fail("final states absorb", node, `${event.type} is refused without the reason`);
    }
  }
}

/** From everywhere one of the aims can be reached, unless the subject has ended. */
function everyStateLeadsOn(nodes: Node[], { aims, answers }: GraphPromises): void {
  const good = reachers(nodes, ({ place }) => aims.some((aim) => isAt(place, aim)));
  for (const node of nodes) {
    if (node.snapshot.status !== "active" || good.has(node)) continue;
    // A second rejection has no appeal: what is left is to end, and to apply anew.
    if (answers.some(({ at, isSpent }) => isAt(node.place, at) && isSpent?.(node))) continue;
    fail("every state leads on", node, `none of ${aims.join(", ")} can be reached`);
  }
}

/** And from everywhere the subject can be brought to an end. */
function everyStateHasAWayOut(nodes: Node[]): void {
  const good = reachers(nodes, (node) => node.snapshot.status !== "active");
  for (const node of nodes) if (!good.has(node)) fail("every state has a way out", node, "nothing ends it");
}

function reachers(nodes: Node[], isAim: (node: Node) => boolean): Set<Node> {
  const before = new Map<Node, Node[]>();
  for (const node of nodes) {
    for (const { to } of node.next) {
      const earlier = before.get(to);
      if (earlier) earlier.push(node);
      else before.set(to, [node]);
    }
  }
  const good = new Set(nodes.filter(isAim));
  for (const node of good) for (const earlier of before.get(node) ?? []) good.add(earlier);
  return good;
}

/** Whoever is rejected can say something against it, once at least; and whoever has come to an end can begin anew. */
function everyRejectionHasAnAnswer(law: Law, nodes: Node[], { answers, anew }: GraphPromises): void {
  const property = "every rejection has an answer";
  for (const { at, events, by, isSpent } of answers) {
    for (const event of events) {
      if (!law.sentBy[event]?.includes(by)) throw new Violation(property, `${by} may not say ${event}`);
    }
    for (const node of nodes) {
      // What is on hold is resumed first; that it can be is among the promised ways.
      if (!isAt(node.place, at) || isSpent?.(node) || node.next.some(({ type }) => type === "RESUME")) continue;
      if (!node.next.some(({ type }) => events.includes(type)))
        fail(property, node, `${by} can say neither of ${events.join(", ")}`);
    }
  }
  if (!anew) return;
  const [first] = nodes;
  if (law.Input) throw new Violation(property, "a new beginning needs something of a former one");
  if (!law.sentBy[anew.event]?.includes(anew.role) || !first!.next.some(({ type }) => type === anew.event))
    throw new Violation(property, `${anew.role} cannot begin anew`);
}

/**
 * Both halves of a decision are said by people who are there: a key, that may be one person's second self, says neither. That the
 * second is another person than the first is asked of every step ("four eyes decide"); as every order of events is walked, an event
 * said again, or many said in a row, are among them.
 */
function decisionsArePeoples(law: Law, { pairs, personal }: GraphPromises): void {
  const { sentBy } = law;
  for (const event of [...pairs.flat(), ...personal]) {
    if (!law.personal.has(event)) throw new Violation("decisions are people's", `${event} can be said by a key`);
    if (sentBy[event]?.includes("system"))
      throw new Violation("decisions are people's", `${event} can be said by nobody`);
  }
}

/** What could not be checked is no verdict: with a failure remembered, exactly the same can be done as without. */
function failuresChangeNothing(world: World, places: Node[], failure: GraphPromises["failure"]): void {
  if (!failure) return;
  for (const node of places) {
    const other = node.snapshot.status === "active" ? failure(node.snapshot.context) : null;
    if (!other) continue;
    const twin = world.law.machine.resolveState({ value: node.snapshot.value, context: other as never });
    for (const event of world.moves.flatMap((move) => move.events(node))) {
      const [as, is] = [advance(world.law, node.snapshot, event), advance(world.law, twin, event)];
      if (JSON.stringify(as?.next.value) !== JSON.stringify(is?.next.value))
        fail("a technical failure is held against nobody", node, `${event.type} depends on whether a check failed`);
    }
  }
}

const clocksOf = (law: Law): Set<string> =>
  new Set([...law.machine.events].map(String).filter((type) => type.startsWith("xstate.after.")));

const shutGates = { kycApproved: false, contractSigned: false, sitePassed: false, halted: false, ended: false };

/** States that wait for the merchant, a PSP or a desk, and whose clock is elsewhere or not wanted. */
const withoutClock = new Set([
  // begins with its first event
  "inquiry",
  // the application's own expiry runs
  "application.contract.drafting",
  "application.contract.awaitingMerchant",
  "application.site.unchecked",
  "application.site.checked",
  // waits for its channels, each with clocks of its own
  "approved",
  // proposed the moment the PSP said yes, by the desk that heard it
  "awaitingId",
  "idIssued",
  "pspRefused",
  // reviewed when it is reviewed: the letter went out
  "live.reviewDue",
]);

/** Where somebody is waited for, a clock runs; a delay that is declared is used; one that is used is declared. */
function everyPromiseHasItsClock({ machine }: Law, nodes: Node[]): void {
  const used = new Set<string>();
  const seen = new Set<string>();
  for (const node of nodes) {
    for (const state of node.snapshot._nodes) {
      const path = state.path.join(".");
      if (seen.has(path)) continue;
      seen.add(path);
      for (const { delay, eventType } of state.after) {
        used.add(String(delay));
        const rung = {
          type: eventType,
          by: "system",
          at: NOW,
          ...("gates" in node.memory ? { gates: shutGates } : {}),
        };
        if (!node.snapshot.can(rung)) fail("every promise has its clock", node, `${delay} of ${path} does nothing`);
      }
      const waits = state.tags.some((tag: string) => /Turn$/.test(tag) && tag !== "casesTurn");
      if (waits && state.after.length === 0 && !withoutClock.has(path))
        fail("every promise has its clock", node, `${path} waits without one`);
    }
  }
  const declared = Object.keys(machine.implementations.delays);
  const unused = declared.filter((delay) => !used.has(delay));
  const unknown = [...used].filter((delay) => !declared.includes(delay));
  if (unused.length + unknown.length > 0)
    throw new Violation("every promise has its clock", `delays without use: ${unused}; without length: ${unknown}`);
  for (const [path, delays] of Object.entries(doubleClocks)) {
    const state = nodes.flatMap(({ snapshot }) => snapshot._nodes).find((one) => one.path.join(".") === path);
    for (const delay of delays)
      if (state && !state.after.some((one: { delay?: unknown }) => one.delay === delay))
        throw new Violation("every promise has its clock", `${path} has lost ${delay}`);
  }
}

/** What people are told they can do, they can: each promised way is really walked by some step. */
function promisedWaysExist(ways: readonly Way[], { steps }: Graph): void {
  for (const [from, event, to] of ways) {
    if (!steps.has(`${from} ${event} ${to}`))
      throw new Violation("promised ways exist", `no ${event} from ${from} to ${to}`);
  }
}

function newsAreHeard(law: Law, nodes: Node[], hears: readonly Sent[]): void {
  for (const node of nodes) {
    if (node.snapshot.status !== "active") continue;
    for (const news of hears)
      if (!advance(law, node.snapshot, news)) fail("news are heard", node, `${news.type} is not heard`);
  }
}

/** States with more than one clock: that one is left does not excuse the other. */
const doubleClocks: Record<string, string[]> = {
  advising: ["replyReminder", "replyDue"],
  deciding: ["proposalReminder", "proposalExpiry"],
  "application.kyc.collecting": ["documentsReminder", "documentsSecondReminder"],
};

/** In every state somebody has the ball, by name; and whoever has it can do something with it. */
function everyTurnIsSomebodys(law: Law, nodes: Node[]): void {
  const free = new Set(["live", "live.operating"]);
  const seen = new Set<string>();
  for (const node of nodes) {
    if (node.snapshot.status !== "active") continue;
    for (const state of node.snapshot._nodes) {
      const path = state.path.join(".");
      if (state.type !== "atomic" || seen.has(path) || free.has(path)) continue;
      seen.add(path);
      const tags = state.tags as string[];
      const turn = tags.find((tag) => /Turn$/.test(tag)) ?? (tags.includes("paused") ? "paused" : undefined);
      if (!turn) fail("every turn is somebody's", node, `${path} waits for nobody`);
      const wanted: Partial<Record<string, readonly Role[]>> = {
        merchantsTurn: ["merchant"],
        systemsTurn: ["system"],
        casesTurn: ["system"],
        pspsTurn: ["integration", "advisor"],
      };
      const desk = tags.find((tag) => tag.startsWith("desk:"))?.slice(5) as Role | undefined;
      if ((turn === "ourTurn" || turn === "pspsTurn") && !desk && path !== "approved")
        fail("every turn is somebody's", node, `${path} lies on no desk`);
      const events = Object.keys(law.sentBy).filter((type) => state.transitions.has(type));
      const roles = desk ? [desk] : (wanted[turn!] ?? []);
      for (const role of roles.slice(0, 1)) {
        if (path !== "approved" && !events.some((type) => law.sentBy[type]!.includes(role) && type !== "WITHDRAW"))
          fail("every turn is somebody's", node, `${role} has the ball in ${path} and can do nothing with it`);
      }
    }
  }
}

/** Every event can be sent by somebody and does something somewhere. */
function everyEventIsUsed({ law }: World, places: Node[]): void {
  const taken = new Set(
    places.flatMap(({ snapshot }) => snapshot._nodes.flatMap((node) => [...node.transitions.keys()].map(String))),
  );
  for (const [type, roles] of Object.entries(law.sentBy)) {
    if (roles.length === 0) throw new Violation("every event is somebody's", `${type} can be sent by nobody`);
    if (!taken.has(type)) throw new Violation("every event is somebody's", `${type} is taken nowhere`);
  }
}

/**
 * Who may say what, by the kind of thing it is: decisions are the approvers', facts that machines find out are the system's, and what
 * binds the merchant is the merchant's alone.
 */
function rolesAreInTheirPlace({ sentBy }: Law): void {
  for (const [type, expected] of Object.entries(places)) {
    const roles = sentBy[type];
    if (roles && (roles.length !== expected.length || expected.some((role) => !roles.includes(role))))
      throw new Violation("roles are in their place", `${type} may be sent by ${roles}, not ${expected}`);
  }
}

const groups: [Role[], string[]][] = [
  [
    ["approver"],
    ["APPROVE_KYC", "REJECT_KYC", "SEND_BACK", "COUNTERSIGN_CONTRACT", "SUSPEND_SERVICE", "RESUME_SERVICE"],
  ],
  [
    ["integration", "approver"],
    ["CONFIRM_PAYMENT_ID", "RETURN_PAYMENT_ID", "CONFIRM_KEYS", "RETURN_KEYS", "SUSPEND_CHANNEL", "RESUME_CHANNEL"],
  ],
  [["integration"], ["PROPOSE_PAYMENT_ID", "PROPOSE_KEYS", "RECORD_PSP_DECISION", "SUBMIT_TO_PSP"]],
  [
    ["system"],
    [
      "RECORD_SCREENING",
      "RECORD_SITE_CHECK",
      "FAIL_SITE_CHECK",
      "CHANNEL_MOVED",
      "ACTIVATE",
      "CASE_APPROVED",
      "CASE_MOVED",
      "CASE_ENDED",
    ],
  ],
  [
    ["merchant"],
    [
      "ACCEPT_PROPOSAL",
      "WANT_CHANGES",
      "DECLINE_PROPOSAL",
      "SET_PROFILE",
      "PROVIDE_ITEM",
      "TAKE_BACK_ITEM",
      "SUBMIT_KYC",
      "APPEAL",
      "ISSUE_CONTRACT",
      "SIGN_CONTRACT",
      "SUBMIT_SITE",
      "WITHDRAW",
      "FETCH_SECRET",
      "START_LIVE_VERIFICATION",
      "OPEN_CHANNEL",
    ],
  ],
  [
    ["reviewer"],
    [
      "ACCEPT_ITEM",
      "REFUSE_ITEM",
      "DISMISS_HIT",
      "REQUEST_MORE",
      "RECOMMEND_APPROVAL",
      "RECOMMEND_REJECTION",
      "RULE_ON_SITE",
      "CONFIRM_SITE",
      "RETURN_SITE",
      "COMPLETE_REVIEW",
    ],
  ],
  [["advisor"], ["TAKE_CASE", "SEND_PROPOSAL", "DECLINE_INQUIRY"]],
  [["merchant", "partner"], ["SUBMIT_INQUIRY"]],
  [["advisor", "admin"], ["HAND_OVER"]],
  [["advisor", "approver"], ["VOID_CONTRACT"]],
  [
    ["advisor", "reviewer", "approver"],
    ["HOLD", "RESUME"],
  ],
  [["approver", "merchant"], ["CLOSE_SERVICE"]],
  [["merchant", "reviewer", "system"], ["START_SITE_CHECK"]],
  [
    ["advisor", "integration"],
    ["RECORD_PRE_SCREEN", "ANSWER_PRE_SCREEN"],
  ],
  [
    ["merchant", "integration"],
    ["SET_TEST_CREDENTIALS", "COMPLETE_TESTS"],
  ],
  [["system", "merchant", "integration"], ["RECORD_TEST"]],
  [["system", "integration"], ["RECORD_LIVE_PAYMENT"]],
  [["merchant", "integration", "approver"], ["CLOSE_CHANNEL"]],
];
const places: Record<string, Role[]> = Object.fromEntries(
  groups.flatMap(([roles, types]) => types.map((type) => [type, roles])),
);
