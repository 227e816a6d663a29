import type { Random } from "#workflows/forecast/random.ts";
import { randomProfile, randomWalker } from "#workflows/forecast/walk.ts";
import { itemsOf, takenItemsOf } from "#workflows/kyc/items.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { type Journal, journalOf } from "./replay-journal.ts";

const POLICY = "2026-08";
const merchant = ["m-1", "merchant"] as const;
const reviewer = ["r-1", "reviewer"] as const;
const approver = ["a-1", "approver"] as const;
const advisor = ["k-1", "advisor"] as const;
const machine = ["system", "system"] as const;

/** Channels that voyages choose from. */
const lines: ChannelLine[] = [
  ["ZALOPAY", "VN", "VND", false, true],
  ["GRABPAY", "SG", "SGD", false, true],
  ["PAYLETTER", "GLOBAL", "USD", false, false],
  ["LINEPAY", "TW", "TWD", true, true],
].map(([channel, country, currency, preScreen, refund]) => ({
  ...{ channel: String(channel), country: String(country), currency: String(currency), methods: [`${channel}_WALLET`] },
  ...{ preScreen: Boolean(preScreen), refund: Boolean(refund), sandbox: true },
}));

/**
 * One merchant's whole voyage, with the detours that real ones have: changes asked for, papers refused, a hit dismissed, a rejection
 * and its appeal, a hold, a channel suspended. Some are declined, some withdraw.
 *
 * @param id makes the ids that events carry
 */
export function sail(random: Random, caseId: string, at: Date, id: () => string): Journal {
  const walker = randomWalker(random, lines);
  const voyage = journalOf(caseId, { actorId: merchant[0], at });
  const { say } = voyage;
  say({ type: "SUBMIT_INQUIRY", inquiryId: id() }, ...merchant);
  say({ type: "TAKE_CASE" }, ...advisor);
  if (random.chance(0.08)) {
    say({ type: "DECLINE_INQUIRY", reason: "We cannot serve this trade." }, ...advisor);
    return voyage;
  }
  const validUntil = new Date(at.getTime() + 30 * 86_400_000).toISOString();
  const proposalId = id();
  const propose = (version: number) =>
    say(
      { type: "SEND_PROPOSAL", proposalId, version, track: "crossBorder", lines: walker.lines, validUntil },
      ...advisor,
    );
  propose(1);
  const version = random.chance(0.25) ? 2 : 1;
  if (version === 2) {
    say({ type: "WANT_CHANGES", wish: "한 곳 더 알아봐 주세요." }, ...merchant);
    propose(2);
  }
  const taken = walker.lines.map((_, place) => place).filter((place) => place === 0 || random.chance(0.8));
  say({ type: "ACCEPT_PROPOSAL", proposalId, version, lines: taken }, ...merchant);
  // From version 2 on the PSPs that look first are asked before anything else.
  const looking = new Set(
    taken.flatMap((place) => (walker.lines[place]!.preScreen ? walker.lines[place]!.channel : [])),
  );
  if (voyage.subjects.get(caseId)!.law.version > 1)
    for (const channel of looking) say({ type: "ANSWER_PRE_SCREEN", channel, passed: true }, ...advisor);
  if (random.chance(0.05)) {
    say({ type: "WITHDRAW", reason: "내년에 다시 신청할게요." }, ...merchant);
    return voyage;
  }
  handIn(
    random,
    voyage,
    taken.map((place) => walker.lines[place]!),
    walker,
    id,
  );
  if (random.chance(0.1)) {
    say({ type: "HOLD", reason: "The PSP answers next week." }, ...advisor);
    say({ type: "RESUME" }, ...advisor);
  }
  signContract(random, voyage, id);
  checkSite(random, voyage, id);
  review(random, voyage, id);
  for (const { id: channel, kind } of [...voyage.subjects.values()])
    if (kind === "channel") openChannel(random, voyage, channel, id);
  return voyage;
}

function handIn(
  random: Random,
  { say, contextOf }: Journal,
  taken: ChannelLine[],
  walker: Parameters<typeof randomProfile>[1],
  id: () => string,
): void {
  const profile = randomProfile(random, walker, taken);
  for (const people of [[], profile.people])
    say({ type: "SET_PROFILE", profile: { ...profile, people }, policy: POLICY }, ...merchant);
  const required = itemsOf(profile, POLICY);
  const free = takenItemsOf(profile, POLICY).filter((item) => !required.includes(item) && random.chance(0.1));
  const items = [...required, ...free];
  for (const item of items) say({ type: "PROVIDE_ITEM", item, ref: id() }, ...merchant);
  const refOf = (item: string) => (contextOf() as { items: Record<string, { ref: string }> }).items[item]!.ref;
  say({ type: "SUBMIT_KYC" }, ...merchant);
  while (random.chance(0.4)) {
    const item = random.pick(items);
    say({ type: "REFUSE_ITEM", item, ref: refOf(item), reason: "사진이 흐려서 읽을 수 없어요." }, ...reviewer);
    say({ type: "REQUEST_MORE" }, ...reviewer);
    say({ type: "PROVIDE_ITEM", item, ref: id() }, ...merchant);
    say({ type: "SUBMIT_KYC" }, ...merchant);
  }
  for (const item of items) say({ type: "ACCEPT_ITEM", item, ref: refOf(item) }, ...reviewer);
}

