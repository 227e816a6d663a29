/** How far a referral has come, in the order of the way; the last five are no steps of it. */
export const stages = [
  "invited",
  "opened",
  "started",
  "inquirySent",
  "proposalSent",
  "accepted",
  "approved",
  "live",
  "ended",
  "expired",
  "revoked",
  "notShared",
  "consentWithdrawn",
] as const;
export type Stage = (typeof stages)[number];

/** A referral's own dates. */
export interface Milestones {
  createdAt: Date;
  expiresAt: Date | null;
  openedAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
  sharedSince: Date | null;
  withdrawnAt: Date | null;
  inquirySentAt: Date | null;
  proposalSentAt: Date | null;
  acceptedAt: Date | null;
  approvedAt: Date | null;
  liveAt: Date | null;
  endedAt: Date | null;
}

/** Where it stands and since when, for the house. */
export function stageOf(of: Milestones, now: Date): { stage: Stage; since: Date } {
  const steps: [Stage, Date | null][] = [
    ["ended", of.endedAt],
    ["live", of.liveAt],
    ["approved", of.approvedAt],
    ["accepted", of.acceptedAt],
    ["proposalSent", of.proposalSentAt],
    ["inquirySent", of.inquirySentAt],
    ["started", of.usedAt],
    ["revoked", of.revokedAt],
    ["expired", of.expiresAt && of.expiresAt <= now ? of.expiresAt : null],
    ["opened", of.openedAt],
  ];
  const reached = steps.find((step): step is [Stage, Date] => step[1] !== null);
  return reached ? { stage: reached[0], since: reached[1] } : { stage: "invited", since: of.createdAt };
}

/**
 * The same for the partner. What becomes of the link itself is the partner's to know; from the moment the merchant goes on, only what
 * the merchant lets it see, and nothing else beside: no date either.
 */
export function sharedStageOf(of: Milestones, now: Date): { stage: Stage; since: Date | null } {
  if (of.withdrawnAt) return { stage: "consentWithdrawn", since: null };
  if (of.usedAt && !of.sharedSince) return { stage: "notShared", since: null };
  return stageOf(of, now);
}
