import { z } from "zod";
import { Day, dayFromNumber, dayNumber } from "./day.ts";
import { zonedMs } from "./zoned.ts";

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Working days and office hours of one place: versioned data, so that a deadline can say by which list it was counted. */
export const BusinessCalendar = z.object({
  /** ISO 3166-1 alpha-2, e.g. `KR`. */
  id: z.string().regex(/^[A-Z]{2}$/),
  version: z.string().min(1),
  /** IANA name. */
  timeZone: z.string().min(1),
  opensAt: TimeOfDay,
  closesAt: TimeOfDay,
  /** Days of the week without work, 1 Monday … 7 Sunday. */
  weekend: z.array(z.int().min(1).max(7)),
  /** First and last day the list speaks of; outside it nothing can be counted. */
  from: Day,
  until: Day,
  /** Closed days by day, with the name people know them by. */
  holidays: z.record(Day, z.string()),
});
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

/** Which list a deadline was counted by, e.g. `KR 2026-11`. */
export const calendarName = ({ id, version }: Pick<BusinessCalendar, "id" | "version">): string => `${id} ${version}`;

/** A deadline was asked for beyond what the calendar knows. Never guessed: somebody has to publish a longer list. */
export class OutsideCalendar extends RangeError {
  constructor(calendar: BusinessCalendar, what: string) {
    super(
      `${what} lies outside the ${calendar.id} calendar ${calendar.version} (${calendar.from} to ${calendar.until})`,
    );
    this.name = "OutsideCalendar";
  }
}

/** The working days of a calendar in order, with opening and closing as instants and the working time gone by before each. */
export interface Openings {
  days: Day[];
  /** Milliseconds since 1970. */
  opens: Float64Array;
  closes: Float64Array;
  /** Working milliseconds before this day's opening, since the calendar's beginning. */
  before: Float64Array;
  fromMs: number;
  untilMs: number;
}

const known = new WeakMap<BusinessCalendar, Openings>();

/** Reckoned once per calendar object (about 40 ms), so that a deadline afterwards costs two binary searches. */
export function openingsOf(calendar: BusinessCalendar): Openings {
  const before = known.get(calendar);
  if (before) return before;
  const openings = reckon(calendar);
  known.set(calendar, openings);
  return openings;
}

export const isBusinessDay = (calendar: BusinessCalendar, day: Day): boolean => {
  if (day < calendar.from || day > calendar.until) throw new OutsideCalendar(calendar, day);
  return worksOn(calendar, dayNumber(day), day);
};

const worksOn = (calendar: BusinessCalendar, number: number, day: Day): boolean =>
  !calendar.weekend.includes(((((number + 3) % 7) + 7) % 7) + 1) && calendar.holidays[day] === undefined;

function reckon(calendar: BusinessCalendar): Openings {
  const { opensAt, closesAt, timeZone } = calendar;
  if (opensAt >= closesAt) throw new RangeError(`${calendar.id} opens at ${opensAt} and closes at ${closesAt}`);
  const days: Day[] = [];
  const last = dayNumber(calendar.until);
  for (let number = dayNumber(calendar.from); number <= last; number++) {
    const day = dayFromNumber(number);
    if (worksOn(calendar, number, day)) days.push(day);
  }
  const opens = Float64Array.from(days, (day) => zonedMs(day, opensAt, timeZone));
  const closes = Float64Array.from(days, (day) => zonedMs(day, closesAt, timeZone));
  const before = new Float64Array(days.length);
  for (let i = 1; i < days.length; i++) before[i] = before[i - 1]! + closes[i - 1]! - opens[i - 1]!;
  return {
    days,
    opens,
    closes,
    before,
    fromMs: zonedMs(calendar.from, "00:00", timeZone),
    untilMs: zonedMs(dayFromNumber(last + 1), "00:00", timeZone),
  };
}
