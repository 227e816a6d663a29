import { dueAt, isPromise } from "#workflows/deadlines.ts";
import type { Ask } from "#workflows/law.ts";

/**
 * A clock of a subject: running towards `dueAt`, or stopped with `leftMs` to go. Both in the subject's row. A promise that `rang` was
 * not kept: it stays, so that its lateness shows, until its state is left.
 */
export type Timer = { delay: string; dueAt: string; rang?: true } | { delay: string; leftMs: number };
export type Timers = Record<string, Timer>;

export interface ClockChange {
  timers: Timers;
  /** Timer ids whose job has to be filed, with its time. */
  set: { id: string; at: string }[];
  /** Timer ids whose job has to go. */
  dropped: string[];
}

/**
 * What a step's asks do to the clocks.
 *
 * @param stopped the case is held: what starts now waits until it is resumed
 * @param calendar country code of the calendar that counts
 */
export function turnClocks(
  before: Timers,
  asks: Ask[],
  context: unknown,
  at: Date,
  stopped: boolean,
  calendar: string,
): ClockChange {
  const timers: Timers = { ...before };
  const set = new Map<string, string>();
  const dropped = new Set<string>();
  const stop = (id: string, timer: Timer) => {
    if (!("dueAt" in timer) || timer.rang) return;
    timers[id] = { delay: timer.delay, leftMs: Math.max(0, Date.parse(timer.dueAt) - at.getTime()) };
    set.delete(id);
    dropped.add(id);
  };
  for (const ask of asks) {
    if (ask.ask === "timer") {
      const due = dueAt(ask.delay, ask.nominalMs, context, at, calendar).toISOString();
      timers[ask.id] = { delay: ask.delay, dueAt: due };
      dropped.delete(ask.id);
      set.set(ask.id, due);
    } else if (ask.ask === "dropTimer") {
      if (timers[ask.id]) dropped.add(ask.id);
      delete timers[ask.id];
      set.delete(ask.id);
    } else if (ask.ask === "resumeClocks") {
      for (const [id, timer] of Object.entries(timers)) {
        if (!("leftMs" in timer)) continue;
        const due = new Date(at.getTime() + timer.leftMs).toISOString();
        timers[id] = { delay: timer.delay, dueAt: due };
        dropped.delete(id);
        set.set(id, due);
      }
    }
  }
  if (stopped) for (const [id, timer] of Object.entries(timers)) stop(id, timer);
  return { timers, set: [...set].map(([id, due]) => ({ id, at: due })), dropped: [...dropped] };
}

/** The earliest promise that is running or was not kept, ISO 8601; null when nothing is due. */
export const promiseDue = (timers: Timers): string | null =>
  Object.values(timers)
    .flatMap((timer) => ("dueAt" in timer && isPromise(timer.delay) ? timer.dueAt : []))
    .sort()[0] ?? null;
