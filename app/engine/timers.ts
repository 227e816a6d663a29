import { type BusinessCalendar, calendarName } from "#workflows/calendar/index.ts";
import { dueAt, goOn, isBusinessTime, isPausedElsewhere, isPromise, leftOf } from "#workflows/deadlines.ts";
import type { Ask } from "#workflows/law.ts";

/** A clock that runs towards `dueAt`. */
export interface Running {
  delay: string;
  /** ISO 8601. */
  dueAt: string;
  /** When it began to run, or went on with `of`, the milliseconds it had left then. */
  since?: string;
  of?: number;
  /** Name of the calendar it was counted by; absent where plain time counts. */
  calendar?: string;
  /** A promise that was not kept: it stays, so that its lateness shows, until its state is left. */
  rang?: true;
}

/** A clock that stands still with `leftMs` to go: for the case is held, or (`away`) its state was left and may be come back to. */
export interface Stopped {
  delay: string;
  leftMs: number;
  away?: true;
}

/** A clock of a subject, in the subject's row. */
export type Timer = Running | Stopped;
export type Timers = Record<string, Timer>;

export interface ClockChange {
  timers: Timers;
  /** Timer ids whose job has to be filed, with its time. */
  set: { id: string; at: string }[];
  /** Timer ids whose job has to go. */
  dropped: string[];
}

/** A clock that begins, or goes on, at `at`. */
export const running = (delay: string, due: Date, at: Date, calendar: BusinessCalendar, of?: number): Running => ({
  delay,
  dueAt: due.toISOString(),
  since: at.toISOString(),
  ...(of === undefined ? {} : { of }),
  ...(isBusinessTime(delay) ? { calendar: calendarName(calendar) } : {}),
});

/**
 * What a step's asks do to the clocks.
 *
 * @param stopped the case is held: what starts now waits until it is resumed
 * @param calendar the calendar that counts, as it stands now
 */
export function turnClocks(
  before: Timers,
  asks: Ask[],
  context: unknown,
  at: Date,
  stopped: boolean,
  calendar: BusinessCalendar,
): ClockChange {
  const timers: Timers = { ...before };
  const set = new Map<string, string>();
  const dropped = new Set<string>();
  const start = (id: string, timer: Running) => {
    timers[id] = timer;
    dropped.delete(id);
    set.set(id, timer.dueAt);
  };
  const leave = (id: string) => {
    const timer = timers[id];
    if (!timer) return;
    dropped.add(id);
    set.delete(id);
    delete timers[id];
    if (!isPausedElsewhere(timer.delay) || ("dueAt" in timer && timer.rang)) return;
    const leftMs = "dueAt" in timer ? leftOf(timer.delay, new Date(timer.dueAt), at, calendar) : timer.leftMs;
    if (leftMs > 0) timers[id] = { delay: timer.delay, leftMs, away: true };
  };
  for (const ask of asks) {
    if (ask.ask === "timer") {
      const kept = timers[ask.id];
      const leftMs = kept && "leftMs" in kept && kept.away ? kept.leftMs : undefined;
      const due =
        leftMs === undefined
          ? dueAt(ask.delay, ask.nominalMs, context, at, calendar)
          : goOn(ask.delay, leftMs, at, calendar);
      start(ask.id, running(ask.delay, due, at, calendar, leftMs));
    } else if (ask.ask === "dropTimer") {
      leave(ask.id);
    } else if (ask.ask === "resumeClocks") {
      for (const [id, timer] of Object.entries(timers)) {
        if (!("leftMs" in timer) || timer.away) continue;
        const due = goOn(timer.delay, timer.leftMs, at, calendar);
        start(id, running(timer.delay, due, at, calendar, timer.leftMs));
      }
    }
  }
  if (stopped) {
    for (const [id, timer] of Object.entries(timers)) {
      if (!("dueAt" in timer) || timer.rang) continue;
      timers[id] = { delay: timer.delay, leftMs: leftOf(timer.delay, new Date(timer.dueAt), at, calendar) };
      set.delete(id);
      dropped.add(id);
    }
  }
  return { timers, set: [...set].map(([id, due]) => ({ id, at: due })), dropped: [...dropped] };
}

/**
 * The clocks after one of them was to ring.
 *
 * @returns null when it does not run (any more), or rang before; `earlyMs` when its time has not come
 */
export function rung(timers: Timers, id: string, at: Date): { timers: Timers } | { earlyMs: number } | null {
  const { [id]: clock, ...rest } = timers;
  if (!clock || !("dueAt" in clock) || clock.rang) return null;
  const earlyMs = Date.parse(clock.dueAt) - at.getTime();
  if (earlyMs > 0) return { earlyMs };
  return { timers: isPromise(clock.delay) ? { ...rest, [id]: { ...clock, rang: true } } : rest };
}

/**
 * When a running clock is over by another calendar than the one it was counted by.
 *
 * @returns null when that changes nothing about it: plain time, a promise that was not kept, or a clock that stands still
 */
export function recounted(timer: Timer, calendar: BusinessCalendar): Running | null {
  if (!("dueAt" in timer) || timer.rang || !timer.since || !timer.calendar) return null;
  if (!timer.calendar.startsWith(`${calendar.id} `) || timer.calendar === calendarName(calendar)) return null;
  const since = new Date(timer.since);
  const due =
    timer.of === undefined
      ? dueAt(timer.delay, 0, null, since, calendar)
      : goOn(timer.delay, timer.of, since, calendar);
  return { ...timer, dueAt: due.toISOString(), calendar: calendarName(calendar) };
}

/** The earliest promise that is running or was not kept, ISO 8601; null when nothing is due. */
export const promiseDue = (timers: Timers): string | null =>
  Object.values(timers)
    .flatMap((timer) => ("dueAt" in timer && isPromise(timer.delay) ? timer.dueAt : []))
    .sort()[0] ?? null;
