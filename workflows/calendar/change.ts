import { type BusinessCalendar, isBusinessDay } from "./business-calendar.ts";
import { addDays, type Day } from "./day.ts";
import { localDay } from "./zoned.ts";

export interface ChangedDay {
  day: Day;
  /** `closed`: was a working day and is none any more. */
  became: "closed" | "open";
  /** The holiday's name, new or gone. */
  name: string;
}

/** What a newer list changes for deadlines under way, over the days both lists speak of. */
export function changedDays(older: BusinessCalendar, newer: BusinessCalendar): ChangedDay[] {
  const [, from = newer.from] = [older.from, newer.from].sort();
  const [until = newer.until] = [older.until, newer.until].sort();
  const changed: ChangedDay[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const was = isBusinessDay(older, day);
    if (was === isBusinessDay(newer, day)) continue;
    const name = (was ? newer : older).holidays[day] ?? "";
    changed.push({ day, became: was ? "closed" : "open", name });
  }
  return changed;
}

/** Whether a deadline that runs from `startedAt` to `dueAt` has to be reckoned again because of these days. */
export function isTouched(calendar: BusinessCalendar, changed: ChangedDay[], startedAt: Date, dueAt: Date): boolean {
  const first = localDay(startedAt, calendar.timeZone);
  const last = localDay(dueAt, calendar.timeZone);
  return changed.some(({ day }) => day >= first && day <= last);
}
