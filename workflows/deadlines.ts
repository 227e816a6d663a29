import { addBusinessTime, type BusinessTime, calendarOf } from "./calendar/index.ts";
import type { OnboardingContext } from "./onboarding/context.ts";

const DAY = 86_400_000;

/** What a named delay amounts to: working time of the house's calendar, plain time, or an instant the case itself names. */
type Deadline = BusinessTime | { plainMs: number } | { until: (context: OnboardingContext) => string | undefined };

/**
 * Every named delay of both machines, in the words of the house's promises. Delays that end in `Due` are promises to somebody:
 * the earliest of them is the due time by which a piece of work is sorted on its desk.
 */
export const deadlines: Record<string, Deadline> = {
  // "within one business day": reminded when half of the office day is gone.
  replyReminder: { hours: 5 },
  replyDue: { days: 1 },
  proposalReminder: { days: 3 },
  proposalExpiry: { until: (context) => context.proposal?.validUntil },
  // PSPs usually answer a pre-screen within three to five business days; after four weeks of silence something else is proposed.
  preScreenReminder: { days: 3 },
  preScreenDue: { days: 5 },
  preScreenExpiry: { days: 20 },
  documentsReminder: { days: 3 },
  documentsSecondReminder: { days: 10 },
  applicationExpiry: { plainMs: 90 * DAY },
  reviewDue: { days: 2 },
  approvalDue: { days: 1 },
  countersignDue: { days: 1 },
  siteReviewDue: { days: 1 },
  siteCheckTimeout: { plainMs: DAY / 96 },
  appealPeriod: { plainMs: 30 * DAY },
  periodicReview: { plainMs: 365 * DAY },
  testReminder: { days: 5 },
  pspFollowUp: { days: 3 },
  confirmDue: { days: 1 },
  openReminder: { days: 5 },
};

export const isPromise = (delay: string): boolean => delay.endsWith("Due");

/**
 * When a delay that begins at `at` is over.
 *
 * @param delay its name in the machine; `nominalMs` stands in for a name that has no entry here
 * @param calendar country code of the calendar that counts, e.g. `KR`
 */
export function dueAt(delay: string, nominalMs: number, context: unknown, at: Date, calendar: string): Date {
  const deadline = deadlines[delay] ?? { plainMs: nominalMs };
  if ("plainMs" in deadline) return new Date(at.getTime() + deadline.plainMs);
  if ("until" in deadline) {
    const until = deadline.until(context as OnboardingContext);
    return until ? new Date(until) : new Date(at.getTime() + nominalMs);
  }
  return addBusinessTime(calendarOf(calendar), at, deadline);
}
