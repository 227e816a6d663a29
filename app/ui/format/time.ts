import type { Lang } from "../../i18n/words.ts";

export const SEOUL = "Asia/Seoul";

/** `day` 2026년 11월 22일 (일) · `short` 11월 22일 (일) 15:05 · `full` both, with the zone · `time` 15:05 · `date` 2026-11-22 */
export type TimeFormat = "full" | "short" | "day" | "time" | "date";

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = {
  ko: ["일", "월", "화", "수", "목", "금", "토"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const ZONES: Record<string, Record<Lang, string>> = {
  "Asia/Seoul": { ko: "한국 시간", en: "KST" },
  "Asia/Tokyo": { ko: "일본 시간", en: "JST" },
  UTC: { ko: "UTC", en: "UTC" },
};

const clocks = new Map<string, Intl.DateTimeFormat>();

const HOURS_9 = 9 * 3_600_000;
/** Seoul has stood at UTC+9, summer and winter, since the end of its last summer time on 9 October 1988. */
const FIXED_SINCE = Date.UTC(1988, 9, 9);

/** Nearly every instant of a page is shown in Seoul's time: arithmetic is a hundredth of the work of Intl. */
function partsAhead(at: Date, ms: number): Parts {
  const there = new Date(at.getTime() + ms);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    weekday: there.getUTCDay(),
    clock: `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`,
  };
}

/** Only digits are taken from Intl: words for days differ between the ICU of a server and that of a browser. */
function partsIn(at: Date, zone: string): Parts {
  if (zone === "UTC") return partsAhead(at, 0);
  if (zone === SEOUL && at.getTime() >= FIXED_SINCE) return partsAhead(at, HOURS_9);
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
  clocks.set(zone, clock);
  const found = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, clock: `${found.hour}:${found.minute}` };
}

const two = (n: number): string => String(n).padStart(2, "0");

const dayOf = ({ year, month, day, weekday }: Parts, lang: Lang, isWithYear: boolean): string => {
  const name = WEEKDAYS[lang][weekday];
  if (lang === "ko") return `${isWithYear ? `${year}년 ` : ""}${month}월 ${day}일 (${name})`;
  return `${name} ${day} ${MONTHS[month - 1]}${isWithYear ? ` ${year}` : ""}`;
};

/**
 * An instant in words: the same on the server and in every browser.
 *
 * @param zone IANA name; Seoul unless said otherwise
 */
export function formatInstant(
  at: Date | string,
  lang: Lang,
  format: TimeFormat = "full",
  zone: string = SEOUL,
): string {
  const parts = partsIn(new Date(at), zone);
  switch (format) {
    case "date":
      return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
    case "day":
      return dayOf(parts, lang, true);
    case "time":
      return parts.clock;
    case "short":
      return `${dayOf(parts, lang, false)} ${parts.clock}`;
    case "full":
      return `${dayOf(parts, lang, true)} ${parts.clock} ${ZONES[zone]?.[lang] ?? zone}`;
  }
}

/** A calendar day with its weekday. @param on `YYYY-MM-DD` */
export function formatDay(on: string, lang: Lang): string {
  return formatInstant(`${on}T00:00:00Z`, lang, "day", "UTC");
}
