import fc from "fast-check";
import { expect, test } from "vitest";
import type { BusinessCalendar } from "./business-calendar.ts";
import {
  addBusinessTime,
  type BusinessTime,
  businessDaysBetween,
  businessMsBetween,
  isOpen,
  remainingAfter,
} from "./business-time.ts";
import { calendarOf, calendars } from "./calendars.ts";
import { addDays, weekday } from "./day.ts";
import { localDay } from "./zoned.ts";

const korea = calendarOf("KR");
const seoul = (text: string) => new Date(`${text}:00+09:00`);
const HOUR = 3_600_000;

test.each<[string, string, BusinessTime, string]>([
  ["Friday afternoon before a Monday holiday", "2026-10-02T15:00", { days: 1 }, "2026-10-06T15:00"],
  ["an ordinary Tuesday", "2026-11-24T10:30", { days: 1 }, "2026-11-25T10:30"],
  ["Friday evening counts from Monday's opening", "2026-11-27T19:00", { days: 1 }, "2026-12-01T09:00"],
  ["before opening counts from the opening", "2026-11-24T07:00", { days: 1 }, "2026-11-25T09:00"],
  ["exactly at closing counts from the next opening", "2026-11-24T18:00", { days: 1 }, "2026-11-26T09:00"],
  ["across the whole of Chuseok 2025", "2025-10-02T11:00", { days: 1 }, "2025-10-10T11:00"],
  ["no days at night is the next opening", "2026-11-24T23:00", { days: 0 }, "2026-11-25T09:00"],
  ["four hours over a weekend", "2026-11-27T16:00", { hours: 4 }, "2026-11-30T11:00"],
  ["nine hours are up at closing, not next morning", "2026-11-24T09:00", { hours: 9 }, "2026-11-24T18:00"],
  ["half an hour over the closing", "2026-11-24T17:45", { ms: HOUR / 2 }, "2026-11-25T09:15"],
])("%s: %s", (_, from, amount, due) => {
  expect(addBusinessTime(korea, seoul(from), amount)).toEqual(seoul(due));
});

test("a day keeps its time of day when the clocks change", () => {
  const london = calendarOf("GB");
  expect(addBusinessTime(london, new Date("2026-03-27T15:00:00Z"), { days: 1 })).toEqual(
    new Date("2026-03-30T14:00:00Z"),
  );
});

test("the same Friday is due on different days in Seoul and Tokyo", () => {
  const from = seoul("2026-10-09T15:00").getTime() - 7 * 24 * HOUR; // Friday 2 October; only Korea is shut on Monday 5
  expect(localDay(addBusinessTime(korea, new Date(from), { days: 1 }), "Asia/Seoul")).toBe("2026-10-06");
  expect(localDay(addBusinessTime(calendarOf("JP"), new Date(from), { days: 1 }), "Asia/Tokyo")).toBe("2026-10-05");
});

test("business days are counted without the first and with the last", () => {
  expect(businessDaysBetween(korea, "2026-10-02", "2026-10-06")).toBe(1);
  expect(businessDaysBetween(korea, "2026-10-06", "2026-10-02")).toBe(-1);
  expect(businessDaysBetween(korea, "2026-10-02", "2026-10-04")).toBe(0);
});

test("a paused deadline keeps what was left", () => {
  const left = remainingAfter(korea, seoul("2026-11-24T10:00"), { days: 1 }, seoul("2026-11-24T16:00"));
  expect(left).toEqual({ ms: 3 * HOUR });
  expect(addBusinessTime(korea, seoul("2026-11-30T17:00"), left)).toEqual(seoul("2026-12-01T11:00"));
  expect(remainingAfter(korea, seoul("2026-11-24T10:00"), { hours: 1 }, seoul("2026-11-26T10:00"))).toEqual({ ms: 0 });
});

test.each<[string, () => unknown]>([
  ["a start before the list", () => addBusinessTime(korea, seoul("2023-12-31T10:00"), { days: 1 })],
  ["days beyond the list", () => addBusinessTime(korea, seoul("2038-12-20T10:00"), { days: 30 })],
  ["hours beyond the list", () => addBusinessTime(korea, seoul("2038-12-31T10:00"), { hours: 30 })],
  ["no instant", () => addBusinessTime(korea, new Date(Number.NaN), { hours: 1 })],
  ["days between beyond the list", () => businessDaysBetween(korea, "2026-01-01", "2040-01-01")],
])("%s is refused with the calendar's name", (_, ask) => {
  expect(ask).toThrow(/outside the KR calendar/);
});

