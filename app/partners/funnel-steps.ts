/** How many of the referrals made in a time have come at least so far by now, in the order of the way. */
export const funnelSteps = [
  "invited",
  "opened",
  "inquirySent",
  "proposalSent",
  "accepted",
  "approved",
  "live",
] as const;
export type Funnel = Record<(typeof funnelSteps)[number], number>;
