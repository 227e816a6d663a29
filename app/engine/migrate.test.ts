import type { Pool } from "pg";
import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { payletter, people, walk, zaloPay } from "#tests/walk.ts";
import { onboardingV1, onboardingV2 } from "#workflows/law.ts";
import { migrateCases, ring, verifyAll } from "./index.server.ts";

const monday = new Date("2026-11-23T01:00:00.000Z"); // 10:00 in Seoul
const now = () => monday;
const way = { from: onboardingV1, to: onboardingV2 };
const moving = async (pool: Pool, dryRun = false) =>
  (await Array.fromAsync(migrateCases({ pool, now }, { ...way, dryRun, batch: 2 }))).flat();
const outcomes = async (pool: Pool, dryRun = false) =>
  new Map((await moving(pool, dryRun)).map(({ id, outcome }) => [id, outcome]));
const wrong = async (pool: Pool) =>
  (await Array.fromAsync(verifyAll(pool))).filter(({ brokenAt, mismatch }) => brokenAt !== null || mismatch !== null);
const rowsOf = async (pool: Pool) => (await pool.query("select * from subject order by id")).rows;

test("a dry run tells what would become of every running case, and changes nothing", async ({ pool }) => {
  const deciding = await walk({ pool, now, version: 1 });
  await deciding.inquired();
  await deciding.proposed([zaloPay, payletter]);
  const looking = await walk({ pool, now, version: 1 });
  await looking.inquired();
  await looking.proposed([payletter]);
  await looking.accepted();
  const modern = await walk({ pool, now });
  await modern.inquired();
  const before = await rowsOf(pool);
  const told = await outcomes(pool, true);
  expect(told.size).toBe(2);
  expect(told.get(deciding.caseId)).toMatchObject({
    moved: true,
    states: ["deciding"],
    requirements: [
      { change: "added", requirement: "preScreen", about: "PAYLETTER/JP/JPY" },
      { change: "dropped", requirement: "channelPreScreen", about: "PAYLETTER/JP/JPY" },
    ],
    timers: [
      { change: "kept", delay: "proposalReminder" },
      { change: "kept", delay: "proposalExpiry" },
    ],
  });
  expect(told.get(looking.caseId)).toEqual({ moved: false, refused: "preScreenOpen", about: ["PAYLETTER/JP/JPY"] });
  expect(await rowsOf(pool)).toEqual(before);
});

test("moved cases go on where they stood, their logs fold to what their rows say, and a second run finds nothing", async ({
  pool,
}) => {
  const begun = await Promise.all(Array.from({ length: 5 }, () => walk({ pool, now, version: 1 })));
  for (const one of begun) await one.inquired();
  const [first, held, ...rest] = begun;
  await first!.proposed([zaloPay]);
  await first!.accepted();
  await held!.send(people.advisor, { type: "HOLD", reason: "a question" });
  const clocks = (await held!.view()).timers;
  const told = await outcomes(pool);
  expect([...told.values()].every(({ moved }) => moved)).toBe(true);
  expect((await held!.view()).timers).toEqual(clocks);
  for (const one of begun) expect((await one.view()).machineVersion).toBe(2);
  expect(await wrong(pool)).toEqual([]);
  expect(await moving(pool)).toEqual([]);

  await rest[0]!.proposed([payletter]);
  await rest[0]!.accepted();
  expect((await rest[0]!.view()).phase).toBe("preScreening");
  await first!.tested();
  await first!.handedIn();
  await first!.contractSigned();
  await first!.sitePassed();
  await first!.reviewed();
  await first!.approved();
  await first!.live();
  expect((await first!.view()).phase).toBe("live");
  expect(await wrong(pool)).toEqual([]);
});

test("a case behind the gate stays as it is until its PSP has said yes at the channel, then it moves with that yes", async ({
  pool,
}) => {
  const one = await walk({ pool, now, version: 1 });
  await one.inquired();
  await one.proposed([zaloPay, payletter]);
  await one.accepted();
  const before = await rowsOf(pool);
  expect((await outcomes(pool)).get(one.caseId)).toMatchObject({ moved: false, refused: "preScreenOpen" });
  expect(await rowsOf(pool)).toEqual(before);

  const channel = (await one.view()).channels.find(({ context }) => context.line.preScreen)!;
  await one.send(people.integration, { type: "RECORD_PRE_SCREEN", passed: false }, channel.id);
  expect((await outcomes(pool)).get(one.caseId)).toMatchObject({ moved: false, refused: "preScreenRefused" });
  await one.send(people.integration, { type: "RECORD_PRE_SCREEN", passed: true }, channel.id);
  expect((await outcomes(pool)).get(one.caseId)).toMatchObject({ moved: true, requirements: [] });
  const view = await one.view();
  expect(view.machineVersion).toBe(2);
  expect(view.context.preScreens).toEqual({ "PAYLETTER/JP/JPY": "passed" });
  expect(await wrong(pool)).toEqual([]);
});

test("a clock that ran before the move rings after it", async ({ pool }) => {
  const one = await walk({ pool, now, version: 1 });
  await one.inquired();
  await moving(pool);
  const timer = "xstate.after.replyDue.onboarding.advising";
  const later = () => new Date(monday.getTime() + 5 * 86_400_000);
  expect(await ring({ pool, now: later }, { subject: one.caseId, timer })).toBe(true);
  expect((await one.view()).timers[timer]).toMatchObject({ rang: true });
  expect(await wrong(pool)).toEqual([]);
});
