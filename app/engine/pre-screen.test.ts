import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { payletter, people, walk, zaloPay } from "#tests/walk.ts";
import { ring, verifyAll } from "./index.server.ts";

const monday = new Date("2026-11-23T01:00:00.000Z"); // 10:00 in Seoul
const now = () => monday;

async function looking(pool: Parameters<typeof walk>[0]["pool"]) {
  const one = await walk({ pool, now });
  await one.inquired();
  await one.proposed([zaloPay, payletter]);
  await one.accepted();
  return one;
}

test("a case that has asked a PSP opens its channel at the tests: nobody is asked twice", async ({ pool }) => {
  const one = await looking(pool);
  expect((await one.view()).channels).toEqual([]);
  await one.send(people.integration, { type: "ANSWER_PRE_SCREEN", channel: "PAYLETTER", passed: true });
  await one.settle();
  const view = await one.view();
  expect(view.phase).toBe("application");
  expect(view.channels.map(({ phase }) => phase)).toEqual(["testSetup", "testSetup"]);
  expect((await Array.fromAsync(verifyAll(pool))).filter(({ mismatch }) => mismatch)).toEqual([]);
});

test("a PSP that never answers rejects nobody: the case goes back to its advisor, nothing is accepted any more", async ({
  pool,
}) => {
  const one = await looking(pool);
  const timer = "xstate.after.preScreenExpiry.onboarding.preScreening";
  const later = () => new Date(monday.getTime() + 40 * 86_400_000);
  expect(await ring({ pool, now: later }, { subject: one.caseId, timer })).toBe(true);
  const view = await one.view();
  expect([view.phase, view.context.lines, view.status]).toEqual(["advising", [], "active"]);
  const { rows } = await pool.query(
    "select payload->'params'->>'letter' as letter from graphile_worker._private_jobs where payload->'params'->>'letter' in ('preScreenUnanswered', 'proposalToChange')",
  );
  expect(rows.map(({ letter }) => letter).sort()).toEqual(["preScreenUnanswered", "proposalToChange"]);
});
