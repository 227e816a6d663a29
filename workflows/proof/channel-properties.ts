import type { AnyMachineSnapshot } from "xstate";
import type { ChannelContext } from "../channel/context.ts";
import type { Sent } from "../law.ts";
import { type Check, type Edge, NOW, type Node } from "./explore.ts";
import type { GraphPromises, Way } from "./graph-properties.ts";

const context = ({ snapshot }: { snapshot: AnyMachineSnapshot }) => snapshot.context as ChannelContext;
const phase = ({ place }: Node): string => place.leaves[0]!;
const entered = (edge: Edge, ...names: string[]) => names.includes(phase(edge.to)) && !names.includes(phase(edge.from));
const asked = (edge: Edge, effect: string, params: object = {}) =>
  edge.asks.some(
    (ask) =>
      ask.ask === "effect" &&
      ask.name === effect &&
      Object.entries(params).every(([key, value]) => ask.params[key] === value),
  );
const mailed = (edge: Edge, letter: string) => asked(edge, "sendMail", { letter });
const gatesOpen = ({ event: { gates } }: Edge) =>
  Boolean(gates?.kycApproved && gates.contractSigned && gates.sitePassed);
const isClock = (edge: Edge, delay: string) => edge.event.type.startsWith(`xstate.after.${delay}.`);
const testsPassed = ({ from: { memory } }: Edge) => memory.flowPassed === true && memory.webhooksPassed === true;
const said = <T>(edge: Edge) => edge.event as unknown as T;

/** What is done, and what is only possible, with real money. */
const liveSide = [
  "pspReview",
  "awaitingId",
  "idProposed",
  "idIssued",
  "keysProposed",
  "keysIssued",
  "liveVerification",
  "live",
  "suspended",
];

/** The PSP looks first, and the case has not asked it. */
const asksItself = (edge: Edge) => context(edge.from).line.preScreen && !context(edge.from).preScreened;

