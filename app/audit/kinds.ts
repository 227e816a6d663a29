/** What an entry of the log is about, to filter by. */
export const kinds = ["journey", "papers", "contract", "site", "channels", "clocks"] as const;
export type EntryKind = (typeof kinds)[number];

const byEvent = {
  journey: [
    "OPEN",
    "MIGRATE",
    "SUBMIT_INQUIRY",
    "TAKE_CASE",
    "HAND_OVER",
    "SEND_PROPOSAL",
    "DECLINE_INQUIRY",
    "ACCEPT_PROPOSAL",
    "WANT_CHANGES",
    "DECLINE_PROPOSAL",
    "ANSWER_PRE_SCREEN",
    "HOLD",
    "RESUME",
    "WITHDRAW",
    "SUSPEND_SERVICE",
    "RESUME_SERVICE",
    "CLOSE_SERVICE",
    "COMPLETE_REVIEW",
  ],
  papers: [
    "SET_PROFILE",
    "PROVIDE_ITEM",
    "TAKE_BACK_ITEM",
    "ACCEPT_ITEM",
    "REFUSE_ITEM",
    "SUBMIT_KYC",
    "RECORD_SCREENING",
    "DISMISS_HIT",
    "REQUEST_MORE",
    "RECOMMEND_APPROVAL",
    "RECOMMEND_REJECTION",
    "APPROVE_KYC",
    "REJECT_KYC",
    "SEND_BACK",
    "APPEAL",
  ],
  contract: ["ISSUE_CONTRACT", "SIGN_CONTRACT", "COUNTERSIGN_CONTRACT", "VOID_CONTRACT"],
  site: [
    "START_SITE_CHECK",
    "RECORD_SITE_CHECK",
    "FAIL_SITE_CHECK",
    "SUBMIT_SITE",
    "RULE_ON_SITE",
    "CONFIRM_SITE",
    "RETURN_SITE",
  ],
  channels: [
    "CHANNEL_MOVED",
    "ACTIVATE",
    "RECORD_PRE_SCREEN",
    "SET_TEST_CREDENTIALS",
    "RECORD_TEST",
    "COMPLETE_TESTS",
    "CASE_APPROVED",
    "CASE_MOVED",
    "CASE_ENDED",
    "SUBMIT_TO_PSP",
    "RECORD_PSP_DECISION",
    "PROPOSE_PAYMENT_ID",
    "CONFIRM_PAYMENT_ID",
    "RETURN_PAYMENT_ID",
    "PROPOSE_KEYS",
    "CONFIRM_KEYS",
    "RETURN_KEYS",
    "FETCH_SECRET",
    "START_LIVE_VERIFICATION",
    "RECORD_LIVE_PAYMENT",
    "OPEN_CHANNEL",
    "SUSPEND_CHANNEL",
    "RESUME_CHANNEL",
    "CLOSE_CHANNEL",
  ],
} as const satisfies Partial<Record<EntryKind, readonly string[]>>;

/** Event types of a kind; clocks are all that begin with `xstate.after.`. */
export const eventsOf: Readonly<Record<Exclude<EntryKind, "clocks">, readonly string[]>> = byEvent;

export const isClock = (type: string): boolean => type.startsWith("xstate.after.");

const kindOfEvent = new Map<string, EntryKind>(
  Object.entries(byEvent).flatMap(([kind, types]) => types.map((type) => [type, kind as EntryKind] as const)),
);

export const kindOf = (type: string): EntryKind => (isClock(type) ? "clocks" : (kindOfEvent.get(type) ?? "journey"));

/**
 * What a merchant never reads: what staff think before they decide, how a name was screened (nobody is warned of that), what waits
 * for a second person, and the house's own clocks and messages.
 */
export const internal: readonly string[] = [
  "MIGRATE",
  "TAKE_CASE",
  "RECORD_SCREENING",
  "DISMISS_HIT",
  "RECOMMEND_APPROVAL",
  "RECOMMEND_REJECTION",
  "SEND_BACK",
  "REFUSE_ITEM",
  "RULE_ON_SITE",
  "CHANNEL_MOVED",
  "CASE_APPROVED",
  "CASE_MOVED",
  "CASE_ENDED",
  "PROPOSE_PAYMENT_ID",
  "RETURN_PAYMENT_ID",
  "PROPOSE_KEYS",
  "RETURN_KEYS",
];
