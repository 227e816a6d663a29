import { countryName } from "#app/cases/index.server.ts";
import { calendarInForce } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import {
  addDays,
  BusinessCalendar,
  type ChangedDay,
  calendarOf,
  calendars,
  changedDays,
  isBusinessDay,
  localDay,
  weekday,
} from "#workflows/calendar/index.ts";

/** By whose working days the machines count. */
const HOUSE = "KR";
const MOST_SHOWN = 6;

export interface ClosedDay {
  on: string;
  name: string;
  isOnWeekend: boolean;
  when: "past" | "next" | "later";
}

export interface CalendarEdition {
  version: string;
  /** Null for the list that ships with the programme. */
  published: { at: string; by: string } | null;
  isInForce: boolean;
  /** Against the list before it. */
  changes: ChangedDay[];
  moreChanges: number;
  clocks: number;
  cases: number;
}

export interface CalendarView {
  country: string;
  /** The holidays' names are kept in one language. */
  namesIn: Lang;
  countries: { value: string; label: string }[];
  year: string;
  years: string[];
  isHouse: boolean;
  inForce: Pick<BusinessCalendar, "version" | "from" | "until" | "opensAt" | "closesAt" | "timeZone" | "weekend">;
  workingDays: number;
  closed: ClosedDay[];
  editions: CalendarEdition[];
}

interface Row {
  id: string;
  version: string;
  body: unknown;
  published_by: string;
  published_at: Date;
  clocks: number;
  cases: number;
}

/**
 * One country's closed days of one year, and every list there was.
 *
 * @param asked as it stands in the address; what is not known is the house's country and this year
 */
export async function calendarView(
  { pool, now }: Pick<Platform, "pool" | "now">,
  asked: { country: string | null; year: string | null },
  lang: Lang,
): Promise<CalendarView> {
  const country = asked.country && Object.hasOwn(calendars, asked.country) ? asked.country : HOUSE;
  const [{ calendar }, { rows }] = await Promise.all([
    calendarInForce(pool, country),
    pool.query<Row>(
      `select v.id, v.version, v.body, v.published_by, v.published_at,
              count(t.timer)::int as clocks, count(distinct t.case_id)::int as cases
       from calendar_version v left join calendar_touch t on t.calendar_id = v.id
       where v.country = $1 group by v.id order by v.published_at, v.id`,
      [country],
    ),
  ]);
  const today = localDay(now(), calendar.timeZone);
  const years = yearsOf(calendar);
  const year = asked.year && years.includes(asked.year) ? asked.year : within(years, today.slice(0, 4));
  return {
    country,
    namesIn: country === "KR" ? "ko" : "en",
    countries: countryOptions(lang),
    year,
    years,
    isHouse: country === HOUSE,
    inForce: calendar,
    workingDays: daysOf(calendar, year).filter((day) => isBusinessDay(calendar, day)).length,
    closed: closedDays(calendar, year, today),
    editions: editionsOf(country, rows).reverse(),
  };
}

/** The house's own first, the rest by name. */
function countryOptions(lang: Lang): CalendarView["countries"] {
  const all = Object.keys(calendars).map((value) => ({ value, label: countryName(value, lang) }));
  const { compare } = new Intl.Collator(lang);
  const isHouse = ({ value }: { value: string }) => value === HOUSE;
  return all.sort((one, other) => Number(isHouse(other)) - Number(isHouse(one)) || compare(one.label, other.label));
}

function yearsOf({ from, until }: BusinessCalendar): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place));
}

/** This year, or of a list that does not know it the nearest one. */
const within = (years: readonly string[], year: string): string =>
  years.find((one) => one >= year) ?? years.at(-1) ?? year;

function daysOf({ from, until }: BusinessCalendar, year: string): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (day >= from && day <= until) days.push(day);
  }
  return days;
}

function closedDays(calendar: BusinessCalendar, year: string, today: string): ClosedDay[] {
  const days = Object.keys(calendar.holidays).sort();
  const next = days.find((day) => day >= today);
  return days
    .filter((day) => day.startsWith(year))
    .map((on) => ({
      on,
      name: calendar.holidays[on] ?? "",
      isOnWeekend: calendar.weekend.includes(weekday(on)),
      when: on < today ? "past" : on === next ? "next" : "later",
    }));
}

/** From the oldest on. */
function editionsOf(country: string, rows: readonly Row[]): CalendarEdition[] {
  let before = calendarOf(country);
  const shipped = { version: before.version, published: null, changes: [], moreChanges: 0, clocks: 0, cases: 0 };
  const published = rows.map(({ version, body, published_by, published_at, clocks, cases }) => {
    const calendar = BusinessCalendar.parse(body);
    const changes = changedDays(before, calendar);
    before = calendar;
    return {
      version,
      published: { at: published_at.toISOString(), by: published_by },
      changes: changes.slice(0, MOST_SHOWN),
      moreChanges: Math.max(0, changes.length - MOST_SHOWN),
      clocks,
      cases,
    };
  });
  return [shipped, ...published].map((edition, place) => ({ ...edition, isInForce: place === published.length }));
}
