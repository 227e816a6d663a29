/**
 * What a person has to say for an event to be sent by itself: nothing, or a reason. Events that carry more (which document, which
 * key) belong to the page that shows the thing, and have no entry.
 */
export const eventNeeds = {
  TAKE_CASE: "nothing",
  DECLINE_INQUIRY: "reason",
  DECLINE_PROPOSAL: "reason",
  SUBMIT_KYC: "nothing",
  DISMISS_HIT: "reason",
  REQUEST_MORE: "nothing",
  RECOMMEND_APPROVAL: "nothing",
  RECOMMEND_REJECTION: "reason",
  APPROVE_KYC: "nothing",
  REJECT_KYC: "reason",
  SEND_BACK: "reason",
  APPEAL: "reason",
  VOID_CONTRACT: "reason",
  CONFIRM_SITE: "nothing",
  RETURN_SITE: "reason",
  HOLD: "reason",
  RESUME: "nothing",
  WITHDRAW: "reason",
  SUSPEND_SERVICE: "reason",
  RESUME_SERVICE: "nothing",
  CLOSE_SERVICE: "reason",
  COMPLETE_REVIEW: "nothing",
  COMPLETE_TESTS: "nothing",
  SUBMIT_TO_PSP: "nothing",
  CONFIRM_PAYMENT_ID: "nothing",
  RETURN_PAYMENT_ID: "reason",
  RETURN_KEYS: "reason",
  START_LIVE_VERIFICATION: "nothing",
  OPEN_CHANNEL: "nothing",
  SUSPEND_CHANNEL: "reason",
  RESUME_CHANNEL: "nothing",
  CLOSE_CHANNEL: "reason",
} as const satisfies Record<string, "nothing" | "reason">;

export type SimpleEvent = keyof typeof eventNeeds;

export const isSimple = (event: string): event is SimpleEvent => Object.hasOwn(eventNeeds, event);

/** What cannot be taken back, or stops somebody: asked twice, never the coloured button. */
export const grave: ReadonlySet<string> = new Set([
  "DECLINE_INQUIRY",
  "DECLINE_PROPOSAL",
  "RECOMMEND_REJECTION",
  "REJECT_KYC",
  "VOID_CONTRACT",
  "WITHDRAW",
  "SUSPEND_SERVICE",
  "CLOSE_SERVICE",
  "SUSPEND_CHANNEL",
  "CLOSE_CHANNEL",
]);
