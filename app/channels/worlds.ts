/** Phases from which on a channel has something live; before, everything is a test. */
export const livePhases: ReadonlySet<string> = new Set([
  "idIssued",
  "keysProposed",
  "keysIssued",
  "liveVerification",
  "live",
  "suspended",
]);
