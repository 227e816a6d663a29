import { type BusinessCalendar, weekday } from "#workflows/calendar/index.ts";
import { deadlines } from "#workflows/deadlines.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Seoul keeps one time all year. */
const EAST = 9 * HOUR;
const [OPENS, CLOSES] = [9 * HOUR, 18 * HOUR];

/**
 * Working time reckoned a second time, in the plainest way there is: day by day over the list, with nothing of workflows/calendar but the
 * list itself. For Korea alone. All instants in milliseconds since 1970.
 */
export function naiveDeadlines({ holidays, weekend }: Pick<BusinessCalendar, "holidays" | "weekend">) {
  const worksOn = (midnight: number) => {
    const day = new Date(midnight).toISOString().slice(0, 10);
    return !weekend.includes(weekday(day)) && holidays[day] === undefined;
  };
  /** The first instant from `at` on at which somebody is at work, as a day of Seoul and the time since its midnight. */
  const opening = (at: number): { day: number; since: number } => {
    let day = Math.floor((at + EAST) / DAY) * DAY;
    let since = at + EAST - day;
    while (!worksOn(day) || since >= CLOSES) {
      day += DAY;
      since = 0;
    }
    return { day, since: Math.max(since, OPENS) };
  };
  const addMs = (at: number, ms: number): number => {
    let { day, since } = opening(at);
    let left = ms;
    while (left > CLOSES - since) {
      left -= CLOSES - since;
      ({ day, since } = opening(day + DAY - EAST));
    }
    return day + since + left - EAST;
  };
  const addDays = (at: number, days: number): number => {
    let { day, since } = opening(at);
    for (let n = 0; n < days; n++) ({ day } = opening(day + DAY - EAST));
    return day + since - EAST;
  };
  const workedBetween = (from: number, to: number): number => {
    let worked = 0;
    for (let day = Math.floor((from + EAST) / DAY) * DAY; day <= to + EAST; day += DAY) {
      if (!worksOn(day)) continue;
      worked += Math.max(0, Math.min(to + EAST, day + CLOSES) - Math.max(from + EAST, day + OPENS));
    }
    return worked;
  };
  const isWorking = (delay: string) => {
    const deadline = deadlines[delay];
    return deadline !== undefined && ("days" in deadline || "hours" in deadline);
  };
  return {
    due(delay: string, nominalMs: number, at: number, until: string | undefined): number {
      const deadline = deadlines[delay] ?? { plainMs: nominalMs };
      if ("plainMs" in deadline) return at + deadline.plainMs;
      if ("until" in deadline) return until === undefined ? at + nominalMs : Date.parse(until);
      if ("days" in deadline) return addDays(at, deadline.days);
      return addMs(at, "hours" in deadline ? deadline.hours * HOUR : deadline.ms);
    },
    left: (delay: string, at: number, due: number) =>
      due <= at ? 0 : isWorking(delay) ? workedBetween(at, due) : due - at,
    goOn: (delay: string, at: number, left: number) => (isWorking(delay) ? addMs(at, left) : at + left),
  };
}
