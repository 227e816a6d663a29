import { z } from "zod";
import { isPolicy } from "../kyc/policies.ts";
import { KycProfile } from "../kyc/profile.ts";
import type { Role } from "../roles.ts";
import { siteRequirements, siteVerdicts } from "../site/requirements.ts";

const Id = z.uuid();
export const SiteRequirement = z.enum(siteRequirements);
export const SiteVerdict = z.enum(siteVerdicts);
const Reason = z.string().trim().min(1, "reason.missing").max(2000, "reason.tooLong");
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Track = z.enum(["crossBorder", "generalOverseas"]);
export type Track = z.infer<typeof Track>;

/** One payment channel as a merchant takes it: a credential set belongs to exactly this. */
export const ChannelLine = z.object({
  channel: z.string().min(1),
  /** ISO 3166-1 alpha-2, or `GLOBAL`. */
  country: z.string().regex(/^([A-Z]{2}|GLOBAL)$/),
  /** ISO 4217: the currency buyers are charged in. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Payment method keys, as the catalogue writes them. */
  methods: z.array(z.string().min(1)).min(1),
  /** The PSP looks at the merchant before anything else is done. */
  preScreen: z.boolean(),
  /** A refund can be started through the aggregator. */
  refund: z.boolean(),
  /** The catalogue offers test credentials. */
  sandbox: z.boolean(),
});
export type ChannelLine = z.infer<typeof ChannelLine>;

export const SubmitInquiry = z.object({ type: z.literal("SUBMIT_INQUIRY"), inquiryId: Id });
export const TakeCase = z.object({ type: z.literal("TAKE_CASE") });
export const HandOver = z.object({ type: z.literal("HAND_OVER"), to: z.string().min(1) });
export const SendProposal = z.object({
  type: z.literal("SEND_PROPOSAL"),
  proposalId: Id,
  version: z.number().int().positive(),
  track: Track,
  lines: z.array(ChannelLine).min(1),
  /** The proposal's last day, as an instant: the end of that day where the merchant's contract is kept. */
  validUntil: z.iso.datetime(),
});
export const DeclineInquiry = z.object({ type: z.literal("DECLINE_INQUIRY"), reason: Reason });
export const AcceptProposal = z.object({
  type: z.literal("ACCEPT_PROPOSAL"),
  proposalId: Id,
  version: z.number().int().positive(),
  /** Which of the proposal's lines, by their place. */
  lines: z.array(z.number().int().min(0)).min(1),
});
export const WantChanges = z.object({ type: z.literal("WANT_CHANGES"), wish: Reason });
export const DeclineProposal = z.object({ type: z.literal("DECLINE_PROPOSAL"), reason: Reason });

/** What a PSP said of a merchant before the application; it speaks of all accepted lines of that channel. */
export const AnswerPreScreen = z.object({
  type: z.literal("ANSWER_PRE_SCREEN"),
  channel: z.string().min(1),
  passed: z.boolean(),
  note: z.string().trim().max(2000, "reason.tooLong").optional(),
});