/** The promises of a channel, each a question about one step, resting on what the watcher saw. */
export const channelChecks: Record<string, Check> = {
  "nothing live before KYC is approved, the contract signed and the site passed": (edge) => {
    const gated = ["PROPOSE_PAYMENT_ID", "CONFIRM_PAYMENT_ID", "PROPOSE_KEYS", "CONFIRM_KEYS", "OPEN_CHANNEL"];
    if (gated.includes(edge.event.type) && !gatesOpen(edge)) return `${edge.event.type} with a gate shut`;
    return entered(edge, ...liveSide) && !gatesOpen(edge) && "a channel went to its PSP with a gate shut";
  },
  "pre-screened where the PSP wants it": (edge) =>
    entered(edge, "testSetup", "testing", "tested") &&
    edge.to.memory.preScreened !== true &&
    phase(edge.from) !== "testSetup" &&
    "tests began before the pre-screen was passed",
  "a pre-screen is recorded only where the PSP wants one": (edge) =>
    edge.event.type === "RECORD_PRE_SCREEN" && !asksItself(edge) && "a pre-screen was recorded that nobody asked for",
  "reasons are remembered": (edge) =>
    "reason" in edge.event &&
    (edge.event.type === "CLOSE_CHANNEL" || edge.event.type === "SUSPEND_CHANNEL") &&
    context(edge.to).reason !== edge.event.reason &&
    "the reason was lost",
  "the plan is passed before anything is live": (edge) => {
    if (edge.event.type === "COMPLETE_TESTS" && !testsPassed(edge)) return "tests were completed that had not passed";
    if (edge.event.type === "START_LIVE_VERIFICATION" && !testsPassed(edge))
      return "live verification before the tests passed";
    return entered(edge, ...liveSide) && !testsPassed(edge) && "a channel went to its PSP untested";
  },
  "a test counts only where the plan asks for it": (edge) => {
    if (edge.event.type !== "RECORD_TEST") return false;
    const { item, outcome } = said<{ item: keyof ChannelContext["tests"]; outcome: string }>(edge);
    if (!context(edge.from).plan.includes(item)) return "a test outside the plan was taken";
    return (
      (context(edge.to).tests[item]?.outcome !== outcome || phase(edge.to) !== phase(edge.from)) &&
      "the outcome of a test was not kept"
    );
  },
  "the PSP has said yes before an ID exists": (edge) => {
    if (entered(edge, "awaitingId") && phase(edge.from) === "pspReview" && edge.to.memory.pspApproved !== true)
      return "an ID was awaited without the PSP's yes";
    return (
      edge.event.type === "PROPOSE_PAYMENT_ID" &&
      edge.from.memory.pspApproved !== true &&
      "an ID was proposed without the PSP's yes"
    );
  },
  "only a person says the PSP's no": (edge) =>
    entered(edge, "pspRefused") &&
    (edge.event.by === "system" || !["RECORD_PSP_DECISION", "RECORD_PRE_SCREEN"].includes(edge.event.type)) &&
    "refused by nobody",
  "two people issue a payment ID": (edge) => {
    if (edge.event.type === "CONFIRM_PAYMENT_ID") {
      if (edge.from.memory.idBy === null || edge.from.memory.idBy === edge.event.by)
        return "one person proposed and confirmed a payment ID";
      return (
        (context(edge.to).paymentId === null || !mailed(edge, "paymentIdIssued")) &&
        "an issued ID is not known or not told"
      );
    }
    return (
      entered(edge, "idIssued") && phase(edge.from) === "idProposed" && "a payment ID was issued without confirmation"
    );
  },
  "a payment ID comes before a live key": (edge) =>
    edge.event.type === "PROPOSE_KEYS" &&
    (edge.from.memory.idConfirmed !== true || context(edge.from).paymentId === null) &&
    "keys were proposed before the payment ID was confirmed",
  "two people issue a live key": (edge) => {
    if (edge.event.type === "CONFIRM_KEYS") {
      if (edge.from.memory.keysBy === null || edge.from.memory.keysBy === edge.event.by)
        return "one person proposed and confirmed keys";
      if (context(edge.from).keysId !== said<{ keysId: string }>(edge).keysId)
        return "other keys were confirmed than were proposed";
      return !mailed(edge, "keysIssued") && "keys were issued without a word";
    }
    return (
      entered(edge, "keysIssued", "liveVerification", "live", "suspended") && "keys were issued without confirmation"
    );
  },
  "what is proposed is remembered with its proposer": (edge) => {
    if (edge.event.type === "PROPOSE_KEYS")
      return context(edge.to).keysId !== said<{ keysId: string }>(edge).keysId ||
        context(edge.to).proposedBy !== edge.event.by ||
        context(edge.to).secretFetched ||
        !mailed(edge, "keysToConfirm")
        ? "proposed keys are not remembered"
        : false;
    if (edge.event.type === "PROPOSE_PAYMENT_ID")
      return context(edge.to).paymentId !== said<{ paymentId: string }>(edge).paymentId ||
        context(edge.to).proposedBy !== edge.event.by ||
        !mailed(edge, "paymentIdToConfirm")
        ? "a proposed ID is not remembered"
        : false;
    if (edge.event.type.startsWith("CONFIRM_"))
      return context(edge.to).proposedBy !== null && "a confirmed proposal still waits for confirmation";
    if (edge.event.type === "RETURN_PAYMENT_ID")
      return context(edge.to).paymentId !== null || context(edge.to).proposedBy !== null
        ? "a returned ID is still there"
        : false;
    if (edge.event.type === "RETURN_KEYS")
      return context(edge.to).keysId !== null || context(edge.to).proposedBy !== null || !asked(edge, "revokeKeys")
        ? "returned keys still work"
        : false;
    return false;
  },
  "a secret is fetched once, by its keys": (edge) => {
    if (edge.event.type !== "FETCH_SECRET") return false;
    if (context(edge.from).keysId !== said<{ keysId: string }>(edge).keysId)
      return "the secret of other keys was fetched";
    if (!context(edge.to).secretFetched) return "a fetched secret counts as not fetched";
    return Number(edge.to.memory.fetched) > 1 && "a secret was fetched twice";
  },
  "verification needs the fetched secret": (edge) =>
    edge.event.type === "START_LIVE_VERIFICATION" &&
    edge.from.memory.fetched === 0 &&
    "verification began before anybody held the secret",
  "opened after a real payment": (edge) => {
    if (edge.event.type === "OPEN_CHANNEL") {
      if (edge.from.memory.paid !== true) return "opened without a verified real payment";
      return !asked(edge, "tellCase", { to: "live" }) || !mailed(edge, "channelLive")
        ? "an opened channel tells nobody"
        : false;
    }
    return entered(edge, "live") && phase(edge.from) !== "suspended" && "opened by something else than opening";
  },
  "the case hears of it": (edge) => {
    if (edge.event.type === "ACTIVATE")
      return !asked(edge, "tellCase", { to: "underWay" }) && "a channel began and its case does not know";
    if (edge.event.type === "SUSPEND_CHANNEL")
      return !asked(edge, "tellCase", { to: "suspended" }) && "a suspension is not told to the case";
    if (edge.event.type === "RESUME_CHANNEL")
      return !asked(edge, "tellCase", { to: "live" }) || !mailed(edge, "channelLive")
        ? "a resumption is not told"
        : false;
    return false;
  },
  "an end revokes the keys and is told": (edge) => {
    if (!entered(edge, "closed")) return false;
    if (!asked(edge, "revokeKeys")) return "a closed channel's keys still work";
    return !asked(edge, "tellCase", { to: "ended" }) || !mailed(edge, "channelClosed")
      ? "a closed channel tells nobody"
      : false;
  },
  "nothing but facts moves while the case is halted": (edge) => {
    const mayMove = ["CASE_APPROVED", "CASE_MOVED", "CASE_ENDED", "CLOSE_CHANNEL", "SUSPEND_CHANNEL", "RECORD_TEST"];
    return (
      edge.event.gates?.halted === true &&
      !mayMove.includes(edge.event.type) &&
      "something moved while the case was halted"
    );
  },
  "clocks stop and go with the case": (edge) => {
    if (edge.event.type !== "CASE_MOVED") return false;
    const wanted = edge.event.gates?.halted ? "stopClocks" : "resumeClocks";
    if (edge.asks.some(({ ask }) => ask === (edge.event.gates?.halted ? "resumeClocks" : "stopClocks")))
      return "the clocks went the wrong way";
    // Leaving `tested` at last is the same news put to use; the state it leaves has no clock.
    return (
      phase(edge.from) === phase(edge.to) &&
      !edge.asks.some(({ ask }) => ask === wanted) &&
      `the case moved and the channel's clocks did not ${wanted}`
    );
  },
  "each event has its letter": (edge) => {
    const letter =
      edge.event.type === "RECORD_PRE_SCREEN"
        ? said<{ passed: boolean }>(edge).passed
          ? "testSetUp"
          : "pspRefused"
        : edge.event.type === "RECORD_PSP_DECISION" && !said<{ approved: boolean }>(edge).approved
          ? "pspRefused"
          : edge.event.type === "ACTIVATE"
            ? asksItself(edge)
              ? "pspPreScreenStarted"
              : "testSetUp"
            : (lettersOf[edge.event.type] ??
              Object.entries(clockLetters(phase(edge.from))).find(([delay]) => isClock(edge, delay))?.[1]);
    if (entered(edge, "pspReview") && !mailed(edge, "pspReviewStarted")) return "a review began without a word";
    return letter !== undefined && !mailed(edge, letter) && `${edge.event.type} sends no ${letter}`;
  },
  "each event leads where it says": (edge) => {
    const target = targetsOf(edge);
    return (
      target !== null &&
      !target.includes(phase(edge.to)) &&
      `${edge.event.type} led from ${phase(edge.from)} to ${phase(edge.to)}`
    );
  },
  "test credentials are remembered": (edge) =>
    edge.event.type === "SET_TEST_CREDENTIALS" &&
    context(edge.to).testCredentialsId !== said<{ credentialsId: string }>(edge).credentialsId &&
    "set credentials are not known",
  "a real payment is remembered": (edge) =>
    edge.event.type === "RECORD_LIVE_PAYMENT" &&
    context(edge.to).livePayment !== said<{ outcome: string }>(edge).outcome &&
    "the outcome of a real payment was lost",
};

