import type { Milestones } from "./stage.ts";

/** A referral as the table has it. */
export interface ReferralRow {
  id: string;
  public_id: string;
  partner_id: string;
  kind: "invitation" | "general";
  reference: string | null;
  prefill: string | null;
  handed_over: string[];
  made_by: string;
  created_at: Date;
  expires_at: Date | null;
  opened_at: Date | null;
  used_at: Date | null;
  revoked_at: Date | null;
  draft_id: string | null;
  shared_since: Date | null;
  withdrawn_at: Date | null;
  inquiry_sent_at: Date | null;
  proposal_sent_at: Date | null;
  accepted_at: Date | null;
  approved_at: Date | null;
  live_at: Date | null;
  ended_at: Date | null;
}

export const milestonesOf = (row: ReferralRow): Milestones => ({
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  openedAt: row.opened_at,
  usedAt: row.used_at,
  revokedAt: row.revoked_at,
  sharedSince: row.shared_since,
  withdrawnAt: row.withdrawn_at,
  inquirySentAt: row.inquiry_sent_at,
  proposalSentAt: row.proposal_sent_at,
  acceptedAt: row.accepted_at,
  approvedAt: row.approved_at,
  liveAt: row.live_at,
  endedAt: row.ended_at,
});
