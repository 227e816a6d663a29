import { expect, vi } from "vitest";
import { test } from "#tests/database.ts";
import { walk } from "#tests/walk.ts";
import { putBacklogBehind } from "./backlog.server.ts";
import { incidents, resumeIncident, startWorker, tasks } from "./index.server.ts";
import { leasesOn, takeOver } from "./leases.server.ts";

const log = { info() {}, warn() {}, debug() {}, error() {} } as never;
const config = { workerConcurrency: 2 };

/** A job that a worker took a while ago. */
const takenBy = (pool: import("pg").Pool, worker: string) =>
  pool
    .query(
      `with filed as (select id from graphile_worker.add_job('x', '{}', queue_name := $1))
     select * from filed`,
      [`queue/${worker}`],
    )
    .then(({ rows }) =>
      pool.query(
        `with job as (
         update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '5 seconds', attempts = 1 where id = $2 returning job_queue_id)
       update graphile_worker._private_job_queues q set locked_by = $1, locked_at = now() - interval '5 seconds' from job where q.id = job.job_queue_id`,
        [worker, rows[0].id],
      ),
    );
const holders = async (pool: import("pg").Pool) =>
  (await pool.query("select locked_by from graphile_worker._private_jobs order by id")).rows.map(
    (row) => row.locked_by,
  );

test("what a dead worker held is given back, and what a living one holds is not", async ({ pool }) => {
  await using living = leasesOn(pool, () => {});
  await living.take("pool-living");
  await takenBy(pool, "pool-living");
  await takenBy(pool, "pool-dead");
  expect(await takeOver(pool)).toEqual(["pool-dead"]);
  expect(await holders(pool)).toEqual(["pool-living", null]);
  expect(await takeOver(pool)).toEqual([]);
  await living[Symbol.asyncDispose]();
  await vi.waitFor(async () => expect(await takeOver(pool)).toEqual(["pool-living"]));
  const queues = await pool.query("select from graphile_worker._private_job_queues where locked_by is not null");
  expect(queues.rowCount).toBe(0);
});

test("a job that was filed anew while a worker that died had it is no incident", async ({ pool }) => {
  const file = () =>
    pool.query("select graphile_worker.add_job('tell', '{}', job_key := 'webhook/1', max_attempts := 12)");
  await file();
  await pool.query(
    "update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '5 seconds', attempts = 1",
  );
  await file();
  await takeOver(pool);
  expect(await incidents({ pool })).toEqual([]);
  const { rows } = await pool.query("select key, attempts from graphile_worker._private_jobs");
  expect(rows).toEqual([{ key: "webhook/1", attempts: 0 }]);
});

test("a lease whose connection broke is taken anew", async ({ pool }) => {
  const onLost = vi.fn();
  await using living = leasesOn(pool, onLost);
  await living.take("pool-living");
  await takenBy(pool, "pool-living");
  const held =
    "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
  const before = (await pool.query(held)).rows[0].pid;
  await pool.query("select pg_terminate_backend($1)", [before]);
  await vi.waitFor(async () => {
    const now = (await pool.query(held)).rows[0]?.pid;
    expect(now).toBeDefined();
    expect(now).not.toBe(before);
  });
  expect(onLost).toHaveBeenCalled();
  expect(await takeOver(pool)).toEqual([]);
});

test("jobs that piled up stand behind one that comes in", async ({ pool }) => {
  const ran: number[] = [];
  for (const n of [1, 2, 3])
    await pool.query(
      "select graphile_worker.add_job('note', json_build_object('n', $1::int), run_at := now() - interval '1 day')",
      [n],
    );
  expect(await putBacklogBehind(pool)).toBe(3);
  await pool.query("select graphile_worker.add_job('note', '{\"n\": 4}')");
  const worker = await startWorker(
    { pool, log, config: { workerConcurrency: 1 } },
    {
      note: (payload) => void ran.push((payload as { n: number }).n),
    },
  );
  await vi.waitFor(() => expect(ran).toHaveLength(4));
  await worker.stop();
  expect(ran).toEqual([4, 1, 2, 3]);
});

