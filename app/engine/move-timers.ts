import type { AnyMachineSnapshot } from "xstate";
import type { BusinessCalendar } from "#workflows/calendar/index.ts";
import { dueAt, leftOf } from "#workflows/deadlines.ts";
import { running, type Timer, type Timers } from "./timers.ts";

/** What becomes of one clock when its subject is moved to another version of its chart. */
export interface TimerChange {
  change: "kept" | "moved" | "added" | "removed";
  delay: string;
  /** The timer's id after the move; before it, where it is removed. */
  id: string;
  /** Its former id, where that was another. */
  was: string | null;
  timer: Timer;
}

interface Wanted {
  id: string;
  delay: string;
  nominalMs: number;
}

/** The clocks that run in a state, as its chart draws them. */
function clocksOf({ machine, _nodes }: AnyMachineSnapshot): Wanted[] {
  const lengths = machine.implementations.delays as Record<string, unknown>;
  return _nodes.flatMap((node) =>
    node.after.map(({ eventType, delay }) => {
      const length = lengths[String(delay)];
      return { id: eventType, delay: String(delay), nominalMs: typeof length === "number" ? length : Number(delay) };
    }),
  );
}

/**
 * The clocks of a subject after it was moved from one version to another.
 *
 * A clock that both versions run in that state goes on as it was, also where its state has another name now (`moved`). One that has
 * rung and is gone stays gone. What only the new version runs begins now, and what only the old one ran ends. Where clocks stand
 * still (the case is on hold), new ones wait too.
 *
 * @param calendar the calendar that counts, as it stands now
 */
export function moveTimers(
  before: { snapshot: AnyMachineSnapshot; timers: Timers },
  after: AnyMachineSnapshot,
  at: Date,
  stopped: boolean,
  calendar: BusinessCalendar,
): TimerChange[] {
  const former = clocksOf(before.snapshot);
  const changes: TimerChange[] = [];
  const used = new Set<string>();
  for (const wanted of clocksOf(after)) {
    const was =
      former.find(({ id }) => id === wanted.id) ??
      former.find(({ delay, id }) => delay === wanted.delay && !used.has(id)) ??
      null;
    if (was) {
      used.add(was.id);
      const timer = before.timers[was.id];
      const isSame = was.id === wanted.id;
      if (timer)
        changes.push({ ...named(wanted), change: isSame ? "kept" : "moved", was: isSame ? null : was.id, timer });
      continue;
    }
    const due = dueAt(wanted.delay, wanted.nominalMs, after.context, at, calendar);
    const timer: Timer = stopped
      ? { delay: wanted.delay, leftMs: leftOf(wanted.delay, due, at, calendar) }
      : running(wanted.delay, due, at, calendar);
    changes.push({ ...named(wanted), change: "added", was: null, timer });
  }
  for (const [id, timer] of Object.entries(before.timers)) {
    if (used.has(id)) continue;
    // One that waits for its state to be come back to runs nowhere, and goes on waiting.
    const waits = "leftMs" in timer && timer.away === true;
    changes.push({ change: waits ? "kept" : "removed", delay: timer.delay, id, was: null, timer });
  }
  return changes;
}

const named = ({ id, delay }: Wanted) => ({ id, delay });

export const timersAfter = (changes: readonly TimerChange[]): Timers =>
  Object.fromEntries(changes.filter(({ change }) => change !== "removed").map(({ id, timer }) => [id, timer]));
