import { bundleOpening, type OpeningTimes } from "../proposal/opening-times.ts";

/** A part of the way that is not the merchant's own time, business days. */
export interface Part {
  part: "reply" | "review" | "psp" | "verification";
  from: number;
  to: number;
  isStated: boolean;
}

/**
 * What the house promises (workflows/deadlines.ts) and PSPs say: a reply in one business day, two for the review and one for
 * its approval, then the PSPs, then one or two days to see a real payment through. Contract and site run beside the review.
 */
export function partsOf(times: OpeningTimes, channels: readonly string[]): Part[] {
  const psp = bundleOpening(times, channels);
  return [
    { part: "reply", from: 0, to: 1, isStated: true },
    { part: "review", from: 1, to: 3, isStated: true },
    { part: "psp", ...psp },
    { part: "verification", from: 1, to: 2, isStated: false },
  ];
}

/** Business days from sending the inquiry to the opening, without what the merchant takes for itself. */
export const openingRange = (parts: readonly Part[]): { from: number; to: number; isStated: boolean } => ({
  from: parts.reduce((sum, part) => sum + part.from, 0),
  to: parts.reduce((sum, part) => sum + part.to, 0),
  isStated: parts.every((part) => part.isStated),
});
