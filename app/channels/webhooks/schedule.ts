const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between attempts, in milliseconds; the last one repeats. */
const waits = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR] as const;

/** After so many attempts nobody tries any more but a person who presses "resend". */
export const mostAttempts = 12;

/**
 * How long to wait after an attempt that failed.
 *
 * @param attempts how many there were, at least 1
 * @returns milliseconds, or null when it was the last
 */
export const waitAfter = (attempts: number): number | null =>
  attempts >= mostAttempts ? null : waits[Math.min(attempts, waits.length) - 1]!;

/** How long a host that does not answer is left alone before one delivery finds out whether it is back. */
export const restMs = 30 * SECOND;
/** After how many silent attempts in a row it is. */
export const silentBeforeRest = 3;
