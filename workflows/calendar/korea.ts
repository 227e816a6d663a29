import { addDays, type Day, weekday } from "./day.ts";

/** Days of the moon's year as they fall in one solar year; from a library, checked against the observatory's tables. */
export interface LunarDays {
  seollal: Day;
  buddhasBirthday: Day;
  chuseok: Day;
}

interface Holiday {
  day: Day;
  name: string;
  /** What takes a substitute day: a Sunday or another holiday only, a Saturday as well, or nothing at all. */
  substitute: "sunday" | "weekend" | "never";
}

const SUNDAY = 7;
const SATURDAY = 6;

/**
 * The closed days of one year in Korea, from 2024 on: the public holidays of the Public Holidays Act and its decree
 * (관공서의 공휴일에 관한 규정), their substitutes, days the government set by itself (elections, temporary holidays),
 * and Labour Day before it became public, when companies and banks were closed already.
 *
 * Substitutes (decree, art. 3): a day of Seollal or Chuseok that meets a Sunday or another holiday, and any other
 * substitutable holiday that meets a Saturday, a Sunday or another holiday, gives the first day after it that is free
 * of both weekend and holiday. Two holidays on one day give one. New Year's Day and Memorial Day give none.
 *
 * Since 2026 Constitution Day and Labour Day are public holidays with substitutes.
 */
export function koreanHolidays(year: number, lunar: LunarDays, designated: Record<Day, string>): Record<Day, string> {
  const holidays = [...statutory(year, lunar), ...fromGovernment(year, designated)];
  const closed = new Map<Day, string>();
  for (const { day, name } of holidays) closed.set(day, closed.has(day) ? `${closed.get(day)} · ${name}` : name);

  const lost = holidays
    .filter((holiday, index) => givesSubstitute(holiday, index, holidays))
    .sort((a, b) => a.day.localeCompare(b.day));
  for (const { day, name } of lost) {
    let free = addDays(day, 1);
    while (weekday(free) >= SATURDAY || closed.has(free)) free = addDays(free, 1);
    closed.set(free, `대체공휴일(${name})`);
  }
  return Object.fromEntries([...closed].sort(([a], [b]) => a.localeCompare(b)));
}

function givesSubstitute(holiday: Holiday, index: number, all: Holiday[]): boolean {
  if (holiday.substitute === "never") return false;
  const on = weekday(holiday.day);
  if (on === SUNDAY || (on === SATURDAY && holiday.substitute === "weekend")) return true;
  // Of two on one day only the one named later counts as lost, or the day would be made up for twice.
  return all.some(
    (other, at) => other.day === holiday.day && (at < index || other.substitute === "never") && at !== index,
  );
}

function statutory(year: number, { seollal, buddhasBirthday, chuseok }: LunarDays): Holiday[] {
  const around = (day: Day, name: string): Holiday[] => [
    { day: addDays(day, -1), name: `${name} 연휴`, substitute: "sunday" },
    { day, name, substitute: "sunday" },
    { day: addDays(day, 1), name: `${name} 연휴`, substitute: "sunday" },
  ];
  const since2026 = year >= 2026;
  return [
    { day: `${year}-01-01`, name: "신정", substitute: "never" },
    ...around(seollal, "설날"),
    { day: `${year}-03-01`, name: "삼일절", substitute: "weekend" },
    { day: `${year}-05-01`, name: since2026 ? "노동절" : "근로자의 날", substitute: since2026 ? "weekend" : "never" },
    { day: `${year}-05-05`, name: "어린이날", substitute: "weekend" },
    { day: buddhasBirthday, name: "부처님 오신 날", substitute: "weekend" },
    { day: `${year}-06-06`, name: "현충일", substitute: "never" },
    ...(since2026 ? [{ day: `${year}-07-17`, name: "제헌절", substitute: "weekend" } as const] : []),
    { day: `${year}-08-15`, name: "광복절", substitute: "weekend" },
    ...around(chuseok, "추석"),
    { day: `${year}-10-03`, name: "개천절", substitute: "weekend" },
    { day: `${year}-10-09`, name: "한글날", substitute: "weekend" },
    { day: `${year}-12-25`, name: "기독탄신일", substitute: "weekend" },
  ];
}

const fromGovernment = (year: number, designated: Record<Day, string>): Holiday[] =>
  Object.entries(designated)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([day, name]) => ({ day, name, substitute: "never" }));

/** Days no rule yields: written down when the government or the election law sets them. Add here, then generate anew. */
export const koreanDesignatedDays: Record<Day, string> = {
  "2024-04-10": "국회의원 선거일",
  "2024-10-01": "국군의 날 임시공휴일",
  "2025-01-27": "설 연휴 임시공휴일",
  "2025-06-03": "대통령 선거일",
  "2026-06-03": "지방선거일",
  // Public Official Election Act art. 34: the first Wednesday from 50 days before the term ends on 29 May 2028.
  "2028-04-12": "국회의원 선거일",
};