const lettersOf: Record<string, string> = { COMPLETE_TESTS: "testsPassed", SUSPEND_CHANNEL: "channelSuspended" };
const clockLetters = (state: string): Record<string, string> => ({
  testReminder: "testSetUp",
  pspFollowUp: state === "preScreen" ? "pspPreScreenStarted" : "pspReviewStarted",
  confirmDue: state === "idProposed" ? "paymentIdToConfirm" : "keysToConfirm",
  openReminder: "keysIssued",
});

function targetsOf(edge: Edge): string[] | null {
  const { type } = edge.event;
  if (type.startsWith("xstate.after.")) return [phase(edge.from)];
  switch (type) {
    case "ACTIVATE":
      return [asksItself(edge) ? "preScreen" : "testSetup"];
    case "RECORD_PRE_SCREEN":
      return said<{ passed: boolean }>(edge).passed ? ["testSetup"] : ["pspRefused"];
    case "SET_TEST_CREDENTIALS":
      return ["testing"];
    case "COMPLETE_TESTS":
      return gatesOpen(edge) ? ["pspReview"] : ["tested"];
    case "CASE_APPROVED":
    case "SUBMIT_TO_PSP":
      return ["pspReview"];
    case "RECORD_PSP_DECISION":
      return said<{ approved: boolean }>(edge).approved ? ["awaitingId"] : ["pspRefused"];
    case "PROPOSE_PAYMENT_ID":
      return ["idProposed"];
    case "CONFIRM_PAYMENT_ID":
    case "RETURN_KEYS":
      return ["idIssued"];
    case "RETURN_PAYMENT_ID":
      return ["awaitingId"];
    case "PROPOSE_KEYS":
      return ["keysProposed"];
    case "CONFIRM_KEYS":
    case "FETCH_SECRET":
      return ["keysIssued"];
    case "START_LIVE_VERIFICATION":
    case "RECORD_LIVE_PAYMENT":
      return ["liveVerification"];
    case "OPEN_CHANNEL":
    case "RESUME_CHANNEL":
      return ["live"];
    case "SUSPEND_CHANNEL":
      return ["suspended"];
    case "CLOSE_CHANNEL":
    case "CASE_ENDED":
      return ["closed"];
    default:
      return null;
  }
}

