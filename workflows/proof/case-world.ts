import type { AnyMachineSnapshot } from "xstate";
import { itemsOf, takenItemsOf } from "../kyc/items.ts";
import { plainProfile } from "../kyc/profile.ts";
import { begin, type Law, type Sent } from "../law.ts";
import type { OnboardingContext } from "../onboarding/context.ts";
import type { OnboardingEvent } from "../onboarding/events.ts";
import { standing } from "../onboarding/guards.ts";
import { hasPassed, openPreScreens } from "../onboarding/pre-screen.ts";
import { siteRequirements } from "../site/requirements.ts";
import { type Memory, type Move, NOW, type Node, type World } from "./explore.ts";

const POLICY = "2026-08";
const profile = plainProfile("krSoleProprietor", { people: [{ id: "p1", roles: ["representative"] }] });
const required = itemsOf(profile, POLICY);
/** All papers but the business data go together: they differ in nothing that the chart looks at. */
const others = required.filter((item) => item !== "data:business");

/** A paper that is taken and holds nothing back: given or not, the chart goes the same ways. */
const unasked = takenItemsOf(profile, POLICY).filter((item) => !required.includes(item))[0]!;

const ID = "00000000-0000-7000-8000-00000000000";
const HASH = "a".repeat(64);
const line = {
  channel: "ZALOPAY",
  country: "VN",
  currency: "VND",
  methods: ["ZALOPAY_WALLET"],
  preScreen: false,
  refund: true,
  sandbox: true,
};

/** Two whose PSPs look first: that one has said yes does not excuse the other. */
const marked = ["PAYLETTER", "INICIS_JP"].map((channel) => ({ ...line, channel, country: "JP", preScreen: true }));

type Said = OnboardingEvent;
const say = (name: string, by: string, said: Said): Move => {
  const sent = [{ ...said, by, at: NOW } as Sent];
  return { name, type: said.type, events: () => sent };
};
const onItems = (name: string, by: string, items: string[], make: (item: string, ref: string) => Said): Move => ({
  name,
  type: make("", "").type,
  events: ({ snapshot }: Node) =>
    items.map(
      (item) =>
        ({
          ...make(item, (snapshot.context as OnboardingContext).items[item]?.ref ?? `${item}/1`),
          by,
          at: NOW,
        }) as Sent,
    ),
});

const verdicts = (last: "fulfilled" | "not" | "unsure") =>
  ({ products: "fulfilled", shippingPolicy: "fulfilled", refundPolicy: "fulfilled", checkout: last }) as const;

const reason = "because";
const proposal = (version: number, until: string): Said => ({
  type: "SEND_PROPOSAL",
  proposalId: `${ID}1`,
  version,
  track: "crossBorder",
  lines: [line, ...marked],
  validUntil: until,
});

