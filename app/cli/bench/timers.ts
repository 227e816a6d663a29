import { sail } from "../load/timer-voyages.ts";

/**
 * Ten years on a virtual clock: cases begin, are held, resumed, answered or forgotten at any hour of day, night and holiday, and the worker
 * is away for a day every month. Every clock that the charts start is noted by a second reckoning, which knows no more than the calendar's
 * list of days and counts them one by one; whatever rings is held against it.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const began = performance.now();
  const result = sail({ timers: quick ? 20_000 : 100_000, years: 10, seed: 7 });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.log(
    `${result.timers} clocks of ${result.cases} cases over ${result.years.toFixed(1)} years: ${result.rang} rang, ${result.dropped} were let go in time, ${result.held} times one was stopped and went on; the worker was away ${result.daysAway} days`,
  );
  console.log(
    `missed ${result.missed}, early ${result.early}, twice ${result.twice}, rung though let go ${result.ghosts}`,
  );
  console.log(`the longest that one waited for a worker that was there: ${result.latestMs} ms of virtual time`);
  const { missed, early, timers, twice, ghosts, latestMs } = result;
  return {
    missed,
    early,
    timers,
    seconds,
    twice,
    ghosts,
    latestMs,
    holds: missed + early + twice + ghosts === 0 && timers >= (quick ? 20_000 : 100_000) && seconds < 60,
  };
}
