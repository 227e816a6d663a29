import { isPromise } from "#workflows/deadlines.ts";

// On the server only: the calendars behind the deadlines are heavy.

/** The clocks of a chart, as `SubjectView.timers` holds them. */
export type Clocks = Readonly<Record<string, { delay: string; dueAt: string } | { delay: string; leftMs: number }>>;

/** Delays after which something closes by itself: what a merchant must know by date. */
const closing = new Set(["proposalExpiry", "applicationExpiry", "appealPeriod"]);

/** Whether the clock belongs to the state: timer ids end with the id of the state they wait in. */
const isOf = (timer: string, nodeId: string): boolean => nodeId !== "" && timer.endsWith(`.${nodeId}`);

/** When what is promised in this state is due; null when nothing is, or its clock is stopped. */
export function promiseIn(clocks: Clocks, nodeId: string): string | null {
  const due = Object.entries(clocks).flatMap(([id, clock]) =>
    isOf(id, nodeId) && isPromise(clock.delay) && "dueAt" in clock ? clock.dueAt : [],
  );
  return due.sort()[0] ?? null;
}

/** What closes by itself and when, soonest first. */
export const closings = (clocks: Clocks): { delay: string; dueAt: string }[] =>
  Object.values(clocks)
    .flatMap((clock) =>
      closing.has(clock.delay) && "dueAt" in clock ? { delay: clock.delay, dueAt: clock.dueAt } : [],
    )
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