export const SetProfile = z.object({
  type: z.literal("SET_PROFILE"),
  profile: KycProfile,
  /** An edition that there is: every guard behind this asks it, so a case under an unknown one would stand still for good. */
  policy: z.string().refine(isPolicy),
});
/** The merchant handed something in: a document (`ref` its id) or a form (`ref` its revision). */
export const ProvideItem = z.object({
  type: z.literal("PROVIDE_ITEM"),
  item: z.string().min(1),
  ref: z.string().min(1),
});
export const TakeBackItem = z.object({ type: z.literal("TAKE_BACK_ITEM"), item: z.string().min(1) });
export const AcceptItem = z.object({ type: z.literal("ACCEPT_ITEM"), item: z.string().min(1), ref: z.string().min(1) });
export const RefuseItem = z.object({
  type: z.literal("REFUSE_ITEM"),
  item: z.string().min(1),
  ref: z.string().min(1),
  reason: Reason,
});
export const SubmitKyc = z.object({ type: z.literal("SUBMIT_KYC") });
export const RecordScreening = z.object({
  type: z.literal("RECORD_SCREENING"),
  screeningId: Id,
  outcome: z.enum(["clear", "hit"]),
});
export const DismissHit = z.object({ type: z.literal("DISMISS_HIT"), reason: Reason });
export const RequestMore = z.object({ type: z.literal("REQUEST_MORE") });
export const RecommendApproval = z.object({ type: z.literal("RECOMMEND_APPROVAL") });
export const RecommendRejection = z.object({ type: z.literal("RECOMMEND_REJECTION"), reason: Reason });
export const ApproveKyc = z.object({ type: z.literal("APPROVE_KYC") });
export const RejectKyc = z.object({ type: z.literal("REJECT_KYC"), reason: Reason });
export const SendBack = z.object({ type: z.literal("SEND_BACK"), reason: Reason });
export const Appeal = z.object({ type: z.literal("APPEAL"), reason: Reason });

export const IssueContract = z.object({ type: z.literal("ISSUE_CONTRACT"), contractId: Id, sha256: Sha256 });
export const SignContract = z.object({ type: z.literal("SIGN_CONTRACT"), contractId: Id, sha256: Sha256 });
export const CountersignContract = z.object({
  type: z.literal("COUNTERSIGN_CONTRACT"),
  contractId: Id,
  sha256: Sha256,
});
export const VoidContract = z.object({ type: z.literal("VOID_CONTRACT"), reason: Reason });

export const StartSiteCheck = z.object({ type: z.literal("START_SITE_CHECK"), checkId: Id });
export const RecordSiteCheck = z.object({
  type: z.literal("RECORD_SITE_CHECK"),
  checkId: Id,
  verdicts: z.record(SiteRequirement, SiteVerdict),
});
export const FailSiteCheck = z.object({ type: z.literal("FAIL_SITE_CHECK"), checkId: Id, reason: z.string() });
/** The merchant hands the site to a reviewer; with an objection also where the check says no. */
export const SubmitSite = z.object({
  type: z.literal("SUBMIT_SITE"),
  objection: z.string().trim().max(2000).optional(),
});
export const RuleOnSite = z.object({
  type: z.literal("RULE_ON_SITE"),
  requirement: SiteRequirement,
  verdict: z.enum(["fulfilled", "not"]),
  reason: Reason,
});
export const ConfirmSite = z.object({ type: z.literal("CONFIRM_SITE") });
export const ReturnSite = z.object({ type: z.literal("RETURN_SITE"), reason: Reason });

export const ChannelMoved = z.object({
  type: z.literal("CHANNEL_MOVED"),
  channelId: Id,
  to: z.enum(["underWay", "live", "suspended", "ended"]),
});
export const Hold = z.object({ type: z.literal("HOLD"), reason: Reason });
export const Resume = z.object({ type: z.literal("RESUME") });
export const Withdraw = z.object({ type: z.literal("WITHDRAW"), reason: Reason });
export const SuspendService = z.object({ type: z.literal("SUSPEND_SERVICE"), reason: Reason });
export const ResumeService = z.object({ type: z.literal("RESUME_SERVICE") });
export const CloseService = z.object({ type: z.literal("CLOSE_SERVICE"), reason: Reason });
export const CompleteReview = z.object({ type: z.literal("COMPLETE_REVIEW") });

