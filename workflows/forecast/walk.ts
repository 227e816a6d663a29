import type { AnyMachineSnapshot } from "xstate";
import { testPlanFor } from "../channel/test-plan.ts";
import { itemsOf } from "../kyc/items.ts";
import { policyOf } from "../kyc/policies.ts";
import {
  type ApplicantType,
  applicantTypes,
  type Industry,
  industries,
  type KycProfile,
  personRoles,
} from "../kyc/profile.ts";
import { requirementsFor } from "../kyc/requirements.ts";
import { advance, begin, currentLaw, type Sent } from "../law.ts";
import type { ChannelLine } from "../onboarding/events.ts";
import { gatesOf, leavesOf } from "../project.ts";
import { siteRequirements } from "../site/requirements.ts";
import { classOf, forecast } from "./forecast.ts";
import { stopId } from "./journey.ts";
import { knownFromInquiry } from "./known.ts";
import type { Random } from "./random.ts";

/** What a random merchant says in its inquiry, and is offered. */
export interface Walker {
  applicantType: ApplicantType;
  home: string;
  industries: Industry[];
  lines: ChannelLine[];
}

const homes = ["SG", "JP", "US", "VN", "DE"];
const uuid = (n: number): string => `0197f000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** @param channels what may be offered: real lines of the catalogue */
export function randomWalker(random: Random, channels: readonly ChannelLine[]): Walker {
  const applicantType = random.pick(applicantTypes);
  const isAbroad = applicantType === "foreignCorporation" || (applicantType === "nonProfit" && random.chance(0.3));
  const lines = new Map<string, ChannelLine>();
  for (let n = 1 + random.int(3); n > 0; n--) {
    const line = random.pick(channels);
    lines.set(`${line.channel}/${line.country}/${line.currency}`, line);
  }
  return {
    applicantType,
    home: isAbroad ? random.pick(homes) : "KR",
    industries: random.some(industries, 0.1),
    lines: [...lines.values()],
  };
}

/** A profile that agrees with the inquiry; whatever the inquiry did not settle is anything. */
export function randomProfile(random: Random, walker: Walker, lines: readonly ChannelLine[]): KycProfile {
  return {
    applicantType: walker.applicantType,
    country: walker.home,
    signer: random.pick(["representative", "agent"] as const),
    seal: random.pick(["registered", "working"] as const),
    isIncorporated: random.chance(0.5),
    ownership: random.pick(["direct", "layered", "exempt"] as const),
    mailOrder: random.pick(["reported", "exempt", "no"] as const),
    documentLanguage: random.pick(["ko", "en", "other"] as const),
    settlementAccount: random.pick(["korea", "abroad"] as const),
    sellsThrough: random.pick(["web", "app", "unlistedApp"] as const),
    bringsTerms: random.chance(0.3),
    needsInsurance: random.chance(0.3),
    industries: walker.industries,
    channels: lines.map((line) => line.channel),
    people: Array.from({ length: random.int(4) }, (_, n) => ({
      id: `p${n}`,
      roles: n === 0 ? ["representative" as const, ...random.some(personRoles, 0.3)] : [random.pick(personRoles)],
    })),
  };
}

export interface Walked {
  /** What was asked without having been foretold. */
  surprises: string[];
  /** What was foretold as certain of papers, data and site, and never asked. */
  idle: string[];
  /** How many different things were asked or waited for. */
  asked: number;
  /** Whether the case went live in the end. */
  isLive: boolean;
}

const POLICY = "2026-08";

/**
 * Walks one random merchant through both charts to the end, with detours, and holds everything that is asked on the way
 * against what was foretold after the inquiry.
 */
export function walkOne(random: Random, walker: Walker): Walked {
  const expected = forecast(policyOf(POLICY), knownFromInquiry(walker, walker.industries, walker.lines));
  const foretold = new Set(expected.map((one) => one.id));
  const asked = new Set<string>();
  const ask = (id: string) => asked.add(classOf(id));
  const theCase = chart("onboarding", undefined, ask);
  let serial = 0;
  const id = () => uuid(++serial);

  theCase.send({ type: "SUBMIT_INQUIRY", inquiryId: id() });
  const offer = () => {
    const proposal = {
      proposalId: id(),
      version: 1,
      track: "crossBorder",
      lines: walker.lines,
      validUntil: "2027-01-01T00:00:00.000Z",
    };
    theCase.send({ type: "SEND_PROPOSAL", ...proposal });
    return proposal;
  };
  let proposal = offer();
  if (random.chance(0.2)) {
    theCase.send({ type: "WANT_CHANGES", wish: "another one" });
    proposal = offer();
  }
  const taken = walker.lines.map((_, place) => place).filter((place) => place === 0 || random.chance(0.8));
  const lines = taken.map((place) => walker.lines[place]!);
  const accept = () =>
    theCase.send({ type: "ACCEPT_PROPOSAL", proposalId: proposal.proposalId, version: 1, lines: taken });
  accept();
  const looking = [...new Set(lines.flatMap((line) => (line.preScreen ? line.channel : [])))];
  if (looking.length > 0 && random.chance(0.2)) {
    theCase.send({ type: "ANSWER_PRE_SCREEN", channel: looking[0], passed: false });
    proposal = offer();
    accept();
  }
  for (const channel of looking) theCase.send({ type: "ANSWER_PRE_SCREEN", channel, passed: true });

  handIn(random, walker, lines, theCase, ask, id);
  signContract(random, theCase, id);
  checkSite(random, theCase, ask, id);
  review(random, theCase, id);
  for (const line of lines) openChannel(random, line, theCase, ask, id);

  return {
    surprises: [...asked].filter((one) => !foretold.has(one)),
    idle: expected.flatMap(({ id: one, kind, when }) =>
      when === "certain" && ["data", "document", "site"].includes(kind) && !asked.has(one) ? [one] : [],
    ),
    asked: asked.size,
    isLive: theCase.phase() === "live",
  };
}

type Chart = ReturnType<typeof chart>;
type Ask = (id: string) => void;

/** One running chart; every stop it comes to is asked. An event that it does not take is the walk's own mistake, and loud. */
function chart(kind: "onboarding" | "channel", input: unknown, ask: Ask, gates?: () => Sent["gates"]) {
  const law = currentLaw(kind);
  let snapshot: AnyMachineSnapshot = begin(law, input).next;
  const look = () => {
    const tags = snapshot.tags as Set<string>;
    if (snapshot.status !== "active" || tags.size === 0) return;
    for (const node of snapshot._nodes) {
      const leaf = node.path.join(".");
      const isLeaf = Object.keys(node.states).length === 0;
      if (!isLeaf || node.tags.length === 0) continue;
      ask(stopId({ chart: kind, leaf, kind: node.tags.includes("merchantsTurn") ? "do" : "wait" }));
    }
  };
  look();
  return {
    send(event: { type: string } & Record<string, unknown>, by = "somebody") {
      const sent = { ...event, by, at: "2026-11-23T00:00:00.000Z", ...(gates ? { gates: gates() } : {}) } as Sent;
      const step = advance(law, snapshot, sent);
      if (!step) throw new Error(`${event.type} was not taken in ${JSON.stringify(snapshot.value)}`);
      snapshot = step.next;
      look();
    },
    phase: () => leavesOf(snapshot.value)[0]!.split(".")[0]!,
    is: (leaf: string) => leavesOf(snapshot.value).includes(leaf),
    gates: () => gatesOf(snapshot as Parameters<typeof gatesOf>[0]),
    context: () => snapshot.context,
  };
}

function handIn(
  random: Random,
  walker: Walker,
  lines: readonly ChannelLine[],
  theCase: Chart,
  ask: Ask,
  id: () => string,
) {
  const profile = randomProfile(random, walker, lines);
  // People are named after the first form: the list of papers grows with them.
  for (const people of [[], profile.people]) {
    theCase.send({ type: "SET_PROFILE", profile: { ...profile, people }, policy: POLICY });
    for (const requirement of requirementsFor({ ...profile, people }, policyOf(POLICY))) ask(requirement.id);
  }
  const items = itemsOf(profile, POLICY);
  for (const item of items) theCase.send({ type: "PROVIDE_ITEM", item, ref: id() });
  theCase.send({ type: "SUBMIT_KYC" });
  if (random.chance(0.4) && items.length > 0) {
    const item = random.pick(items);
    const refOf = () => (theCase.context() as { items: Record<string, { ref: string }> }).items[item]!.ref;
    theCase.send({ type: "REFUSE_ITEM", item, ref: refOf(), reason: "not readable" });
    theCase.send({ type: "REQUEST_MORE" });
    theCase.send({ type: "PROVIDE_ITEM", item, ref: id() });
    theCase.send({ type: "SUBMIT_KYC" });
  }
  for (const item of items) {
    const { ref } = (theCase.context() as { items: Record<string, { ref: string }> }).items[item]!;
    theCase.send({ type: "ACCEPT_ITEM", item, ref });
  }
}

function signContract(random: Random, theCase: Chart, id: () => string) {
  const sha256 = "ab".repeat(32);
  if (random.chance(0.2)) {
    theCase.send({ type: "ISSUE_CONTRACT", contractId: id(), sha256 });
    theCase.send({ type: "VOID_CONTRACT", reason: "a typing slip" });
  }
  const contractId = id();
  theCase.send({ type: "ISSUE_CONTRACT", contractId, sha256 });
  theCase.send({ type: "SIGN_CONTRACT", contractId, sha256 }, "merchant");
  theCase.send({ type: "COUNTERSIGN_CONTRACT", contractId, sha256 }, "approver");
}

function checkSite(random: Random, theCase: Chart, ask: Ask, id: () => string) {
  for (const requirement of siteRequirements) ask(`site:${requirement}`);
  const verdicts = Object.fromEntries(siteRequirements.map((requirement) => [requirement, "fulfilled"]));
  const check = () => {
    const checkId = id();
    theCase.send({ type: "START_SITE_CHECK", checkId });
    theCase.send({ type: "RECORD_SITE_CHECK", checkId, verdicts });
    theCase.send({ type: "SUBMIT_SITE" });
  };
  check();
  if (random.chance(0.3)) {
    theCase.send({ type: "RETURN_SITE", reason: "the policy is not reachable" });
    check();
  }
  theCase.send({ type: "CONFIRM_SITE" });
}

function review(random: Random, theCase: Chart, id: () => string) {
  const screened = (outcome: "clear" | "hit") => theCase.send({ type: "RECORD_SCREENING", screeningId: id(), outcome });
  if (random.chance(0.3)) {
    screened("hit");
    theCase.send({ type: "DISMISS_HIT", reason: "another person" });
  } else screened("clear");
  if (random.chance(0.2)) {
    theCase.send({ type: "RECOMMEND_REJECTION", reason: "unclear trade" }, "reviewer");
    theCase.send({ type: "REJECT_KYC", reason: "unclear trade" }, "approver");
    theCase.send({ type: "APPEAL", reason: "here is the licence" });
    screened("clear");
  }
  theCase.send({ type: "RECOMMEND_APPROVAL" }, "reviewer");
  if (random.chance(0.2)) {
    theCase.send({ type: "SEND_BACK", reason: "look again" }, "approver");
    screened("clear");
    theCase.send({ type: "RECOMMEND_APPROVAL" }, "reviewer");
  }
  theCase.send({ type: "APPROVE_KYC" }, "approver");
}

function openChannel(random: Random, line: ChannelLine, theCase: Chart, ask: Ask, id: () => string) {
  const plan = testPlanFor(line);
  const one = chart("channel", { caseId: uuid(0), line, plan, preScreened: true }, ask, theCase.gates);
  const channelId = id();
  one.send({ type: "ACTIVATE" });
  one.send({ type: "SET_TEST_CREDENTIALS", credentialsId: id() });
  for (const item of plan) {
    ask(`test:${item}`);
    one.send({ type: "RECORD_TEST", item, outcome: "passed", ref: "run" });
  }
  one.send({ type: "COMPLETE_TESTS" });
  if (random.chance(0.2)) {
    one.send({ type: "RECORD_PSP_DECISION", approved: false });
    one.send({ type: "SUBMIT_TO_PSP" });
  }
  one.send({ type: "RECORD_PSP_DECISION", approved: true });
  one.send({ type: "PROPOSE_PAYMENT_ID", paymentId: "MID-1" }, "first");
  one.send({ type: "CONFIRM_PAYMENT_ID" }, "second");
  const keysId = id();
  one.send({ type: "PROPOSE_KEYS", keysId }, "first");
  one.send({ type: "CONFIRM_KEYS", keysId }, "second");
  one.send({ type: "FETCH_SECRET", keysId });
  one.send({ type: "START_LIVE_VERIFICATION" });
  one.send({ type: "RECORD_LIVE_PAYMENT", outcome: "passed", ref: "pay" });
  one.send({ type: "OPEN_CHANNEL" });
  theCase.send({ type: "CHANNEL_MOVED", channelId, to: "live" });
  if (random.chance(0.1)) {
    one.send({ type: "SUSPEND_CHANNEL", reason: "a question of the PSP" });
    one.send({ type: "RESUME_CHANNEL" });
  }
}
