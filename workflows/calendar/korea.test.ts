import { expect, test } from "vitest";
import { isBusinessDay } from "./business-calendar.ts";
import { calendarOf } from "./calendars.ts";
import { weekday } from "./day.ts";
import { koreanHolidays } from "./korea.ts";

const korea = calendarOf("KR");

/** Closed weekdays as the government's yearly calendar (월력요항) and its later decisions gave them. */
const published: Record<string, string> = {
  2024: "01-01 02-09 02-12 03-01 04-10 05-01 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25",
  2025: "01-01 01-27 01-28 01-29 01-30 03-03 05-01 05-05 05-06 06-03 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25",
  2026: "01-01 02-16 02-17 02-18 03-02 05-01 05-05 05-25 06-03 07-17 08-17 09-24 09-25 10-05 10-09 12-25",
  2027: "01-01 02-08 02-09 03-01 05-03 05-05 05-13 07-19 08-16 09-14 09-15 09-16 10-04 10-11 12-27",
};

test.each(Object.entries(published))("Korea's closed weekdays of %s are the published ones", (year, days) => {
  const closed = Object.keys(korea.holidays).filter((day) => day.startsWith(year) && weekday(day) < 6);
  expect(closed.map((day) => day.slice(5)).join(" ")).toBe(days);
});

test.each([
  ["Children's Day and Buddha's birthday on one day give one substitute", "2025-05-06", "2025-05-07"],
  ["a Sunday in the Seollal holidays gives one", "2024-02-12", "2024-02-13"],
  ["Chuseok on National Foundation Day gives one", "2028-10-05", "2028-10-06"],
])("%s", (_, closed, open) => {
  expect(isBusinessDay(korea, closed)).toBe(false);
  expect(isBusinessDay(korea, open)).toBe(true);
});

test("a Saturday in the Chuseok holidays gives no substitute", () => {
  expect(korea.holidays["2026-09-26"]).toBe("추석 연휴");
  expect(isBusinessDay(korea, "2026-09-28")).toBe(true);
});

test("Memorial Day and New Year's Day on a weekend give no substitute", () => {
  expect(isBusinessDay(korea, "2026-06-08")).toBe(true);
  expect(isBusinessDay(korea, "2028-01-03")).toBe(true);
});

test("two days lost one after the other give two substitutes: a Sunday and National Foundation Day in Chuseok 2039", () => {
  const lunar = { seollal: "2039-01-24", buddhasBirthday: "2039-04-30", chuseok: "2039-10-02" };
  const closed = koreanHolidays(2039, lunar, {});
  expect(Object.keys(closed).filter((day) => day > "2039-09-30" && day < "2039-10-08")).toEqual([
    "2039-10-01",
    "2039-10-02",
    "2039-10-03",
    "2039-10-04",
    "2039-10-05",
  ]);
});
