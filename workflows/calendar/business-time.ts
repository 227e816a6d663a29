import { type BusinessCalendar, type Openings, OutsideCalendar, openingsOf } from "./business-calendar.ts";
import type { Day } from "./day.ts";

/** An amount of working time: whole days, or hours, or milliseconds (what is left after a pause). */
export type BusinessTime = { days: number } | { hours: number } | { ms: number };

/**
 * The instant at which an amount of working time has passed. Outside office hours the count begins at the next opening.
 *
 * Days keep the time of day: one day from Friday 15:00 is Monday 15:00, or Tuesday 15:00 when Monday is a holiday.
 * Hours fill office hours: four from Friday 16:00 to a Monday 09:00 opening end on Monday 11:00.
 *
 * @throws OutsideCalendar when start or end is beyond the calendar's list; RangeError on a negative or broken amount
 */
export function addBusinessTime(calendar: BusinessCalendar, from: Date, amount: BusinessTime): Date {
  const table = openingsOf(calendar);
  const start = startOf(calendar, table, from.getTime());
  if ("days" in amount) {
    if (!Number.isSafeInteger(amount.days) || amount.days < 0)
      throw new RangeError(`no number of days: ${amount.days}`);
    const opens = table.opens[start.index + amount.days];
    if (opens === undefined)
      throw new OutsideCalendar(calendar, `${amount.days} business days from ${from.toISOString()}`);
    return new Date(opens + start.sinceOpening);
  }
  const ms = "hours" in amount ? amount.hours * 3_600_000 : amount.ms;
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`no amount of time: ${JSON.stringify(amount)}`);
  const total = table.before[start.index]! + start.sinceOpening + ms;
  let index = lastAtOrBelow(table.before, total);
  // Exactly at a closing: the time is up that evening, not the next morning.
  if (ms > 0 && table.before[index] === total && index > 0) index--;
  const at = table.opens[index]! + total - table.before[index]!;
  if (at > table.closes[index]!)
    throw new OutsideCalendar(calendar, `${ms / 3_600_000} hours from ${from.toISOString()}`);
  return new Date(at);
}

/** Working milliseconds between two instants; negative when `to` comes first. @throws OutsideCalendar */
export function businessMsBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  const table = openingsOf(calendar);
  return worked(calendar, table, to.getTime()) - worked(calendar, table, from.getTime());
}

/**
 * Business days after `from` up to and including `to`: Friday to Monday is 1, Friday to Saturday 0; negative when `to`
 * comes first. @throws OutsideCalendar
 */
export function businessDaysBetween(calendar: BusinessCalendar, from: Day, to: Day): number {
  const { days } = openingsOf(calendar);
  for (const day of [from, to]) {
    if (day < calendar.from || day > calendar.until) throw new OutsideCalendar(calendar, day);
  }
  return countUpTo(days, to) - countUpTo(days, from);
}

/** Whether somebody is at work at that instant. @throws OutsideCalendar */
export function isOpen(calendar: BusinessCalendar, at: Date): boolean {
  const table = openingsOf(calendar);
  const ms = inside(calendar, table, at.getTime());
  const index = lastAtOrBelow(table.opens, ms);
  return index >= 0 && ms < table.closes[index]!;
}

/**
 * What is left of an amount when the clock is stopped at `pausedAt`, to be added again when it goes on.
 * A day counts as one day's office hours. @returns working milliseconds, never below 0
 */
export function remainingAfter(
  calendar: BusinessCalendar,
  startedAt: Date,
  amount: BusinessTime,
  pausedAt: Date,
): { ms: number } {
  const due = addBusinessTime(calendar, startedAt, amount);
  return { ms: Math.max(0, businessMsBetween(calendar, pausedAt, due)) };
}

function startOf(calendar: BusinessCalendar, table: Openings, ms: number): { index: number; sinceOpening: number } {
  const last = lastAtOrBelow(table.opens, inside(calendar, table, ms));
  if (last >= 0 && ms < table.closes[last]!) return { index: last, sinceOpening: ms - table.opens[last]! };
  if (last + 1 >= table.opens.length) throw new OutsideCalendar(calendar, "the next opening");
  return { index: last + 1, sinceOpening: 0 };
}

function worked(calendar: BusinessCalendar, table: Openings, ms: number): number {
  const last = lastAtOrBelow(table.opens, inside(calendar, table, ms));
  return last < 0 ? 0 : table.before[last]! + Math.min(ms, table.closes[last]!) - table.opens[last]!;
}

function inside(calendar: BusinessCalendar, table: Openings, ms: number): number {
  if (!(ms >= table.fromMs && ms < table.untilMs)) {
    throw new OutsideCalendar(calendar, Number.isNaN(ms) ? "no instant at all" : new Date(ms).toISOString());
  }
  return ms;
}

/** Index of the last entry ≤ `wanted` in an ascending list, -1 when there is none. */
function lastAtOrBelow(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function countUpTo(days: Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
