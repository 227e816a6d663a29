import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { people, walk } from "#tests/walk.ts";
import { calendarOf } from "#workflows/calendar/index.ts";
import { CalendarExists, publishCalendar, ring } from "./index.server.ts";

const friday = new Date("2026-11-20T06:00:00.000Z"); // 15:00 in Seoul
const replyDue = "xstate.after.replyDue.onboarding.advising";
const shipped = calendarOf("KR");
const closing = (version: string, ...days: string[]) => ({
  ...shipped,
  version,
  holidays: { ...shipped.holidays, ...Object.fromEntries(days.map((day) => [day, "임시공휴일"])) },
});

test("a day that is closed moves what was promised for it: timer, job and desk, and the merchant is told once", async ({
  pool,
}) => {
  const now = () => friday;
  const touched = await (await walk({ pool, now })).inquired();
  const elsewhere = await (await (await walk({ pool, now })).inquired()).proposed();
  const [monday, tuesday] = [new Date("2026-11-23T06:00:00.000Z"), new Date("2026-11-24T06:00:00.000Z")];
  expect((await touched.view()).promises[0]!.dueAt).toEqual(monday);

  const published = await publishCalendar({ pool, now }, { body: closing("2026-11+1", "2026-11-23"), by: "admin" });
  expect(published.days).toEqual([{ day: "2026-11-23", became: "closed", name: "임시공휴일" }]);
  expect(published.touched.filter(({ caseId }) => caseId === touched.caseId)).toEqual(
    expect.arrayContaining([
      {
        subjectId: touched.caseId,
        caseId: touched.caseId,
        timer: replyDue,
        delay: "replyDue",
        was: monday,
        becomes: tuesday,
      },
    ]),
  );
  expect((await touched.view()).promises[0]!.dueAt).toEqual(tuesday);
  const key = `${touched.caseId}/${replyDue}`;
  expect((await pool.query("select run_at from graphile_worker.jobs where key = $1", [key])).rows).toEqual([
    { run_at: tuesday },
  ]);
  expect((await pool.query("select due_at from desk_item where subject_id = $1", [touched.caseId])).rows).toEqual([
    { due_at: tuesday },
  ]);

  const letters = async () =>
    (
      await pool.query(
        "select payload->'params'->>'letter' as letter, payload->>'caseId' as of from graphile_worker._private_jobs where key like 'calendar/%'",
      )
    ).rows;
  expect(await letters()).toEqual([{ letter: "promiseMoved", of: touched.caseId }]);
  // The other case owes nobody anything: its clock moved, and no letter leaves.
  expect(published.touched.filter(({ caseId }) => caseId === elsewhere.caseId).map(({ delay }) => delay)).toEqual([
    "proposalReminder",
  ]);

  const again = await publishCalendar({ pool, now }, { body: closing("2026-11+1", "2026-11-23"), by: "admin" });
  expect(again).toEqual({ ...published, days: [] });
  expect(await letters()).toHaveLength(1);
  await expect(
    publishCalendar({ pool, now }, { body: closing("2026-11+1", "2026-11-25"), by: "admin" }),
  ).rejects.toBeInstanceOf(CalendarExists);
});

test("what begins after a list was published is counted by it, in every process", async ({ pool }) => {
  const now = () => friday;
  await publishCalendar({ pool, now }, { body: closing("2026-11+2", "2026-11-23", "2026-11-24"), by: "admin" });
  const journey = await (await walk({ pool, now })).inquired();
  expect((await journey.view()).promises[0]!.dueAt).toEqual(new Date("2026-11-25T06:00:00.000Z"));
  expect((await journey.view()).timers[replyDue]).toMatchObject({ calendar: "KR 2026-11+2" });
});

test("a timer whose day was closed while its job was on the way does not ring, and rings when its new time has come", async ({
  pool,
}) => {
  let at = friday;
  const now = () => at;
  const journey = await (await walk({ pool, now })).inquired();
  await publishCalendar({ pool, now }, { body: closing("2026-11+3", "2026-11-23"), by: "admin" });
  at = new Date("2026-11-23T06:00:01.000Z");
  expect(await ring({ pool, now }, { subject: journey.caseId, timer: replyDue })).toBe(false);
  at = new Date("2026-11-24T06:00:01.000Z");
  expect(await ring({ pool, now }, { subject: journey.caseId, timer: replyDue })).toBe(true);
});

test("the house's time to review stands still while the merchant mends what was asked for", async ({ pool }) => {
  let at = new Date("2026-11-23T01:00:00.000Z"); // Monday 10:00 in Seoul
  const now = () => at;
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed();
  await journey.accepted();
  await journey.handedIn();
  const reviewDue = async () => (await journey.view()).promises.find(({ delay }) => delay === "reviewDue")?.dueAt;
  expect(await reviewDue()).toEqual(new Date("2026-11-25T01:00:00.000Z"));
  at = new Date("2026-11-24T06:00:00.000Z"); // Tuesday 15:00: a day and five hours of two days are gone
  const [item, { ref }] = Object.entries((await journey.view()).context.items)[0]!;
  await journey.send(people.reviewer, { type: "REFUSE_ITEM", item, ref, reason: "too dark" });
  await journey.send(people.reviewer, { type: "REQUEST_MORE" });
  expect(await reviewDue()).toBeUndefined();
  at = new Date("2026-12-01T01:00:00.000Z"); // a week later, Tuesday 10:00
  await journey.send(journey.merchant, { type: "PROVIDE_ITEM", item, ref: `${item}/2` });
  await journey.send(journey.merchant, { type: "SUBMIT_KYC" });
  // Four hours were left: 14:00 the same day, not another two days.
  expect(await reviewDue()).toEqual(new Date("2026-12-01T05:00:00.000Z"));
});

test("a hold over the weekend costs the promise no working hour", async ({ pool }) => {
  let at = friday;
  const now = () => at;
  const journey = await (await walk({ pool, now })).inquired();
  await journey.send(people.advisor, { type: "HOLD", reason: "x" });
  at = new Date("2026-11-26T23:00:00.000Z"); // Friday 08:00 in Seoul, before opening
  await journey.send(people.advisor, { type: "RESUME" });
  // Nine working hours were left: all of Friday.
  expect((await journey.view()).promises[0]!.dueAt).toEqual(new Date("2026-11-27T09:00:00.000Z"));
});
