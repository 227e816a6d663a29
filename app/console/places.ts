import type { ActPage } from "#app/cases/index.ts";

/**
 * On which page of the console an event is sent: beside what it is about. `home` events concern the case as a whole and are sent
 * from the pane on the right, wherever one is.
 */
export const placeOf: Readonly<Record<string, ActPage>> = {
  TAKE_CASE: "home",
  HAND_OVER: "home",
  SEND_PROPOSAL: "proposal",
  DECLINE_INQUIRY: "home",
  ANSWER_PRE_SCREEN: "proposal",
  ACCEPT_ITEM: "documents",
  REFUSE_ITEM: "documents",
  DISMISS_HIT: "documents",
  REQUEST_MORE: "documents",
  RECOMMEND_APPROVAL: "documents",
  RECOMMEND_REJECTION: "documents",
  APPROVE_KYC: "documents",
  REJECT_KYC: "documents",
  SEND_BACK: "documents",
  COUNTERSIGN_CONTRACT: "contract",
  VOID_CONTRACT: "contract",
  START_SITE_CHECK: "site",
  RULE_ON_SITE: "site",
  CONFIRM_SITE: "site",
  RETURN_SITE: "site",
  HOLD: "home",
  RESUME: "home",
  SUSPEND_SERVICE: "home",
  RESUME_SERVICE: "home",
  CLOSE_SERVICE: "home",
  COMPLETE_REVIEW: "home",
  RECORD_PRE_SCREEN: "channel",
  SET_TEST_CREDENTIALS: "channel",
  RECORD_TEST: "channel",
  COMPLETE_TESTS: "channel",
  SUBMIT_TO_PSP: "channel",
  RECORD_PSP_DECISION: "channel",
  PROPOSE_PAYMENT_ID: "channel",
  CONFIRM_PAYMENT_ID: "channel",
  RETURN_PAYMENT_ID: "channel",
  PROPOSE_KEYS: "channel",
  CONFIRM_KEYS: "channel",
  RETURN_KEYS: "channel",
  RECORD_LIVE_PAYMENT: "channel",
  SUSPEND_CHANNEL: "channel",
  RESUME_CHANNEL: "channel",
  CLOSE_CHANNEL: "channel",
};

/** What the pane on the right sends itself. */
export const sentHere: readonly string[] = Object.keys(placeOf).filter((event) => placeOf[event] === "home");

/** Stops a merchant's service: whoever does it has just shown again who they are. */
export const needsFresh: ReadonlySet<string> = new Set(["SUSPEND_SERVICE", "RESUME_SERVICE", "CLOSE_SERVICE"]);
