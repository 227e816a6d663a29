import type { Pool } from "pg";

/** How often the clocks are compared. */
const EVERY_MS = 30_000;
const SAMPLES = 3;

/** The database's clock, read without asking it each time: this machine's, put right by what they differ. */
export interface DatabaseClock {
  now: () => Date;
  /** Compares once; from then on `now` is the database's time, give or take half a round trip. @returns milliseconds that ours was behind */
  measure(): Promise<number>;
  /** Compares now and every half minute, until it is stopped. */
  keep(onError: (error: unknown) => void): Promise<void>;
  stop(): void;
}

/**
 * Due times of several processes on several machines are compared with each other, and jobs are taken by the database's clock: a machine
 * whose own is wrong would promise, and ring, at the wrong time.
 *
 * @param own this machine's clock, milliseconds since 1970
 */
export function databaseClock(pool: Pool, own: () => number = Date.now): DatabaseClock {
  let behindMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const measure = async () => {
    let best = { roundTrip: Number.POSITIVE_INFINITY, behind: 0 };
    for (let sample = 0; sample < SAMPLES; sample++) {
      const asked = own();
      const { rows } = await pool.query<{ at: Date }>("select clock_timestamp() as at");
      const heard = own();
      if (heard - asked < best.roundTrip)
        best = { roundTrip: heard - asked, behind: rows[0]!.at.getTime() - (asked + heard) / 2 };
    }
    behindMs = Math.round(best.behind);
    return behindMs;
  };
  return {
    now: () => new Date(own() + behindMs),
    measure,
    async keep(onError) {
      await measure();
      timer = setInterval(() => void measure().catch(onError), EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}
