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

/** After how many silent attempts in a row a host is left alone for a while. */
const silentBeforeRest = 3;

/**
 * How long a host is left alone before one delivery finds out whether it is back: half a minute, doubled each time, ten minutes at most.
 *
 * @param silent attempts in a row that it did not answer
 * @returns milliseconds; null when it is not left alone yet
 */
export const restAfter = (silent: number): number | null =>
  silent < silentBeforeRest ? null : Math.min(30 * SECOND * 2 ** Math.min(silent - silentBeforeRest, 10), 10 * MINUTE);

/** What waited for a host so long is given up: as long as twelve attempts take. */
export const longestParkedMs = 4 * 24 * HOUR;