// m is the merchant, x somebody who stands on both sides, a and b are two people of the house.
const moves: Move[] = [
  say("SUBMIT_INQUIRY", "m", { type: "SUBMIT_INQUIRY", inquiryId: `${ID}9` }),
  say("TAKE_CASE", "a", { type: "TAKE_CASE" }),
  say("HAND_OVER", "a", { type: "HAND_OVER", to: "b" }),
  say("SEND_PROPOSAL", "a", proposal(1, "2026-12-31T00:00:00.000Z")),
  say("SEND_PROPOSAL stale", "a", proposal(1, "2026-01-01T00:00:00.000Z")),
  say("DECLINE_INQUIRY", "a", { type: "DECLINE_INQUIRY", reason }),
  say("ACCEPT_PROPOSAL", "m", { type: "ACCEPT_PROPOSAL", proposalId: `${ID}1`, version: 1, lines: [0] }),
  say("ACCEPT_PROPOSAL a marked line", "m", { type: "ACCEPT_PROPOSAL", proposalId: `${ID}1`, version: 1, lines: [1] }),
  say("ACCEPT_PROPOSAL all lines", "m", {
    type: "ACCEPT_PROPOSAL",
    proposalId: `${ID}1`,
    version: 1,
    lines: [0, 1, 2],
  }),
  ...marked.flatMap(({ channel }) => [
    say(`ANSWER_PRE_SCREEN ${channel} yes`, "a", { type: "ANSWER_PRE_SCREEN", channel, passed: true }),
    say(`ANSWER_PRE_SCREEN ${channel} no`, "a", { type: "ANSWER_PRE_SCREEN", channel, passed: false, note: reason }),
  ]),
  say("ANSWER_PRE_SCREEN of nobody asked", "a", { type: "ANSWER_PRE_SCREEN", channel: "ZALOPAY", passed: true }),
  say("ANSWER_PRE_SCREEN no of nobody asked", "a", { type: "ANSWER_PRE_SCREEN", channel: "ZALOPAY", passed: false }),
  say("ACCEPT_PROPOSAL other version", "m", { type: "ACCEPT_PROPOSAL", proposalId: `${ID}1`, version: 2, lines: [0] }),
  say("ACCEPT_PROPOSAL other proposal", "m", { type: "ACCEPT_PROPOSAL", proposalId: `${ID}2`, version: 1, lines: [0] }),
  say("ACCEPT_PROPOSAL no such line", "m", { type: "ACCEPT_PROPOSAL", proposalId: `${ID}1`, version: 1, lines: [7] }),
  say("ACCEPT_PROPOSAL line twice", "m", { type: "ACCEPT_PROPOSAL", proposalId: `${ID}1`, version: 1, lines: [0, 0] }),
  say("WANT_CHANGES", "m", { type: "WANT_CHANGES", wish: "cheaper" }),
  say("DECLINE_PROPOSAL", "m", { type: "DECLINE_PROPOSAL", reason }),
  say("SET_PROFILE", "m", { type: "SET_PROFILE", profile, policy: POLICY }),
  onItems("PROVIDE business", "m", ["data:business"], (item, ref) => ({ type: "PROVIDE_ITEM", item, ref })),
  onItems("PROVIDE others", "m", others, (item, ref) => ({ type: "PROVIDE_ITEM", item, ref })),
  onItems("PROVIDE what holds nothing back", "m", [unasked], (item, ref) => ({ type: "PROVIDE_ITEM", item, ref })),
  onItems("PROVIDE what nobody asked for", "m", ["doc:nonsense"], (item, ref) => ({ type: "PROVIDE_ITEM", item, ref })),
  onItems("TAKE_BACK others", "m", others, (item) => ({ type: "TAKE_BACK_ITEM", item })),
  onItems("TAKE_BACK business", "m", ["data:business"], (item) => ({ type: "TAKE_BACK_ITEM", item })),
  onItems("ACCEPT business", "a", ["data:business"], (item, ref) => ({ type: "ACCEPT_ITEM", item, ref })),
  onItems("ACCEPT others", "a", others, (item, ref) => ({ type: "ACCEPT_ITEM", item, ref })),
  onItems("ACCEPT another revision", "a", ["data:business"], (item) => ({ type: "ACCEPT_ITEM", item, ref: "never/0" })),
  onItems("REFUSE business", "a", ["data:business"], (item, ref) => ({ type: "REFUSE_ITEM", item, ref, reason })),
  onItems("REFUSE others", "a", others, (item, ref) => ({ type: "REFUSE_ITEM", item, ref, reason })),
  say("SUBMIT_KYC", "m", { type: "SUBMIT_KYC" }),
  say("RECORD_SCREENING clear", "system", { type: "RECORD_SCREENING", screeningId: `${ID}5`, outcome: "clear" }),
  say("RECORD_SCREENING hit", "system", { type: "RECORD_SCREENING", screeningId: `${ID}5`, outcome: "hit" }),
  say("DISMISS_HIT", "a", { type: "DISMISS_HIT", reason }),
  say("REQUEST_MORE", "a", { type: "REQUEST_MORE" }),
  say("RECOMMEND_APPROVAL", "a", { type: "RECOMMEND_APPROVAL" }),
  say("RECOMMEND_REJECTION", "a", { type: "RECOMMEND_REJECTION", reason }),
  say("APPROVE_KYC by the same", "a", { type: "APPROVE_KYC" }),
  say("APPROVE_KYC", "b", { type: "APPROVE_KYC" }),
  say("REJECT_KYC by the same", "a", { type: "REJECT_KYC", reason }),
  say("REJECT_KYC", "b", { type: "REJECT_KYC", reason }),
  say("SEND_BACK", "b", { type: "SEND_BACK", reason }),
  say("APPEAL", "m", { type: "APPEAL", reason }),
  say("ISSUE_CONTRACT", "m", { type: "ISSUE_CONTRACT", contractId: `${ID}3`, sha256: HASH }),
  say("SIGN_CONTRACT", "m", { type: "SIGN_CONTRACT", contractId: `${ID}3`, sha256: HASH }),
  say("SIGN_CONTRACT by x", "x", { type: "SIGN_CONTRACT", contractId: `${ID}3`, sha256: HASH }),
  say("SIGN_CONTRACT another text", "m", { type: "SIGN_CONTRACT", contractId: `${ID}3`, sha256: "b".repeat(64) }),
  say("COUNTERSIGN_CONTRACT", "b", { type: "COUNTERSIGN_CONTRACT", contractId: `${ID}3`, sha256: HASH }),
  say("COUNTERSIGN_CONTRACT by x", "x", { type: "COUNTERSIGN_CONTRACT", contractId: `${ID}3`, sha256: HASH }),
  say("COUNTERSIGN_CONTRACT another", "b", { type: "COUNTERSIGN_CONTRACT", contractId: `${ID}4`, sha256: HASH }),
  say("VOID_CONTRACT", "b", { type: "VOID_CONTRACT", reason }),
  say("START_SITE_CHECK", "m", { type: "START_SITE_CHECK", checkId: `${ID}6` }),
  say("RECORD_SITE_CHECK fulfilled", "system", {
    type: "RECORD_SITE_CHECK",
    checkId: `${ID}6`,
    verdicts: verdicts("fulfilled"),
  }),
  say("RECORD_SITE_CHECK not", "system", { type: "RECORD_SITE_CHECK", checkId: `${ID}6`, verdicts: verdicts("not") }),
  say("RECORD_SITE_CHECK unsure", "system", {
    type: "RECORD_SITE_CHECK",
    checkId: `${ID}6`,
    verdicts: verdicts("unsure"),
  }),
  say("RECORD_SITE_CHECK of another", "system", {
    type: "RECORD_SITE_CHECK",
    checkId: `${ID}7`,
    verdicts: verdicts("fulfilled"),
  }),
  say("FAIL_SITE_CHECK", "system", { type: "FAIL_SITE_CHECK", checkId: `${ID}6`, reason: "timeout" }),
  say("FAIL_SITE_CHECK of another", "system", { type: "FAIL_SITE_CHECK", checkId: `${ID}7`, reason: "timeout" }),
  say("SUBMIT_SITE", "m", { type: "SUBMIT_SITE" }),
  say("SUBMIT_SITE with objection", "m", { type: "SUBMIT_SITE", objection: "it is there" }),
  say("RULE_ON_SITE fulfilled", "a", { type: "RULE_ON_SITE", requirement: "checkout", verdict: "fulfilled", reason }),
  say("RULE_ON_SITE not", "a", { type: "RULE_ON_SITE", requirement: "checkout", verdict: "not", reason }),
  say("CONFIRM_SITE", "a", { type: "CONFIRM_SITE" }),
  say("RETURN_SITE", "a", { type: "RETURN_SITE", reason }),
  say("CHANNEL_MOVED underWay", "system", { type: "CHANNEL_MOVED", channelId: `${ID}8`, to: "underWay" }),
  say("CHANNEL_MOVED live", "system", { type: "CHANNEL_MOVED", channelId: `${ID}8`, to: "live" }),
  say("HOLD", "a", { type: "HOLD", reason }),
  say("RESUME", "b", { type: "RESUME" }),
  say("WITHDRAW", "m", { type: "WITHDRAW", reason }),
  say("SUSPEND_SERVICE", "b", { type: "SUSPEND_SERVICE", reason }),
  say("RESUME_SERVICE", "b", { type: "RESUME_SERVICE" }),
  // Another reason than the one it was suspended for: that one must not pass for this one.
  say("CLOSE_SERVICE", "b", { type: "CLOSE_SERVICE", reason: "it is over" }),
  say("COMPLETE_REVIEW", "a", { type: "COMPLETE_REVIEW" }),
];