/** What people of a channel are promised that they can do, and from where. */
export const channelWays = (preScreen: boolean): Way[] => [
  ...(preScreen
    ? ([
        ["proposed", "ACTIVATE", "preScreen"],
        ["preScreen", "RECORD_PRE_SCREEN", "testSetup"],
        ["preScreen", "RECORD_PRE_SCREEN", "pspRefused"],
        ["pspRefused", "RECORD_PRE_SCREEN", "testSetup"],
      ] as const)
    : ([["proposed", "ACTIVATE", "testSetup"]] as const)),
  ["testSetup", "SET_TEST_CREDENTIALS", "testing"],
  ["testing", "SET_TEST_CREDENTIALS", "testing"],
  ["testing", "RECORD_TEST", "testing"],
  ["testing", "COMPLETE_TESTS", "tested"],
  ["testing", "COMPLETE_TESTS", "pspReview"],
  ["tested", "CASE_APPROVED", "pspReview"],
  ["tested", "SUBMIT_TO_PSP", "pspReview"],
  ["pspReview", "RECORD_PSP_DECISION", "awaitingId"],
  ["pspReview", "RECORD_PSP_DECISION", "pspRefused"],
  ["pspRefused", "SUBMIT_TO_PSP", "pspReview"],
  ["awaitingId", "PROPOSE_PAYMENT_ID", "idProposed"],
  ["idProposed", "CONFIRM_PAYMENT_ID", "idIssued"],
  ["idProposed", "RETURN_PAYMENT_ID", "awaitingId"],
  ["idIssued", "PROPOSE_KEYS", "keysProposed"],
  ["keysProposed", "CONFIRM_KEYS", "keysIssued"],
  ["keysProposed", "RETURN_KEYS", "idIssued"],
  ["keysIssued", "FETCH_SECRET", "keysIssued"],
  ["keysIssued", "START_LIVE_VERIFICATION", "liveVerification"],
  ["liveVerification", "RECORD_LIVE_PAYMENT", "liveVerification"],
  ["liveVerification", "OPEN_CHANNEL", "live"],
  ["live", "SUSPEND_CHANNEL", "suspended"],
  ["suspended", "RESUME_CHANNEL", "live"],
  ...[
    ...(preScreen ? ["preScreen"] : []),
    "proposed",
    "testSetup",
    "testing",
    "tested",
    "pspRefused",
    ...liveSide,
  ].flatMap(
    (state) =>
      [
        [state, "CLOSE_CHANNEL", "closed"],
        [state, "CASE_ENDED", "closed"],
        ...(state === "tested" ? [] : [[state, "CASE_MOVED", state] as const]),
      ] as const,
  ),
];

/** What a channel hears in every state, whatever it does with it. */
export const channelHears: Sent[] = [true, false].map((halted) => ({
  type: "CASE_MOVED",
  by: "system",
  at: NOW,
  gates: { kycApproved: false, contractSigned: false, sitePassed: false, halted, ended: false },
}));

/** Beside its single steps, what the graph of a channel is asked. */
export const channelGraph = (preScreen: boolean): GraphPromises => ({
  aims: ["live"],
  ways: channelWays(preScreen),
  hears: channelHears,
  answers: [
    {
      at: "pspRefused",
      events: ["SUBMIT_TO_PSP"],
      by: "integration",
      isSpent: ({ memory }) => memory.preScreened !== true,
    },
    ...(preScreen ? [{ at: "pspRefused", events: ["RECORD_PRE_SCREEN"], by: "integration" as const }] : []),
  ],
  anew: null,
  pairs: [
    ["PROPOSE_PAYMENT_ID", "CONFIRM_PAYMENT_ID"],
    ["PROPOSE_KEYS", "CONFIRM_KEYS"],
  ],
  personal: ["FETCH_SECRET"],
  failure: null,
});
