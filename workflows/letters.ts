/**
 * Every letter that a machine may ask for. `to` says whose inbox, the mail room looks up the addresses when it sends;
 * a letter never carries what its reader may not know.
 */
export const letters = [
  // inquiry and proposal
  "inquiryReceived",
  "inquiryWaiting",
  "replyDueSoon",
  "replyOverdue",
  "proposalReady",
  "proposalReminder",
  "proposalAsked",
  "proposalAnswered",
  "proposalChangesWanted",
  "proposalAccepted",
  "proposalDeclined",
  "proposalExpired",
  "inquiryDeclined",
  // pre-screen, from version 2 on
  "preScreenStarted",
  "preScreenToRecord",
  "preScreenOverdue",
  "preScreenRefused",
  "preScreenUnanswered",
  "proposalToChange",
  // contract
  "contractReady",
  "contractToCountersign",
  "contractSigned",
  "contractVoided",
  // kyc
  "documentsNeeded",
  "documentsReminder",
  "moreDocumentsNeeded",
  "kycSubmitted",
  "kycToApprove",
  "kycApproved",
  "kycRejected",
  "kycAppealed",
  "applicationExpired",
  // site
  "siteToReview",
  "siteOnHold",
  "sitePassed",
  "siteChanged",
  // channel
  "pspPreScreenStarted",
  "testSetUp",
  "testsPassed",
  "pspReviewStarted",
  "pspRefused",
  "paymentIdToConfirm",
  "paymentIdIssued",
  "keysToConfirm",
  "keysIssued",
  "channelLive",
  "channelSuspended",
  "channelClosed",
  // the whole case
  "caseHeld",
  "caseResumed",
  "caseWithdrawn",
  "promiseMoved",
  "serviceOpened",
  "serviceSuspended",
  "serviceResumed",
  "reviewDue",
] as const;
export type LetterName = (typeof letters)[number];

/** Letters about a promise to a merchant that was not kept: one person's inbox is not enough for them. */
export const escalated: ReadonlySet<LetterName> = new Set(["replyOverdue"]);

/** Whose inbox: the merchant's contact and team, the case's advisor (or all advisors), or a desk. */
export type LetterTo = "merchant" | "advisor" | "reviewers" | "approvers" | "integration";

export interface Letter {
  letter: LetterName;
  to: LetterTo;
  /** A sentence somebody wrote for the reader: a reason, a wish. */
  note?: string;
}

/** A letter that says why: with the reason of the event that asks for it. */
export const letterWithReason = (letter: Letter["letter"], to: Letter["to"]) => ({
  type: "sendMail" as const,
  params: ({ event }: { event: { reason: string } }): Letter => ({ letter, to, note: event.reason }),
});
