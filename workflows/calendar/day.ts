import { z } from "zod";

/** A calendar day without time or zone, `YYYY-MM-DD`; such days sort as text. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. @throws RangeError when the text is no day of the calendar */
export function dayNumber(day: Day): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw new RangeError(`no such day: ${day}`);
  return at / MS_PER_DAY;
}

/** The day that is `number` days after 1970-01-01. */
export const dayFromNumber = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month, `months` later. A month that is too short ends the period on its last day, as the
 * Korean Civil Act (art. 160) and everybody's habit have it: 30 November and three months is 28 or 29 February.
 */
export function addMonths(day: Day, months: number): Day {
  dayNumber(day);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const first = Date.UTC(Math.floor(index / 12), index % 12, 1);
  const lastDate = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return dayFromNumber(first / MS_PER_DAY + Math.min(date, lastDate) - 1);
}

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
