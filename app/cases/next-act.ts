import type { Offer } from "#app/engine/index.server.ts";
import type { ActPage } from "./paths.ts";

/**
 * What somebody can do where a chart stands. The tables below are the only place where a state is turned into a thing to do:
 * which page, which words (`acts` and `waits` of act-words.ts), and the event it leads to, whose offer decides whether it is
 * open now.
 */
export interface Act {
  /** Leaf state in which it is done. */
  at: string;
  /** The sentence: a key of `acts`. */
  say: string;
  page: ActPage;
  /** Open only while this is offered and taken; without it, while the state lasts. */
  event?: string;
}

type Table = readonly Act[];

/** Merchant, case: what comes first is what holds everything else up. */
export const merchantCaseActs = [
  { at: "inquiry", say: "sendInquiry", page: "inquiry" },
  { at: "deciding", say: "decideProposal", page: "proposal", event: "ACCEPT_PROPOSAL" },
  { at: "deciding", say: "askNewProposal", page: "proposal", event: "WANT_CHANGES" },
  { at: "application.kyc.rejected", say: "appeal", page: "home", event: "APPEAL" },
  { at: "application.contract.awaitingMerchant", say: "signContract", page: "contract", event: "SIGN_CONTRACT" },
  { at: "application.kyc.collecting", say: "submitKyc", page: "documents", event: "SUBMIT_KYC" },
  { at: "application.kyc.collecting", say: "handInDocuments", page: "documents", event: "PROVIDE_ITEM" },
  { at: "application.contract.drafting", say: "issueContract", page: "contract", event: "ISSUE_CONTRACT" },
  { at: "application.site.checked", say: "readSiteReport", page: "site", event: "SUBMIT_SITE" },
  { at: "application.site.unchecked", say: "checkSite", page: "site", event: "START_SITE_CHECK" },
] as const satisfies Table;

/** Merchant, channel: what is nearest to going live comes first. */
export const merchantChannelActs = [
  { at: "liveVerification", say: "openChannel", page: "channel", event: "OPEN_CHANNEL" },
  { at: "liveVerification", say: "verifyLive", page: "channel" },
  { at: "keysIssued", say: "startLive", page: "channel", event: "START_LIVE_VERIFICATION" },
  { at: "keysIssued", say: "fetchSecret", page: "channel", event: "FETCH_SECRET" },
  { at: "testing", say: "completeTests", page: "channel", event: "COMPLETE_TESTS" },
  { at: "testing", say: "runTests", page: "channel" },
  { at: "testSetup", say: "setUpTest", page: "channel", event: "SET_TEST_CREDENTIALS" },
] as const satisfies Table;

/** Staff, case. */
export const staffCaseActs = [
  { at: "advising", say: "writeProposal", page: "proposal", event: "SEND_PROPOSAL" },
  { at: "preScreening", say: "answerPreScreen", page: "proposal", event: "ANSWER_PRE_SCREEN" },
  { at: "application.kyc.approval", say: "decideKyc", page: "documents", event: "SEND_BACK" },
  { at: "application.kyc.review", say: "reviewKyc", page: "documents", event: "RECOMMEND_REJECTION" },
  { at: "application.site.review", say: "reviewSite", page: "site", event: "RETURN_SITE" },
  {
    at: "application.contract.awaitingCountersign",
    say: "countersign",
    page: "contract",
    event: "COUNTERSIGN_CONTRACT",
  },
  { at: "live.reviewDue", say: "reviewAgain", page: "home", event: "COMPLETE_REVIEW" },
] as const satisfies Table;

/** Staff, channel. */
export const staffChannelActs = [
  { at: "preScreen", say: "recordPreScreen", page: "channel", event: "RECORD_PRE_SCREEN" },
  { at: "pspReview", say: "recordPsp", page: "channel", event: "RECORD_PSP_DECISION" },
  { at: "pspRefused", say: "afterRefusal", page: "channel", event: "SUBMIT_TO_PSP" },
  { at: "awaitingId", say: "proposeId", page: "channel", event: "PROPOSE_PAYMENT_ID" },
  { at: "idProposed", say: "confirmId", page: "channel", event: "CONFIRM_PAYMENT_ID" },
  { at: "idIssued", say: "proposeKeys", page: "channel", event: "PROPOSE_KEYS" },
  { at: "keysProposed", say: "confirmKeys", page: "channel", event: "CONFIRM_KEYS" },
] as const satisfies Table;

const tables = {
  merchant: { onboarding: merchantCaseActs, channel: merchantChannelActs },
  staff: { onboarding: staffCaseActs, channel: staffChannelActs },
} as const;

export type Side = keyof typeof tables;

/**
 * What `side` can do with a chart now, most pressing first, one a state.
 *
 * @param subject its kind and leaf states
 * @param offers what the chart offers to this very person; null when asked for the side as a whole (a queue's row)
 */
export function actsFor(
  side: Side,
  subject: { kind: "onboarding" | "channel"; states: readonly string[] },
  offers: readonly Offer[] | null,
): Act[] {
  const table: Table = tables[side][subject.kind];
  const isOpen = ({ event }: Act) =>
    !event || !offers || offers.some((offer) => offer.event === event && offer.allowed);
  const open = table.filter((act) => subject.states.includes(act.at) && isOpen(act));
  return open.filter((act, place) => open.findIndex(({ at }) => at === act.at) === place);
}
