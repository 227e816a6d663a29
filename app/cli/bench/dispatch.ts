import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import pg from "pg";
import { commitStatement, lockStatement } from "#app/engine/dispatch.server.ts";
import { type Actor, dispatch, openSubject } from "#app/engine/index.server.ts";
import { openDb } from "#app/platform/db/db.server.ts";
import { embeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { migrate } from "#app/platform/db/migrate.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";

const advisor: Actor = { id: "bench", roles: ["advisor"], via: "session" };
const now = () => new Date();

/**
 * What a dispatch costs over the statements it is made of: the very same statements by themselves, with rows captured from real
 * dispatches, against `dispatch` as the house calls it; 1, 16 and 64 at a time, turn and turn about in one run on one database.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const dataDir = mkdtempSync(join(tmpdir(), "gangway-bench-"));
  const server = await embeddedPostgres({ dataDir, name: "bench" });
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("create database bench");
  await migrate(server.url("bench"), join(process.cwd(), "prisma/migrations"));
  const { pool, close } = openDb(server.url("bench"), { max: 64 });
  try {
    const seconds = quick ? 3 : 10;
    const cases = await openCases(pool, 256);
    const figures: Record<number, { sql: Run; dispatch: Run }> = {};
    await race(16, 1, (n) => raw(pool, cases[n % cases.length]!));
    await race(16, 1, (n) => handOver(pool, cases[n % cases.length]!));
    for (const callers of [1, 16, 64]) {
      const sql = [await race(callers, seconds / 2, (n) => raw(pool, cases[n % cases.length]!))];
      const ours = [await race(callers, seconds / 2, (n) => handOver(pool, cases[n % cases.length]!))];
      sql.push(await race(callers, seconds / 2, (n) => raw(pool, cases[n % cases.length]!)));
      ours.push(await race(callers, seconds / 2, (n) => handOver(pool, cases[n % cases.length]!)));
      figures[callers] = { sql: joined(sql), dispatch: joined(ours) };
      const { sql: a, dispatch: b } = figures[callers];
      console.log(
        `${String(callers).padStart(2)} callers: statements alone ${a.perSecond.toFixed(0)}/s (p50 ${a.p50.toFixed(1)} ms, p99 ${a.p99.toFixed(1)}), dispatch ${b.perSecond.toFixed(0)}/s (p50 ${b.p50.toFixed(1)} ms, p99 ${b.p99.toFixed(1)}), ratio ${(b.perSecond / a.perSecond).toFixed(2)}`,
      );
    }
    const heap = await heapGrowth(pool, cases, quick ? 20_000 : 100_000);
    console.log(`heap growth ${heap.toFixed(2)} MB per 100,000 events`);
    const long = await longLogFactor(pool, quick ? 3_000 : 10_000);
    console.log(
      `a log of ${quick ? "3,000" : "10,000"} entries against one of 10: a dispatch takes ${long.toFixed(2)} times as long`,
    );
    const at16 = figures[16]!;
    const ratio16 = at16.dispatch.perSecond / at16.sql.perSecond;
    return {
      sqlPerSecond16: Math.round(at16.sql.perSecond),
      dispatchPerSecond16: Math.round(at16.dispatch.perSecond),
      ratio16: round(ratio16),
      p99Ms16: round(at16.dispatch.p99),
      heapGrowthMBPer100k: round(heap),
      longLogFactor: round(long),
      holds: ratio16 >= 0.8 && at16.dispatch.p99 < 25 && heap < 5 && long <= 1.2,
    };
  } finally {
    await close();
    await admin.end();
    await server.release();
  }
}

interface Run {
  perSecond: number;
  p50: number;
  p99: number;
  times: number[];
}

const round = (n: number) => Math.round(n * 100) / 100;

async function openCases(pool: Pool, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  for (const id of ids) {
    await inTransaction(pool, (tx) =>
      openSubject(tx, { id, kind: "onboarding", caseId: id, actorId: "bench", actorRole: "merchant", at: now() }),
    );
    const merchant: Actor = { id: "m", roles: ["merchant"], via: "session", caseIds: [id] };
    await dispatch(
      { pool, now },
      { subject: id, event: { type: "SUBMIT_INQUIRY", inquiryId: newId() }, actor: merchant, idempotencyKey: null },
    );
  }
  return ids;
}

let turn = 0;
/** An event that changes the row and writes the log. */
async function handOver(pool: Pool, subject: string): Promise<void> {
  await dispatch(
    { pool, now },
    { subject, event: { type: "HAND_OVER", to: `advisor-${turn++ % 7}` }, actor: advisor, idempotencyKey: newId() },
  );
}

/** The statements of a dispatch by themselves: lock and read, write through `commit_step`, with the row's own values put back. */
async function raw(pool: Pool, subject: string): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const key = newId();
    const at = now();
    const { rows } = await tx.query(lockStatement, [subject, key, at, "KR"]);
    const row = rows[0]!;
    await tx.query(commitStatement, [
      row.id,
      row.case_id,
      row.version + 1,
      JSON.stringify(row.value),
      JSON.stringify(row.context),
      JSON.stringify(row.timers),
      "advising",
      ["advising"],
      ["advisor"],
      row.status,
      row.head,
      row.head,
      at,
      '{"type":"HAND_OVER","to":"advisor-1"}',
      "bench",
      "advisor",
      row.machine_version,
      key,
      "[]",
      [],
      // As in a dispatch that leaves the desks as they are.
      null,
    ]);
  });
}

