import { expect } from "vitest";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { flow, forgive, MOST_FAILURES, tryOut } from "./throttle.server.ts";

const clock = () => {
  let at = new Date("2026-11-23T01:00:00Z");
  return { now: () => at, turn: (seconds: number) => (at = new Date(at.getTime() + seconds * 1000)) };
};

/** Tries as often as it is let, waiting as long as it is told. */
async function persist(
  parts: Parameters<typeof tryOut>[0],
  turn: (seconds: number) => unknown,
  rule: { most?: number },
  upTo: number,
) {
  const waits: number[] = [];
  let tries = 0;
  while (tries < upTo && waits.length < upTo * 2) {
    const answer = await tryOut(parts, "a password", rule);
    if (answer.ok) tries += 1;
    else {
      waits.push(answer.retryInSeconds);
      turn(answer.retryInSeconds);
    }
  }
  return { tries, waits };
}

test("failures in a row wait half a minute, then twice as long each time, up to an hour", async ({ pool }) => {
  const { now, turn } = clock();
  const parts = { pool, now, config: testConfig() };
  const { waits } = await persist(parts, turn, {}, 17);
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
});

test("a hundred failures in a row are the most, until somebody who is right forgives them", async ({ pool }) => {
  const { now, turn } = clock();
  const parts = { pool, now, config: testConfig() };
  const { tries } = await persist(parts, turn, { most: MOST_FAILURES }, 120);
  expect(tries).toBe(100);
  turn(80 * 86_400);
  expect(await tryOut(parts, "a password", { most: MOST_FAILURES })).toMatchObject({ ok: false });
  await forgive(parts, "a password");
  expect(await tryOut(parts, "a password", { most: MOST_FAILURES })).toEqual({ ok: true });
});

test("a hundred tries at the same moment, from any number of processes, are no more than one after the other", async ({
  pool,
}) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const answers = await Promise.all(Array.from({ length: 100 }, () => tryOut(parts, "a password")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
});

test("a flow lets a burst through and then one at a time, and is full again after a rest", async ({ pool }) => {
  const { now, turn } = clock();
  const parts = { pool, now, config: testConfig() };
  const rate = { burst: 3, everyMs: 10_000 };
  const many = async (n: number) => {
    const answers = await Promise.all(Array.from({ length: n }, () => flow(parts, "letters", rate)));
    return answers.filter(({ ok }) => ok).length;
  };
  expect(await many(20)).toBe(3);
  expect(await flow(parts, "letters", rate)).toEqual({ ok: false, retryInSeconds: 10 });
  turn(10);
  expect(await many(20)).toBe(1);
  turn(3600);
  expect(await many(20)).toBe(3);
  expect(await flow(parts, "other letters", rate)).toEqual({ ok: true });
});

test("what is counted cannot be read from the counters", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  await flow(parts, "codes to lee@shop.example", { burst: 3, everyMs: 1000 });
  await tryOut(parts, "codes to lee@shop.example at 203.0.113.7");
  const { rows } = await pool.query("select * from throttle");
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/lee|shop|203/);
});