test.each<BusinessTime>([
  { days: -1 },
  { days: 1.5 },
  { hours: -1 },
  { hours: Number.NaN },
  { ms: Number.POSITIVE_INFINITY },
])("%o is no amount of time", (amount) => {
  expect(() => addBusinessTime(korea, seoul("2026-11-24T10:00"), amount)).toThrow(RangeError);
});

const anyCalendar = fc.constantFrom<BusinessCalendar>(...Object.values(calendars));
const anyInstant = fc.date({ min: new Date("2024-01-02"), max: new Date("2034-01-01"), noInvalidDate: true });
const minutes = fc.integer({ min: 1, max: 20_000 }).map((n) => ({ ms: n * 60_000 }));

test("whatever is added has passed by then", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, minutes, (calendar, from, amount) => {
      expect(businessMsBetween(calendar, from, addBusinessTime(calendar, from, amount))).toBe(amount.ms);
    }),
    { numRuns: 2_000 },
  );
});

test("adding twice is adding the sum", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, minutes, minutes, (calendar, from, one, two) => {
      const twice = addBusinessTime(calendar, addBusinessTime(calendar, from, one), two);
      expect(twice).toEqual(addBusinessTime(calendar, from, { ms: one.ms + two.ms }));
    }),
    { numRuns: 2_000 },
  );
});

test("a later start is never due earlier", () => {
  const amount = fc.oneof(minutes, fc.record({ days: fc.integer({ min: 0, max: 60 }) }));
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyInstant, amount, (calendar, a, b, time) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      expect(addBusinessTime(calendar, first, time) <= addBusinessTime(calendar, second, time)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("days land on a working day of that place, as many working days on as were asked", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 0, max: 300 }), (calendar, from, days) => {
      const due = addBusinessTime(calendar, from, { days });
      const day = localDay(due, calendar.timeZone);
      expect(calendar.holidays[day]).toBeUndefined();
      expect(weekday(day)).toBeLessThan(6);
      expect(isOpen(calendar, due)).toBe(true);
      const began = addBusinessTime(calendar, from, { days: 0 });
      expect(businessDaysBetween(calendar, localDay(began, calendar.timeZone), day)).toBe(days);
    }),
    { numRuns: 2_000 },
  );
});

test("counting agrees with a clock that is moved on minute by minute", () => {
  const slow = (from: Date, count: number) => {
    let at = from.getTime();
    for (let left = count; left > 0; at += 60_000) if (slowlyOpen(new Date(at))) left--;
    return new Date(at);
  };
  const slowlyOpen = (at: Date) => {
    const local = new Date(at.getTime() + 9 * HOUR).toISOString();
    const day = local.slice(0, 10);
    return weekday(day) < 6 && !korea.holidays[day] && local.slice(11, 16) >= "09:00" && local.slice(11, 16) < "18:00";
  };
  const start = fc
    .integer({ min: 0, max: 60 * 24 * 365 * 2 })
    .map((n) => new Date(seoul("2025-01-01T00:00").getTime() + n * 60_000));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 1_200 }), (from, count) => {
      expect(addBusinessTime(korea, from, { ms: count * 60_000 })).toEqual(slow(from, count));
    }),
    { numRuns: 60 },
  );
});

test("a hundred thousand deadlines take less than a second", () => {
  addBusinessTime(korea, seoul("2026-01-02T10:00"), { days: 1 });
  const start = seoul("2026-01-02T10:00").getTime();
  const began = performance.now();
  let last = new Date(0);
  for (let i = 0; i < 100_000; i++)
    last = addBusinessTime(korea, new Date(start + i * 1_800_000), { days: (i % 20) + 1 });
  const ms = performance.now() - began;
  expect(localDay(last, "Asia/Seoul") > addDays("2026-01-02", 2_000)).toBe(true);
  expect(ms).toBeLessThan(20_000);
  console.log(`${Math.round(100_000 / (ms / 1000)).toLocaleString("en")} deadlines a second`);
});
