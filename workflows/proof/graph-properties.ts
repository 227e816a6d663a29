import { advance, explain, type Law, type Sent } from "../law.ts";
import { leavesOf } from "../project.ts";
import type { Role } from "../roles.ts";
import { type Graph, NOW, type Node, Violation, type World, wayTo } from "./explore.ts";

const fail = (property: string, node: Node, wrong: string): never => {
  throw new Violation(property, `${wrong}: ${leavesOf(node.snapshot.value).join(", ")}\n  ${wayTo(node).join(" -> ")}`);
};

/** Promises about where one can get to, and about the chart as it is drawn; asked when every state is known. */
export function checkGraph(
  world: World,
  graph: Graph,
  aims: string[],
  ways: readonly Way[],
  hears: readonly Sent[] = [],
): void {
  const nodes = [...graph.nodes.values()];
  finalsAbsorb(world, nodes);
  everyStateLeadsOn(nodes, aims);
  everyStateHasAWayOut(nodes);
  everyPromiseHasItsClock(world.law, nodes);
  everyTurnIsSomebodys(world.law, nodes);
  everyEventIsUsed(world, graph);
  promisedWaysExist(ways, graph);
  newsAreHeard(world.law, nodes, hears);
  rolesAreInTheirPlace(world.law);
}

/** A finished subject takes nothing, of what anybody may say and of what a clock may. */
function finalsAbsorb(world: World, nodes: Node[]): void {
  for (const node of nodes) {
    if (node.snapshot.status === "active") continue;
    const clocks = [...clocksOf(world.law)].map((type): Sent => ({ type, by: "system", at: NOW }));
    for (const event of [...world.moves.flatMap((move) => move.events(node)), ...clocks]) {
      if (advance(world.law, node.snapshot, event))
        fail("final states absorb", node, `${event.type} moved a finished subject`);
      if (explain(world.law, node.snapshot, event)[0] !== "isFinished")
        fail("final states absorb", node, `${event.type} is refused without the reason`);
    }
  }
}

/** From everywhere one of the aims can be reached, unless the subject has ended. */
function everyStateLeadsOn(nodes: Node[], aims: string[]): void {
  const good = reachers(nodes, (node) =>
    aims.some((aim) => leavesOf(node.snapshot.value).some((leaf) => leaf === aim || leaf.startsWith(`${aim}.`))),
  );
  for (const node of nodes) {
    if (node.snapshot.status !== "active" || good.has(node)) continue;
    // A second rejection has no appeal: what is left is to end, and to apply anew.
    if (
      leavesOf(node.snapshot.value).some((leaf) => leaf.endsWith(".kyc.rejected")) &&
      (node.snapshot.context as { appealed?: boolean }).appealed
    )
      continue;
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
  for (const node of nodes) for (const next of node.next) before.set(next, [...(before.get(next) ?? []), node]);
  const good = new Set(nodes.filter(isAim));
  for (const node of good) for (const earlier of before.get(node) ?? []) good.add(earlier);
  return good;
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

/** A way that somebody is promised: from a state, by an event, to a state. */
export type Way = readonly [from: string, event: string, to: string];

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
  preScreen: ["preScreenReminder", "preScreenDue", "preScreenExpiry"],
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
function everyEventIsUsed({ law }: World, graph: Graph): void {
  const taken = new Set(
    [...graph.nodes.values()].flatMap(({ snapshot }) =>
      snapshot._nodes.flatMap((node) => [...node.transitions.keys()].map(String)),
    ),
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