/** What the watcher of a case remembers, from the events alone. */
function remember(memory: Memory, before: AnyMachineSnapshot, event: Sent, _after: AnyMachineSnapshot): Memory {
  switch (event.type) {
    case "SEND_PROPOSAL":
      return { ...memory, proposed: true };
    case "ANSWER_PRE_SCREEN": {
      const { channel, passed } = event as unknown as { channel: string; passed: boolean };
      return { ...memory, [`saidYes/${channel}`]: passed };
    }
    case "PROVIDE_ITEM":
      // The company in the contract has changed: whoever signed, signed something else.
      return (event as unknown as { item: string }).item === "data:business" && !memory.countersigned
        ? { ...memory, signer: null }
        : memory;
    case "RECOMMEND_APPROVAL":
      return { ...memory, recommender: event.by, recommends: "approve" };
    case "RECOMMEND_REJECTION":
      return { ...memory, recommender: event.by, recommends: "reject" };
    case "SEND_BACK":
    case "APPEAL":
      return { ...memory, recommender: null, recommends: null };
    case "APPROVE_KYC":
      return { ...memory, approved: true };
    case "SIGN_CONTRACT":
      return { ...memory, signer: event.by };
    case "VOID_CONTRACT":
      return { ...memory, signer: null };
    case "COUNTERSIGN_CONTRACT":
      return { ...memory, countersigned: true };
    case "CONFIRM_SITE":
      return {
        ...memory,
        siteConfirmed: siteRequirements.every((r) => standing(before.context as OnboardingContext, r) === "fulfilled"),
      };
    default:
      return memory;
  }
}

