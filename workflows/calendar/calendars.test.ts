import { expect, test } from "vitest";
import { BusinessCalendar, isBusinessDay, OutsideCalendar } from "./business-calendar.ts";
import { calendarOf, calendars } from "./calendars.ts";
import { changedDays, isTouched } from "./change.ts";

test.each(Object.entries(calendars))("the list of %s is whole and of its own country", (country, calendar) => {
  expect(BusinessCalendar.parse(calendar).id).toBe(country);
  for (let year = 2024; year <= 2038; year++) {
    const inYear = Object.keys(calendar.holidays).filter((day) => day.startsWith(`${year}-`));
    expect(inYear.length, `${country} ${year}`).toBeGreaterThanOrEqual(3);
  }
});

test.each([
  ["JP", "2026-09-22", "a Tuesday between two holidays"],
  ["JP", "2026-05-06", "the substitute of Constitution Day"],
  ["JP", "2027-01-04", null],
  ["JP", "2026-12-31", "banks' year end"],
  ["VN", "2026-02-18", "Tet"],
  ["US", "2026-07-03", "the observed Fourth"],
  ["GB", "2026-12-28", "the substitute of Boxing Day"],
  ["DE", "2026-10-01", null],
])("%s %s: %s", (country, day, why) => {
  expect(isBusinessDay(calendarOf(country), day)).toBe(why === null);
});

test("a country nobody listed, and a day beyond the list, are errors rather than guesses", () => {
  expect(() => calendarOf("MO")).toThrow("no business calendar for MO");
  expect(() => isBusinessDay(calendarOf("KR"), "2039-01-03")).toThrow(OutsideCalendar);
});

test("a holiday declared afterwards names its day and the deadlines that it touches", () => {
  const before = calendarOf("KR");
  const after = { ...before, version: "next", holidays: { ...before.holidays, "2026-12-24": "임시공휴일" } };
  const changed = changedDays(before, after);
  expect(changed).toEqual([{ day: "2026-12-24", became: "closed", name: "임시공휴일" }]);
  expect(changedDays(after, before)[0]?.became).toBe("open");
  const at = (text: string) => new Date(`${text}+09:00`);
  expect(isTouched(after, changed, at("2026-12-23T15:00"), at("2026-12-24T15:00"))).toBe(true);
  expect(isTouched(after, changed, at("2026-12-22T15:00"), at("2026-12-23T15:00"))).toBe(false);
});
