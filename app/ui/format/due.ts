import type { Lang } from "../../i18n/words.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Unit = "min" | "h" | "day";

/** The largest unit that fits, rounded down, and never none: 100 minutes are 1 hour. */
function spanOf(ms: number): { count: number; unit: Unit } {
  if (ms >= DAY) return { count: Math.floor(ms / DAY), unit: "day" };
  if (ms >= HOUR) return { count: Math.floor(ms / HOUR), unit: "h" };
  return { count: Math.max(1, Math.floor(ms / MINUTE)), unit: "min" };
}

const UNITS = { min: "분", h: "시간", day: "일" };

function span(ms: number, lang: Lang): string {
  const { count, unit } = spanOf(ms);
  if (lang === "ko") return `${count}${UNITS[unit]}`;
  return unit === "day" && count !== 1 ? `${count} days` : `${count} ${unit}`;
}

export type Urgency = "late" | "soon" | "calm";

/** `soon` is within four hours: half a working day, enough to still do it. */
export const urgencyOf = (dueAt: Date | string, now: Date | string): Urgency => {
  const left = new Date(dueAt).getTime() - new Date(now).getTime();
  return left < 0 ? "late" : left <= 4 * HOUR ? "soon" : "calm";
};

/** A deadline seen from now: `in 2 h`, `1 day late`; `2시간 남음`, `1일 지남`. */
export function formatDue(dueAt: Date | string, now: Date | string, lang: Lang): string {
  const left = new Date(dueAt).getTime() - new Date(now).getTime();
  const length = span(Math.abs(left), lang);
  if (left < 0) return lang === "ko" ? `${length} 지남` : `${length} late`;
  return lang === "ko" ? `${length} 남음` : `in ${length}`;
}

/** How long something has been so: `3 h ago`, `3시간 전`. */
export function formatSince(at: Date | string, now: Date | string, lang: Lang): string {
  const gone = new Date(now).getTime() - new Date(at).getTime();
  if (gone < MINUTE) return lang === "ko" ? "방금" : "just now";
  return lang === "ko" ? `${span(gone, lang)} 전` : `${span(gone, lang)} ago`;
}