test("work that was tried in vain is an incident; resumed it is done under the key it always had", async ({ pool }) => {
  let isDown = true;
  const keys: (string | null | undefined)[] = [];
  const done: unknown[] = [];
  const worker = await startWorker(
    { pool, log, config },
    {
      tell: (payload, { job }) => {
        keys.push(job.key);
        if (isDown) throw new Error("no answer\n    at somewhere");
        done.push(payload);
      },
    },
  );
  const payload = { caseId: "0199c1aa-0000-7000-8000-000000000001", n: 1 };
  await pool.query("select graphile_worker.add_job('tell', $1::json, job_key := 'case/7/0', max_attempts := 2)", [
    JSON.stringify(payload),
  ]);
  await vi.waitFor(() => expect(keys).toHaveLength(1));
  // Its second try would come in seconds; the clock is helped along.
  await vi.waitFor(
    async () => {
      await pool.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
      await pool.query('notify "jobs:insert", \'{"count":1}\'');
      expect(await incidents({ pool })).toMatchObject([
        { task: "tell", attempts: 2, lastError: "no answer", caseId: payload.caseId },
      ]);
    },
    { timeout: 15_000, interval: 200 },
  );
  isDown = false;
  const [stuck] = await incidents({ pool });
  expect(await resumeIncident({ pool, now: () => new Date() }, stuck!.id)).toBe(true);
  await vi.waitFor(() => expect(done).toEqual([payload]), { timeout: 10_000 });
  await worker.stop();
  expect(keys).toEqual(["case/7/0", "case/7/0", "case/7/0"]);
  expect(await incidents({ pool })).toEqual([]);
});

test("after a stopped day every timer rings, once, however often the worker is started", async ({ pool }) => {
  const DAY = 86_400_000;
  const tenDaysAgo = () => new Date(Date.now() - 10 * DAY);
  const cases = 12;
  for (let n = 0; n < cases; n++) await (await walk({ pool, now: tenDaysAgo })).inquired();
  const now = () => new Date();
  const list = { ringTimer: tasks({ pool, now, log }).ringTimer! };
  const waiting = async (task: string) =>
    (
      await pool.query<{ n: number }>(
        "select count(*)::int as n from graphile_worker.jobs where task_identifier = $1 and run_at <= now()",
        [task],
      )
    ).rows[0]!.n;
  expect(await waiting("ringTimer")).toBe(2 * cases);
  for (let start = 0; start < 3; start++) {
    const worker = await startWorker({ pool, log, config }, list);
    if (start > 0) await vi.waitFor(async () => expect(await waiting("ringTimer")).toBe(0), { timeout: 20_000 });
    // The first one is stopped in the middle of it.
    await worker.stop();
  }
  const { rows } = await pool.query(
    `select payload->'params'->>'letter' as letter, count(*)::int as letters, count(distinct payload->>'caseId')::int as cases
     from graphile_worker._private_jobs where payload->'params'->>'letter' like 'reply%' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { letter: "replyDueSoon", letters: cases, cases },
    { letter: "replyOverdue", letters: cases, cases },
  ]);
});

test("a worker that begins makes the log's quarters for a year ahead, also when several begin at once", async ({
  pool,
}) => {
  const names = async () =>
    (
      await pool.query(
        "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'log_entry'::regclass order by 1",
      )
    ).rows.map(({ name }) => name);
  const all = await names();
  const { rows } = await pool.query(
    "select to_char(current_date + n * interval '3 months', '\"log_entry_\"YYYY\"q\"Q') as name from generate_series(0, 3) n",
  );
  const ahead = rows.map(({ name }) => name);
  for (const name of ahead) await pool.query(`drop table if exists ${name}`);
  expect(await names()).not.toEqual(expect.arrayContaining(ahead.slice(0, 1)));
  const workers = await Promise.all([1, 2].map(() => startWorker({ pool, log, config }, { nothing() {} })));
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(await names()).toEqual(expect.arrayContaining([...all, ...ahead]));
});
