/** How long an older key works beside the one that takes its place, in hours. */
export const overlap = { defaultHours: 24, longestHours: 7 * 24 } as const;

/**
 * What becomes of the keys in force when a new one takes over: the newest works on for the overlap, whatever still overlapped from an
 * earlier rotation ends. Two keys at a time, never three.
 *
 * @param inForce ids, newest first
 * @param overlapHours 0 to 168; at 0 all end now
 * @throws RangeError for any other overlap
 */
export function succession(
  inForce: readonly string[],
  { overlapHours, at }: { overlapHours: number; at: Date },
): { ending: readonly string[]; until: Date | null } {
  if (!(overlapHours >= 0 && overlapHours <= overlap.longestHours))
    throw new RangeError(`an overlap of ${overlapHours} hours`);
  return overlapHours === 0
    ? { ending: inForce, until: null }
    : { ending: inForce.slice(1), until: new Date(at.getTime() + overlapHours * 3_600_000) };
}
