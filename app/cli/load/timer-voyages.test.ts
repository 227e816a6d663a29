import { expect, test } from "vitest";
import { sail } from "./timer-voyages.ts";

test.for([1, 2])(
  "ten years of cases, with holidays, holds and a worker that is away each month: no clock missed, none early, none twice (seed %i)",
  (seed) => {
    const { missed, early, twice, ghosts, latestMs, rang, held, timers } = sail({ timers: 4_000, years: 10, seed });
    expect({ missed, early, twice, ghosts }).toEqual({ missed: 0, early: 0, twice: 0, ghosts: 0 });
    expect(timers).toBeGreaterThan(4_000);
    expect(rang).toBeGreaterThan(2_000);
    expect(held).toBeGreaterThan(200);
    // Virtual time: the worker looks once a second.
    expect(latestMs).toBeLessThanOrEqual(5_000);
  },
);