function signContract(random: Random, { say }: Journal, id: () => string): void {
  const sha256 = "ab".repeat(32);
  if (random.chance(0.2)) {
    say({ type: "ISSUE_CONTRACT", contractId: id(), sha256 }, ...merchant);
    say({ type: "VOID_CONTRACT", reason: "상호가 잘못 적혔어요." }, ...advisor);
  }
  const contractId = id();
  say({ type: "ISSUE_CONTRACT", contractId, sha256 }, ...merchant);
  say({ type: "SIGN_CONTRACT", contractId, sha256 }, ...merchant);
  say({ type: "COUNTERSIGN_CONTRACT", contractId, sha256 }, ...approver);
}

function checkSite(random: Random, { say }: Journal, id: () => string): void {
  const verdicts = Object.fromEntries(siteRequirements.map((requirement) => [requirement, "fulfilled"]));
  const check = () => {
    if (random.chance(0.15)) {
      const failed = id();
      say({ type: "START_SITE_CHECK", checkId: failed }, ...merchant);
      say({ type: "FAIL_SITE_CHECK", checkId: failed, reason: "no answer" }, ...machine);
    }
    const checkId = id();
    say({ type: "START_SITE_CHECK", checkId }, ...merchant);
    say({ type: "RECORD_SITE_CHECK", checkId, verdicts }, ...machine);
    say({ type: "SUBMIT_SITE" }, ...merchant);
  };
  check();
  if (random.chance(0.3)) {
    say({ type: "RETURN_SITE", reason: "환불 정책이 보이지 않아요." }, ...reviewer);
    check();
  }
  say({ type: "CONFIRM_SITE" }, ...reviewer);
}

function review(random: Random, { say }: Journal, id: () => string): void {
  const screened = (outcome: "clear" | "hit") =>
    say({ type: "RECORD_SCREENING", screeningId: id(), outcome }, ...machine);
  if (random.chance(0.2)) {
    screened("hit");
    say({ type: "DISMISS_HIT", reason: "Another person of the same name." }, ...reviewer);
  } else screened("clear");
  if (random.chance(0.1)) {
    say({ type: "RECOMMEND_REJECTION", reason: "Unclear trade." }, ...reviewer);
    say({ type: "REJECT_KYC", reason: "Unclear trade." }, ...approver);
    say({ type: "APPEAL", reason: "허가증을 찾았어요." }, ...merchant);
    screened("clear");
  }
  say({ type: "RECOMMEND_APPROVAL" }, ...reviewer);
  say({ type: "APPROVE_KYC" }, ...approver);
}

function openChannel(random: Random, { say, contextOf }: Journal, channel: string, id: () => string): void {
  const first = ["i-1", "integration"] as const;
  const second = ["i-2", "integration"] as const;
  const { line, plan, preScreened } = contextOf(channel) as { line: ChannelLine; plan: string[]; preScreened?: true };
  if (line.preScreen && !preScreened) say({ type: "RECORD_PRE_SCREEN", passed: true }, ...first, channel);
  say({ type: "SET_TEST_CREDENTIALS", credentialsId: id() }, ...merchant, channel);
  for (const item of plan) say({ type: "RECORD_TEST", item, outcome: "passed", ref: id() }, ...machine, channel);
  say({ type: "COMPLETE_TESTS" }, ...merchant, channel);
  if (random.chance(0.1)) {
    say({ type: "RECORD_PSP_DECISION", approved: false, note: "They want the terms in English." }, ...first, channel);
    say({ type: "SUBMIT_TO_PSP" }, ...first, channel);
  }
  say({ type: "RECORD_PSP_DECISION", approved: true }, ...first, channel);
  say({ type: "PROPOSE_PAYMENT_ID", paymentId: `MID-${random.int(1_000_000)}` }, ...first, channel);
  say({ type: "CONFIRM_PAYMENT_ID" }, ...second, channel);
  const keysId = id();
  say({ type: "PROPOSE_KEYS", keysId }, ...first, channel);
  say({ type: "CONFIRM_KEYS", keysId }, ...second, channel);
  say({ type: "FETCH_SECRET", keysId }, ...merchant, channel);
  say({ type: "START_LIVE_VERIFICATION" }, ...merchant, channel);
  say({ type: "RECORD_LIVE_PAYMENT", outcome: "passed", ref: id() }, ...machine, channel);
  say({ type: "OPEN_CHANNEL" }, ...merchant, channel);
  if (random.chance(0.1)) {
    say({ type: "SUSPEND_CHANNEL", reason: "A question of the PSP." }, ...second, channel);
    say({ type: "RESUME_CHANNEL" }, ...second, channel);
  }
}