/**
 * All that decides what a case can still do. Ids, texts and instants do not; papers that go together are one; what a region forgets
 * when it is left, or sets anew when it is entered, does not count where it cannot be read.
 */
function keyOf({ value, context, status }: AnyMachineSnapshot, memory: Memory): string {
  const c = context as OnboardingContext;
  const regions =
    typeof value === "object" && value !== null && "application" in value ? (value.application as Regions) : null;
  const papers = [c.profile !== null, c.items["data:business"]?.state, c.items[others[0]!]?.state];
  const kyc = {
    collecting: papers,
    review: [...papers, c.screening],
    approval: [...papers, c.recommendation, memory.recommender, memory.recommends],
    rejected: papers,
    approved: [c.items["data:business"]?.state],
  };
  const opinion = [
    siteRequirements.some((r) => standing(c, r) === "not"),
    siteRequirements.every((r) => standing(c, r) === "fulfilled"),
  ];
  const site = { unchecked: [], checking: [], checked: opinion, review: opinion, passed: [] };
  return JSON.stringify([
    status,
    value,
    c.hold !== null,
    regions
      ? [kyc[regions.kyc], site[regions.site], c.appealed, c.contract?.signedBy, c.contract !== null, memory.signer]
      : [c.proposal && [c.proposal.version, c.proposal.validUntil > NOW]],
    // What PSPs said counts until the application has begun.
    beforeApplication.has(String(value))
      ? [
          marked.map((one) => [hasPassed(c, one), memory[`saidYes/${one.channel}`]]),
          openPreScreens(c, c.lines).map(({ channel }) => channel),
        ]
      : [],
    [c.contractSigned, c.site.passed, memory.proposed, memory.approved, memory.countersigned, memory.siteConfirmed],
  ]);
}

const beforeApplication = new Set(["inquiry", "advising", "deciding", "preScreening"]);

interface Regions {
  kyc: "collecting" | "review" | "approval" | "rejected" | "approved";
  site: "unchecked" | "checking" | "checked" | "review" | "passed";
}

export const caseWorld = (law: Law): World => ({
  law,
  begin: () => ({
    snapshot: begin(law).next,
    memory: {
      proposed: false,
      recommender: null,
      recommends: null,
      approved: false,
      signer: null,
      countersigned: false,
      siteConfirmed: false,
      ...Object.fromEntries(marked.map(({ channel }) => [`saidYes/${channel}`, false])),
    },
  }),
  moves,
  remember,
  keyOf,
});

export const requiredInProof = required;
