/** Why a merchant does not go on: what can be counted of it. Kept for ever in `proposal_decline`: add, never rename. */
export const declineReasons = ["price", "coverage", "conditions", "time", "elsewhere", "plans", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const declineReasonOf = (text: unknown): DeclineReason =>
  declineReasons.find((reason) => reason === text) ?? "other";
