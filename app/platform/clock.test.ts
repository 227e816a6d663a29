import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { databaseClock } from "./clock.server.ts";

const HOUR = 3_600_000;

test.for([-HOUR, 0, 5 * HOUR])(
  "a machine whose clock is %i ms wrong tells the database's time",
  async (wrongMs, { pool }) => {
    const clock = databaseClock(pool, () => Date.now() + wrongMs);
    await clock.measure();
    const { rows } = await pool.query<{ apart: number }>(
      "select extract(epoch from clock_timestamp() - $1::timestamptz)::float8 as apart",
      [clock.now()],
    );
    // Far above a round trip on a busy machine, far below what was wrong.
    expect(Math.abs(rows[0]!.apart)).toBeLessThan(60);
  },
);
