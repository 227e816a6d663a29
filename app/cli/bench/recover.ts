import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { startWorker } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { throwawayDatabase } from "../throwaway-database.ts";

/** Jobs a second that come in while the backlog is worked off. */
const FRESH_PER_SECOND = 20;
const log = { info() {}, warn() {}, debug() {}, error: console.error } as unknown as Platform["log"];

/**
 * A worker that was away: a hundred thousand jobs are due when it starts. How fast it works them off, and how long a job that comes in
 * meanwhile waits, from its commit to its beginning, by the database's clock. The jobs write one row each, through the pool that rooms use.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const jobs = quick ? 20_000 : 100_000;
  await using database = await throwawayDatabase({ max: 16 });
  const { pool } = database;
  await pool.query(
    "create table done (n int primary key, fresh boolean not null, filed_at timestamptz not null, begun_at timestamptz not null)",
  );
  await pool.query(
    `select graphile_worker.add_jobs(array(
       select row('work', json_build_object('n', n, 'filedAt', now()), null, now() - interval '1 day' + n * interval '0.5 seconds', 12, 'old/' || n, 0, null)::graphile_worker.job_spec
       from generate_series(1, $1::int) n))`,
    [jobs],
  );
  console.log(`${jobs} jobs are due`);
  const worker = startWorker(
    { pool, log, config: { workerConcurrency: 8 } },
    { work: (payload) => note(pool, payload) },
  );
  const began = performance.now();
  const started = await worker;
  let fresh = 0;
  while (!(await isDrained(pool, jobs))) {
    // Filed at their own pace, whatever the worker does.
    const until = performance.now() + 1_000;
    for (let n = 0; n < FRESH_PER_SECOND; n++) {
      const number = jobs + ++fresh;
      await pool.query(
        "select graphile_worker.add_job('work', json_build_object('n', $1::int, 'filedAt', clock_timestamp(), 'fresh', true), job_key := 'fresh/' || $1::int, max_attempts := 12)",
        [number],
      );
      await sleep(Math.max(0, until - performance.now() - ((FRESH_PER_SECOND - n - 1) * 1_000) / FRESH_PER_SECOND));
    }
  }
  const seconds = (performance.now() - began) / 1000;
  await sleep(2_000);
  await started.stop();
  const { rows } = await pool.query<{ missed: number; p50: number; p95: number; p99: number; freshDone: number }>(
    `select $1::int - count(*) filter (where not fresh)::int as missed, count(*) filter (where fresh)::int as "freshDone",
       percentile_cont(0.5) within group (order by extract(epoch from begun_at - filed_at) * 1000) filter (where fresh) as p50,
       percentile_cont(0.95) within group (order by extract(epoch from begun_at - filed_at) * 1000) filter (where fresh) as p95,
       percentile_cont(0.99) within group (order by extract(epoch from begun_at - filed_at) * 1000) filter (where fresh) as p99
     from done`,
    [jobs],
  );
  const { missed, freshDone, p50, p95, p99 } = rows[0]!;
  const drainedPerSecond = Math.round(jobs / seconds);
  console.log(
    `worked off in ${seconds.toFixed(1)} s, ${drainedPerSecond} a second; ${fresh} came in meanwhile and waited p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  return {
    jobs,
    drainedPerSecond,
    freshP95Ms: Math.round(p95),
    freshP50Ms: Math.round(p50),
    freshP99Ms: Math.round(p99),
    fresh,
    missed: missed + fresh - freshDone,
    seconds: Math.round(seconds * 10) / 10,
    holds: missed === 0 && fresh === freshDone && p95 < 5_000,
  };
}

async function note(pool: Pool, payload: unknown): Promise<void> {
  const { n, filedAt, fresh } = payload as { n: number; filedAt: string; fresh?: boolean };
  // A job may run twice; it is noted once, with the first beginning.
  await pool.query(
    "insert into done (n, fresh, filed_at, begun_at) values ($1, $2, $3, clock_timestamp()) on conflict do nothing",
    [n, fresh ?? false, filedAt],
  );
}

const isDrained = async (pool: Pool, jobs: number): Promise<boolean> =>
  (await pool.query<{ n: number }>("select count(*)::int as n from done where n <= $1", [jobs])).rows[0]!.n >= jobs;
