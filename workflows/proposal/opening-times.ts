import { z } from "zod";

export const openingSteps = ["preScreen", "firstContact", "contract", "cardReview"] as const;
const Days = z.object({ step: z.enum(openingSteps), from: z.int().min(0), to: z.int().min(0) });

/** How long PSPs take until a channel may go live, business days. Where no source says, it is marked as our assumption. */
export const OpeningTimes = z.object({
  isIndicative: z.literal(true),
  steps: z.array(z.object({ step: z.enum(openingSteps), ko: z.string(), en: z.string() })),
  /** For every channel without an entry. */
  usual: z.object({ isStated: z.literal(false), days: z.array(Days) }),
  channels: z.array(z.object({ channel: z.string(), isStated: z.boolean(), days: z.array(Days) })),
  /** Added for each further contract of a bundle: papers are filled in one after the other. */
  furtherContract: z.int().min(0),
});
export type OpeningTimes = z.infer<typeof OpeningTimes>;

export interface OpeningDays {
  from: number;
  to: number;
  isStated: boolean;
  steps: readonly { step: (typeof openingSteps)[number]; from: number; to: number }[];
}

/** Business days from the merchant's papers to a channel that may go live. */
export function openingDaysOf(times: OpeningTimes, channel: string): OpeningDays {
  const { days, isStated } = times.channels.find((entry) => entry.channel === channel) ?? times.usual;
  return {
    from: days.reduce((sum, step) => sum + step.from, 0),
    to: days.reduce((sum, step) => sum + step.to, 0),
    isStated,
    steps: days,
  };
}

/** A bundle opens when its slowest channel does, and each further contract costs days of its own. */
export function bundleOpening(
  times: OpeningTimes,
  channels: readonly string[],
): { from: number; to: number; isStated: boolean } {
  const all = channels.map((channel) => openingDaysOf(times, channel));
  const further = Math.max(channels.length - 1, 0) * times.furtherContract;
  return {
    from: Math.max(0, ...all.map((days) => days.from)) + further,
    to: Math.max(0, ...all.map((days) => days.to)) + further,
    isStated: all.every((days) => days.isStated),
  };
}