async function race(callers: number, seconds: number, work: (n: number) => Promise<void>): Promise<Run> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  let n = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        const start = performance.now();
        await work(n++);
        times.push(performance.now() - start);
      }
    }),
  );
  return summed(times, times.length / ((performance.now() - began) / 1000));
}

const joined = (runs: Run[]): Run =>
  summed(
    runs.flatMap(({ times }) => times),
    runs.reduce((sum, { perSecond }) => sum + perSecond, 0) / runs.length,
  );

function summed(times: number[], perSecond: number): Run {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond, p50: at(0.5), p99: at(0.99), times };
}

/** Megabytes that stay after a collection, per 100,000 events. */
async function heapGrowth(pool: Pool, cases: string[], events: number): Promise<number> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) {
    const { setFlagsFromString } = await import("node:v8");
    const { runInNewContext } = await import("node:vm");
    setFlagsFromString("--expose-gc");
    (globalThis as { gc?: () => void }).gc = runInNewContext("gc") as () => void;
  }
  const settled = () => {
    (globalThis as { gc?: () => void }).gc!();
    return process.memoryUsage().heapUsed;
  };
  const some = async (count: number) => {
    let n = 0;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (n < count) await handOver(pool, cases[n++ % cases.length]!);
      }),
    );
  };
  await some(2_000);
  const before = settled();
  await some(events);
  return ((settled() - before) / 1_048_576) * (100_000 / events);
}

/** How much longer a dispatch takes on a case with a long log than on one with a short one, turn and turn about. */
async function longLogFactor(pool: Pool, length: number): Promise<number> {
  const [short, long] = await openCases(pool, 2);
  while (true) {
    const { rows } = await pool.query("select version from subject where id = $1", [long]);
    if (rows[0].version >= length) break;
    for (let n = 0; n < 500; n++) await handOver(pool, long!);
  }
  const times: Record<string, number[]> = { short: [], long: [] };
  for (let n = 0; n < 300; n++) {
    // The short one is kept short: a new case every ten events.
    const fresh = n % 10 === 0 ? (await openCases(pool, 1))[0]! : short!;
    for (const [which, id] of [
      ["short", fresh],
      ["long", long!],
    ] as const) {
      const start = performance.now();
      await handOver(pool, id);
      times[which]!.push(performance.now() - start);
    }
  }
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
  return median(times.long!) / median(times.short!);
}
