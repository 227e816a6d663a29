/** The small path of one channel, as both sides see it. */
export const channelStops = ["test", "psp", "paymentId", "keys", "live"] as const;
export type ChannelStop = (typeof channelStops)[number];
export type StopState = "done" | "now" | "later";

/** Where each state of the channel's chart stands on the path; 5 is behind the last stop, -1 off the path. */
export const stopOf: Readonly<Record<string, number>> = {
  proposed: 0,
  preScreen: 0,
  testSetup: 0,
  testing: 0,
  tested: 1,
  pspReview: 1,
  pspRefused: 1,
  awaitingId: 2,
  idProposed: 2,
  idIssued: 3,
  keysProposed: 3,
  keysIssued: 4,
  liveVerification: 4,
  live: 5,
  suspended: 5,
  closed: -1,
};

export function channelPath(phase: string): { stop: ChannelStop; state: StopState }[] {
  const at = stopOf[phase] ?? -1;
  return channelStops.map((stop, place) => ({ stop, state: place < at ? "done" : place === at ? "now" : "later" }));
}
