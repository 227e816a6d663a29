import type { Day } from "./day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

/** What a clock on the wall of that zone shows, as if it were UTC, in milliseconds. */
function wallClock(ms: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day on which an instant falls in a time zone (IANA name, e.g. `Asia/Seoul`). */
export const localDay = (instant: Date, timeZone: string): Day =>
  new Date(wallClock(instant.getTime(), timeZone)).toISOString().slice(0, 10);

/**
 * The instant at which the clock of a zone shows `time` on `day`, in milliseconds since 1970.
 * Where clocks are put back and a time happens twice, the first; where it is skipped, the moment after the jump.
 *
 * @param time `HH:MM`
 */
export function zonedMs(day: Day, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (ms: number) => wallClock(ms, timeZone) - ms;
  const candidates = [wanted - offsetAt(wanted - 86_400_000), wanted - offsetAt(wanted + 86_400_000)];
  const exact = candidates.filter((ms) => wallClock(ms, timeZone) === wanted);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}
