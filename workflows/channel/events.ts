import { z } from "zod";
import type { Role } from "../roles.ts";
import { TestItem } from "./test-plan.ts";

const Id = z.uuid();
const Reason = z.string().trim().min(1, "reason.missing").max(2000, "reason.tooLong");

/**
 * What the case allows its channels at this moment. The engine reads it from the locked case and puts it onto every event of a
 * channel, so that no channel ever acts on an old answer, and the log shows what was known.
 */
export const Gates = z.object({
  kycApproved: z.boolean(),
  contractSigned: z.boolean(),
  sitePassed: z.boolean(),
  /** On hold or suspended: nothing moves but what only records facts. */
  halted: z.boolean(),
  ended: z.boolean(),
});
export type Gates = z.infer<typeof Gates>;

export const Activate = z.object({ type: z.literal("ACTIVATE") });
export const RecordPreScreen = z.object({
  type: z.literal("RECORD_PRE_SCREEN"),
  passed: z.boolean(),
  note: z.string().trim().max(2000).optional(),
});
export const SetTestCredentials = z.object({ type: z.literal("SET_TEST_CREDENTIALS"), credentialsId: Id });
export const RecordTest = z.object({
  type: z.literal("RECORD_TEST"),
  item: TestItem,
  outcome: z.enum(["passed", "failed"]),
  /** The test run or the person's note it rests on. */
  ref: z.string().min(1),
});
export const CompleteTests = z.object({ type: z.literal("COMPLETE_TESTS") });
export const CaseApproved = z.object({ type: z.literal("CASE_APPROVED") });
export const CaseMoved = z.object({ type: z.literal("CASE_MOVED") });
export const CaseEnded = z.object({ type: z.literal("CASE_ENDED") });
export const SubmitToPsp = z.object({ type: z.literal("SUBMIT_TO_PSP") });
export const RecordPspDecision = z.object({
  type: z.literal("RECORD_PSP_DECISION"),
  approved: z.boolean(),
  note: z.string().trim().max(2000).optional(),
});
export const ProposePaymentId = z.object({
  type: z.literal("PROPOSE_PAYMENT_ID"),
  /** The live merchant identifier at the PSP; not a secret. */
  paymentId: z.string().trim().min(1, "paymentId.missing").max(120),
});
export const ConfirmPaymentId = z.object({ type: z.literal("CONFIRM_PAYMENT_ID") });
export const ReturnPaymentId = z.object({ type: z.literal("RETURN_PAYMENT_ID"), reason: Reason });
export const ProposeKeys = z.object({ type: z.literal("PROPOSE_KEYS"), keysId: Id });
export const ConfirmKeys = z.object({ type: z.literal("CONFIRM_KEYS"), keysId: Id });
export const ReturnKeys = z.object({ type: z.literal("RETURN_KEYS"), reason: Reason });
export const FetchSecret = z.object({ type: z.literal("FETCH_SECRET"), keysId: Id });
export const StartLiveVerification = z.object({ type: z.literal("START_LIVE_VERIFICATION") });
export const RecordLivePayment = z.object({
  type: z.literal("RECORD_LIVE_PAYMENT"),
  outcome: z.enum(["passed", "failed"]),
  /** Our own check, or the PSP's transaction number that staff copied. */
  ref: z.string().trim().min(1, "ref.missing").max(200),
});
export const OpenChannel = z.object({ type: z.literal("OPEN_CHANNEL") });
export const SuspendChannel = z.object({ type: z.literal("SUSPEND_CHANNEL"), reason: Reason });
export const ResumeChannel = z.object({ type: z.literal("RESUME_CHANNEL") });
export const CloseChannel = z.object({ type: z.literal("CLOSE_CHANNEL"), reason: Reason });

/** What may be asked of a channel. Logged for ever: add, never rename. */
export const ChannelEvent = z.discriminatedUnion("type", [
  Activate,
  RecordPreScreen,
  SetTestCredentials,
  RecordTest,
  CompleteTests,
  CaseApproved,
  CaseMoved,
  CaseEnded,
  SubmitToPsp,
  RecordPspDecision,
  ProposePaymentId,
  ConfirmPaymentId,
  ReturnPaymentId,
  ProposeKeys,
  ConfirmKeys,
  ReturnKeys,
  FetchSecret,
  StartLiveVerification,
  RecordLivePayment,
  OpenChannel,
  SuspendChannel,
  ResumeChannel,
  CloseChannel,
]);
export type ChannelEvent = z.infer<typeof ChannelEvent>;

export const channelSentBy = {
  ACTIVATE: ["system"],
  RECORD_PRE_SCREEN: ["advisor", "integration"],
  SET_TEST_CREDENTIALS: ["merchant", "integration"],
  RECORD_TEST: ["system", "merchant", "integration"],
  COMPLETE_TESTS: ["merchant", "integration"],
  CASE_APPROVED: ["system"],
  CASE_MOVED: ["system"],
  CASE_ENDED: ["system"],
  SUBMIT_TO_PSP: ["integration"],
  RECORD_PSP_DECISION: ["integration"],
  PROPOSE_PAYMENT_ID: ["integration"],
  CONFIRM_PAYMENT_ID: ["integration", "approver"],
  RETURN_PAYMENT_ID: ["integration", "approver"],
  PROPOSE_KEYS: ["integration"],
  CONFIRM_KEYS: ["integration", "approver"],
  RETURN_KEYS: ["integration", "approver"],
  FETCH_SECRET: ["merchant"],
  START_LIVE_VERIFICATION: ["merchant"],
  RECORD_LIVE_PAYMENT: ["system", "integration"],
  OPEN_CHANNEL: ["merchant"],
  SUSPEND_CHANNEL: ["integration", "approver"],
  RESUME_CHANNEL: ["integration", "approver"],
  CLOSE_CHANNEL: ["merchant", "integration", "approver"],
} satisfies Record<ChannelEvent["type"], Role[]>;

/** What only a person who is signed in says. Both of four eyes: a key that proposed would be one person's second pair. */
export const channelPersonal = new Set<ChannelEvent["type"]>([
  "PROPOSE_PAYMENT_ID",
  "CONFIRM_PAYMENT_ID",
  "PROPOSE_KEYS",
  "CONFIRM_KEYS",
  "FETCH_SECRET",
]);
