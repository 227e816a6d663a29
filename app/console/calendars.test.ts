import { expect } from "vitest";
import { publishCalendar } from "#app/engine/index.server.ts";
import { test } from "#tests/database.ts";
import { calendarOf } from "#workflows/calendar/index.ts";
import { calendarView } from "./calendars.server.ts";

const now = () => new Date("2026-11-22T01:00:00Z");
const asked = (country: string | null = null, year: string | null = null) => ({ country, year });

test("the house's closed days of this year, from the list that ships, with the next one marked", async ({ pool }) => {
  const view = await calendarView({ pool, now }, asked(), "en");
  expect(view).toMatchObject({ country: "KR", year: "2026", isHouse: true, namesIn: "ko" });
  expect(view.closed.map(({ on }) => on)).toContain("2026-12-25");
  expect(view.closed.filter(({ when }) => when === "next").map(({ on }) => on)).toEqual(["2026-12-25"]);
  expect(view.closed.every(({ on }) => on.startsWith("2026"))).toBe(true);
  expect(view.countries[0]).toEqual({ value: "KR", label: "South Korea" });
  // 365 days, 104 at weekends, and the closed days that are not.
  const onWorkdays = view.closed.filter(({ isOnWeekend }) => !isOnWeekend).length;
  expect(view.workingDays).toBe(365 - 104 - onWorkdays);
  expect(view.editions).toEqual([expect.objectContaining({ published: null, isInForce: true, changes: [] })]);
});

test("a list that was published stands above the one before it: by whom, which days, how many deadlines", async ({
  pool,
}) => {
  const shipped = calendarOf("KR");
  const body = {
    ...shipped,
    version: `${shipped.version}+1`,
    holidays: { ...shipped.holidays, "2026-12-24": "임시공휴일" },
  };
  await publishCalendar({ pool, now }, { body, by: "kim" });
  const before = await calendarView({ pool, now }, asked("JP"), "en");
  const view = await calendarView({ pool, now }, asked("KR", "2026"), "en");
  expect(view.editions.map(({ version, isInForce }) => [version, isInForce])).toEqual([
    [body.version, true],
    [shipped.version, false],
  ]);
  expect(view.editions[0]).toMatchObject({
    published: { by: "kim", at: now().toISOString() },
    changes: [{ day: "2026-12-24", became: "closed", name: "임시공휴일" }],
    clocks: 0,
  });
  expect(view.closed.find(({ when }) => when === "next")?.on).toBe("2026-12-24");
  expect(before.editions).toHaveLength(1);
});

test("an address with a country or a year that no list knows shows the house's, this year", async ({ pool }) => {
  for (const odd of [asked("XX", "1900"), asked("constructor", "x"), asked("", "")]) {
    expect(await calendarView({ pool, now }, odd, "ko")).toMatchObject({ country: "KR", year: "2026" });
  }
});
