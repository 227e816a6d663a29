import { addBusinessTime, type BusinessCalendar, type BusinessTime, businessMsBetween } from "./calendar/index.ts";
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
 * Promises that go on where they stood when their state is come back to: while the merchant mends what was asked for, the house's time
 * to look at it stands still, and is not given anew.
 */
const goesOnAfterwards = new Set(["reviewDue", "siteReviewDue"]);
export const isPausedElsewhere = (delay: string): boolean => goesOnAfterwards.has(delay);

/** Whether working days and hours count for it; the others run through nights and holidays. */
export const isBusinessTime = (delay: string): boolean => {
  const deadline = deadlines[delay];
  return deadline !== undefined && ("days" in deadline || "hours" in deadline);
};

/**
 * When a delay that begins at `at` is over.
 *
 * @param delay its name in the machine; `nominalMs` stands in for a name that has no entry here
 * @param calendar the calendar that counts, as it stands now
 */
export function dueAt(delay: string, nominalMs: number, context: unknown, at: Date, calendar: BusinessCalendar): Date {
  const deadline = deadlines[delay] ?? { plainMs: nominalMs };
  if ("plainMs" in deadline) return new Date(at.getTime() + deadline.plainMs);
  if ("until" in deadline) {
    const until = deadline.until(context as OnboardingContext);
    return until ? new Date(until) : new Date(at.getTime() + nominalMs);
  }
  return addBusinessTime(calendar, at, deadline);
}

/** What is left of a delay that is stopped at `at`: working milliseconds where working time counts, plain ones otherwise; never below 0. */
export function leftOf(delay: string, due: Date, at: Date, calendar: BusinessCalendar): number {
  if (due <= at) return 0;
  return isBusinessTime(delay) ? businessMsBetween(calendar, at, due) : due.getTime() - at.getTime();
}

/** When a delay is over that goes on at `at` with what was left of it. */
export const goOn = (delay: string, leftMs: number, at: Date, calendar: BusinessCalendar): Date =>
  isBusinessTime(delay) ? addBusinessTime(calendar, at, { ms: leftMs }) : new Date(at.getTime() + leftMs);
