import { mkdir, writeFile } from "node:fs/promises";
import Holidays from "date-holidays";
import { BusinessCalendar } from "#workflows/calendar/business-calendar.ts";
import { addDays, type Day } from "#workflows/calendar/day.ts";
import { koreanDesignatedDays, koreanHolidays } from "#workflows/calendar/korea.ts";

/**
 * Writes the lists of closed days that deadlines are counted by: `tsx app/cli/holidays.ts`, after an update of the
 * library or of the designated days. Only this script asks the library; the law reads the files it leaves behind.
 */
const VERSION = "2026-11";
const YEARS = { from: 2024, until: 2038 };
const FOLDER = new URL("../../workflows/calendar/data/", import.meta.url);
const OFFICE = { opensAt: "09:00", closesAt: "18:00", weekend: [6, 7] };
const DAY_MS = 86_400_000;

/** The countries of the catalogue and of frequent applicants. The library knows no Macao. */
const countries =
  "KR JP CN TW HK SG MY TH VN ID PH IN AU NZ GB IE NL BE DE FR ES PT IT AT CH PL CZ DK NO SE US CA KE NG ZA".split(" ");

const years = Array.from({ length: YEARS.until - YEARS.from + 1 }, (_, i) => YEARS.from + i);

/** Days a bank or office is shut for the whole of; half holidays and observances are working days. */
function closedDays(library: Holidays, year: number): Record<Day, string> {
  const closed: Record<Day, string> = {};
  for (const { date, start, end, name, type } of library.getHolidays(year, "en")) {
    if (type !== "public" && type !== "bank") continue;
    const days = Math.round((end.getTime() - start.getTime()) / DAY_MS);
    for (let i = 0; i < days; i++) closed[addDays(date.slice(0, 10), i)] ??= name;
  }
  return closed;
}

/** The library's Korean rules start Seollal a day late and miss Labour Day: take only what the moon decides from it. */
function korea(library: Holidays, year: number): Record<Day, string> {
  const startOf = (rule: string): Day => {
    const found = library.getHolidays(year).find((holiday) => holiday.rule === rule);
    if (!found) throw new Error(`date-holidays has no "${rule}" in ${year} any more`);
    return found.date.slice(0, 10);
  };
  const lunar = {
    seollal: startOf("korean 01-0-01 P3D"),
    buddhasBirthday: startOf("korean 4-0-8"),
    chuseok: addDays(startOf("korean 8-0-14 P3D"), 1),
  };
  return koreanHolidays(year, lunar, koreanDesignatedDays);
}

function calendarOf(country: string): BusinessCalendar {
  const library = new Holidays(country);
  const closed = Object.assign(
    {},
    ...years.map((year) => (country === "KR" ? korea(library, year) : closedDays(library, year))),
  );
  const inRange = Object.entries<string>(closed)
    .filter(([day]) => day >= `${YEARS.from}` && day < `${YEARS.until + 1}`)
    .sort(([a], [b]) => a.localeCompare(b));
  return BusinessCalendar.parse({
    id: country,
    version: VERSION,
    timeZone: library.getTimezones()?.[0],
    ...OFFICE,
    from: `${YEARS.from}-01-01`,
    until: `${YEARS.until}-12-31`,
    holidays: Object.fromEntries(inRange),
  });
}

await mkdir(FOLDER, { recursive: true });
for (const country of countries) {
  const calendar = calendarOf(country);
  await writeFile(new URL(`${country.toLowerCase()}.json`, FOLDER), `${JSON.stringify(calendar, null, 2)}\n`);
}
console.log(`${countries.length} calendars, ${YEARS.from} to ${YEARS.until}, version ${VERSION}`);
