import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, Day, dayNumber, daysBetween, weekday } from "./day.ts";
import { localDay, zonedMs } from "./zoned.ts";

test.each([
  ["2026-08-22", 3, "2026-11-22"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2027-11-30", 3, "2028-02-29"],
  ["2026-01-31", -2, "2025-11-30"],
  ["2026-12-15", 1, "2027-01-15"],
])("%s and %i months is %s", (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});

test.each(["2026-02-29", "2026-13-01", "2026-1-1", "22.11.2026", ""])("%s is no day", (text) => {
  expect(Day.safeParse(text).success).toBe(false);
  expect(() => dayNumber(text)).toThrow(RangeError);
});

test("days can be added and taken away, and weekdays go round", () => {
  expect(weekday("2026-11-22")).toBe(7);
  expect(weekday("1969-12-31")).toBe(3);
  const anyDay = fc.integer({ min: -30_000, max: 60_000 }).map((n) => addDays("1970-01-01", n));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
    }),
  );
});

test.each([
  ["2026-11-23", "09:00", "Asia/Seoul", "2026-11-23T00:00:00.000Z"],
  ["2026-07-01", "09:00", "Europe/London", "2026-07-01T08:00:00.000Z"],
  ["2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30:00.000Z"], // happens twice: the first
  ["2026-03-29", "01:30", "Europe/London", "2026-03-29T01:30:00.000Z"], // never happens: after the jump
  ["2026-01-01", "00:00", "Pacific/Auckland", "2025-12-31T11:00:00.000Z"],
])("%s %s in %s is %s", (day, time, zone, instant) => {
  expect(new Date(zonedMs(day, time, zone)).toISOString()).toBe(instant);
  expect(localDay(new Date(instant), zone)).toBe(day);
});