/** What may be asked of a case. Logged for ever: add, never rename. */
export const OnboardingEvent = z.discriminatedUnion("type", [
  SubmitInquiry,
  TakeCase,
  HandOver,
  SendProposal,
  DeclineInquiry,
  AcceptProposal,
  WantChanges,
  DeclineProposal,
  AnswerPreScreen,
  SetProfile,
  ProvideItem,
  TakeBackItem,
  AcceptItem,
  RefuseItem,
  SubmitKyc,
  RecordScreening,
  DismissHit,
  RequestMore,
  RecommendApproval,
  RecommendRejection,
  ApproveKyc,
  RejectKyc,
  SendBack,
  Appeal,
  IssueContract,
  SignContract,
  CountersignContract,
  VoidContract,
  StartSiteCheck,
  RecordSiteCheck,
  FailSiteCheck,
  SubmitSite,
  RuleOnSite,
  ConfirmSite,
  ReturnSite,
  ChannelMoved,
  Hold,
  Resume,
  Withdraw,
  SuspendService,
  ResumeService,
  CloseService,
  CompleteReview,
]);
export type OnboardingEvent = z.infer<typeof OnboardingEvent>;

/** Who may send what to a case of version 1. The compiler notices a forgotten event. */
export const onboardingSentByV1 = {
  SUBMIT_INQUIRY: ["merchant", "partner"],
  TAKE_CASE: ["advisor"],
  HAND_OVER: ["advisor", "admin"],
  SEND_PROPOSAL: ["advisor"],
  DECLINE_INQUIRY: ["advisor"],
  ACCEPT_PROPOSAL: ["merchant"],
  WANT_CHANGES: ["merchant"],
  DECLINE_PROPOSAL: ["merchant"],
  SET_PROFILE: ["merchant"],
  PROVIDE_ITEM: ["merchant"],
  TAKE_BACK_ITEM: ["merchant"],
  ACCEPT_ITEM: ["reviewer"],
  REFUSE_ITEM: ["reviewer"],
  SUBMIT_KYC: ["merchant"],
  RECORD_SCREENING: ["system"],
  DISMISS_HIT: ["reviewer"],
  REQUEST_MORE: ["reviewer"],
  RECOMMEND_APPROVAL: ["reviewer"],
  RECOMMEND_REJECTION: ["reviewer"],
  APPROVE_KYC: ["approver"],
  REJECT_KYC: ["approver"],
  SEND_BACK: ["approver"],
  APPEAL: ["merchant"],
  ISSUE_CONTRACT: ["merchant"],
  SIGN_CONTRACT: ["merchant"],
  COUNTERSIGN_CONTRACT: ["approver"],
  VOID_CONTRACT: ["advisor", "approver"],
  START_SITE_CHECK: ["merchant", "reviewer", "system"],
  RECORD_SITE_CHECK: ["system"],
  FAIL_SITE_CHECK: ["system"],
  SUBMIT_SITE: ["merchant"],
  RULE_ON_SITE: ["reviewer"],
  CONFIRM_SITE: ["reviewer"],
  RETURN_SITE: ["reviewer"],
  CHANNEL_MOVED: ["system"],
  HOLD: ["advisor", "reviewer", "approver"],
  RESUME: ["advisor", "reviewer", "approver"],
  WITHDRAW: ["merchant"],
  SUSPEND_SERVICE: ["approver"],
  RESUME_SERVICE: ["approver"],
  CLOSE_SERVICE: ["approver", "merchant"],
  COMPLETE_REVIEW: ["reviewer"],
} satisfies Record<Exclude<OnboardingEvent["type"], "ANSWER_PRE_SCREEN">, Role[]>;

/** Who may send what to a case of the newest version. */
export const onboardingSentBy = {
  ...onboardingSentByV1,
  ANSWER_PRE_SCREEN: ["advisor", "integration"],
} satisfies Record<OnboardingEvent["type"], Role[]>;

/** Decisions, and what commits a side: only a person who is signed in says these, never a key and never the system. */
export const onboardingPersonal = new Set<OnboardingEvent["type"]>([
  "APPROVE_KYC",
  "REJECT_KYC",
  "RECOMMEND_APPROVAL",
  "RECOMMEND_REJECTION",
  "SIGN_CONTRACT",
  "COUNTERSIGN_CONTRACT",
  "SUSPEND_SERVICE",
  "RESUME_SERVICE",
  "CLOSE_SERVICE",
]);
