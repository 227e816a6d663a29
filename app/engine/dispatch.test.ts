import { expect } from "vitest";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { people, walk, zaloPay } from "#tests/walk.ts";
import { dispatch, EventRefused, ring, system, verifyAll } from "./index.server.ts";

const monday = new Date("2026-11-23T01:00:00.000Z"); // 10:00 in Seoul

test("a case is walked from the inquiry to an opened service, and its log folds to what the rows say", async ({
  pool,
}) => {
  const now = () => monday;
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed();
  await journey.accepted();
  await journey.tested();
  await journey.handedIn();
  await journey.contractSigned();
  await journey.sitePassed();
  await journey.reviewed();
  await journey.approved();
  await journey.live();
  const view = await journey.view();
  expect(view.phase).toBe("live");
  expect(view.channels.map(({ phase }) => phase)).toEqual(["live"]);
  expect(view.journey.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "done", "done"]);
  const verdicts = await Array.fromAsync(verifyAll(pool));
  expect(verdicts).toHaveLength(2);
  expect(verdicts.map(({ brokenAt, mismatch }) => ({ brokenAt, mismatch }))).toEqual([
    { brokenAt: null, mismatch: null },
    { brokenAt: null, mismatch: null },
  ]);
});

test("a refused event leaves no trace and says every reason", async ({ pool }) => {
  const now = () => monday;
  const journey = await (await (await (await walk({ pool, now })).inquired()).proposed()).accepted();
  const before = await journey.view();
  const refusal = await journey.send(journey.merchant, { type: "SUBMIT_KYC" }).catch((error) => error);
  expect(refusal).toBeInstanceOf(EventRefused);
  expect(refusal.reasons).toEqual(["nothingMissing"]);
  await expect(journey.send(people.approver, { type: "APPROVE_KYC" })).rejects.toMatchObject({ reasons: ["notNow"] });
  await expect(journey.send(people.reviewer, { type: "APPROVE_KYC" })).rejects.toMatchObject({ reasons: ["notYours"] });
  expect(await journey.view()).toEqual(before);
});

test("the same key again is answered with the first answer, also when both come at once", async ({ pool }) => {
  const now = () => monday;
  const journey = await walk({ pool, now });
  const ask = () =>
    dispatch(
      { pool, now },
      {
        subject: journey.caseId,
        event: { type: "SUBMIT_INQUIRY", inquiryId: journey.caseId },
        actor: journey.merchant,
        idempotencyKey: "twice",
      },
    );
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(({ seq }) => seq)).toEqual([2, 2, 2]);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect((await journey.view()).version).toBe(2);
});

test("who recommended cannot approve, with any role, key or session", async ({ pool }) => {
  const now = () => monday;
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed();
  await journey.accepted();
  await journey.handedIn();
  await journey.sitePassed();
  await journey.reviewed();
  const both = { ...people.reviewer, roles: ["reviewer", "approver"] as const };
  await expect(journey.send(both, { type: "APPROVE_KYC" })).rejects.toMatchObject({ reasons: ["isAnotherPerson"] });
  const key = { ...people.approver, via: "apiKey" as const };
  await expect(journey.send(key, { type: "APPROVE_KYC" })).rejects.toMatchObject({ reasons: ["notYours"] });
});

test("a finished case refuses every event, those of the whole chart included", async ({ pool }) => {
  const now = () => monday;
  const journey = await (await walk({ pool, now })).inquired();
  await journey.send(journey.merchant, { type: "WITHDRAW", reason: "no budget" });
  await expect(journey.send(people.advisor, { type: "HOLD", reason: "late" })).rejects.toMatchObject({
    reasons: ["isFinished"],
  });
  await expect(journey.send(system, { type: "CHANNEL_MOVED", channelId: newId(), to: "live" })).rejects.toMatchObject({
    reasons: ["isFinished"],
  });
});

test("a reply is due one business day after the inquiry, and the reminder rings once", async ({ pool }) => {
  let at = new Date("2026-11-20T06:00:00.000Z"); // Friday 15:00 in Seoul
  const now = () => at;
  const journey = await (await walk({ pool, now })).inquired();
  const [promise] = (await journey.view()).promises;
  expect(promise).toMatchObject({ delay: "replyDue", dueAt: new Date("2026-11-23T06:00:00.000Z") });
  const timer = { subject: journey.caseId, timer: "xstate.after.replyDue.onboarding.advising" };
  expect(await ring({ pool, now }, timer)).toBe(false);
  at = new Date("2026-11-23T06:00:01.000Z");
  expect(await ring({ pool, now }, timer)).toBe(true);
  expect(await ring({ pool, now }, timer)).toBe(false);
});

test("a clock that is behind gets to a timer too early: the timer is not used up by that", async ({ pool }) => {
  let at = new Date("2026-11-20T06:00:00.000Z");
  const now = () => at;
  const journey = await (await walk({ pool, now })).inquired();
  const timer = { subject: journey.caseId, timer: "xstate.after.replyDue.onboarding.advising" };
  const job = `${timer.subject}/${timer.timer}`;
  at = new Date("2026-11-23T05:59:30.000Z");
  // As the queue does it: the job is taken, and gone when its task is through.
  await pool.query("select graphile_worker.remove_job($1)", [job]);
  expect(await ring({ pool, now }, timer)).toBe(false);
  const { rows } = await pool.query(
    "select round(extract(epoch from run_at - now()))::int as seconds from graphile_worker.jobs where key = $1",
    [job],
  );
  expect(rows).toEqual([{ seconds: 30 }]);
  at = new Date("2026-11-23T06:00:00.000Z");
  expect(await ring({ pool, now }, timer)).toBe(true);
});

test("a serialization failure is run again, and what kept failing is thrown after five more tries", async ({
  pool,
}) => {
  await pool.query("create table counted (n int); insert into counted values (0)");
  const everybody = Promise.withResolvers<void>();
  let runs = 0;
  const count = () =>
    inTransaction(pool, async (tx) => {
      await tx.query("set transaction isolation level serializable");
      const { rows } = await tx.query<{ n: number }>("select n from counted");
      // All three have read before the first of them writes.
      if (++runs === 3) everybody.resolve();
      await everybody.promise;
      await tx.query("update counted set n = $1", [rows[0]!.n + 1]);
    });
  await Promise.all([count(), count(), count()]);
  expect((await pool.query("select n from counted")).rows).toEqual([{ n: 3 }]);
  expect(runs).toBeGreaterThan(3);
  let tries = 0;
  const never = inTransaction(pool, async (tx) => {
    tries++;
    await tx.query("set transaction isolation level serializable");
    await tx.query("select n from counted");
    // Somebody else is always quicker.
    await pool.query("update counted set n = n + 1");
    await tx.query("update counted set n = -1");
  });
  await expect(never).rejects.toMatchObject({ code: "40001" });
  expect(tries).toBe(6);
});

test("two channels of one case that finish together, again and again, wait for nobody in a circle", async ({
  pool,
}) => {
  const now = () => monday;
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed([zaloPay, { ...zaloPay, channel: "MOMO" }]);
  await journey.accepted();
  const channels = (await journey.view()).channels.map(({ id }) => id);
  const deadlocks = async () =>
    (await pool.query("select deadlocks from pg_stat_database where datname = current_database()")).rows[0].deadlocks;
  const before = await deadlocks();
  const version = (await journey.view()).version;
  // Each tells its case while the case itself is being written and each channel, too.
  await Promise.all(
    Array.from({ length: 20 }, (_, round) => [
      ...channels.map((id) =>
        journey.send(system, { type: "CHANNEL_MOVED", channelId: id, to: round % 2 ? "live" : "suspended" }),
      ),
      ...channels.map((id) => journey.send(system, { type: "CASE_MOVED" }, id)),
      journey.send(people.advisor, { type: "HAND_OVER", to: `advisor-${round}` }),
    ]).flat(),
  );
  expect((await journey.view()).version).toBe(version + 20 * 3);
  expect(await deadlocks()).toBe(before);
  for (const verdict of await Array.fromAsync(verifyAll(pool)))
    expect(verdict).toMatchObject({ brokenAt: null, mismatch: null });
});

test("a promise that was not kept stays on the desk as late until the work is done", async ({ pool }) => {
  let at = new Date("2026-11-20T06:00:00.000Z");
  const now = () => at;
  const journey = await (await walk({ pool, now })).inquired();
  at = new Date("2026-11-24T06:00:00.000Z");
  await ring({ pool, now }, { subject: journey.caseId, timer: "xstate.after.replyDue.onboarding.advising" });
  const due = async () =>
    (await pool.query("select due_at from desk_item where subject_id = $1", [journey.caseId])).rows[0]?.due_at;
  const promised = new Date("2026-11-23T06:00:00.000Z");
  expect(await due()).toEqual(promised);
  expect((await journey.view()).promises).toMatchObject([{ delay: "replyDue", dueAt: promised }]);
  await journey.send(people.advisor, { type: "HOLD", reason: "x" });
  await journey.send(people.advisor, { type: "RESUME" });
  expect(await due()).toEqual(promised);
  await journey.proposed();
  expect(await due()).toBeUndefined();
  expect((await journey.view()).promises).toEqual([]);
});

test("holding a case stops its clocks, and resuming gives back what was left", async ({ pool }) => {
  let at = monday;
  const now = () => at;
  const journey = await (await walk({ pool, now })).inquired();
  const due = (await journey.view()).promises[0]!.dueAt.getTime();
  await journey.send(people.advisor, { type: "HOLD", reason: "waiting for the PSP's list" });
  expect((await journey.view()).promises).toEqual([]);
  await expect(journey.send(people.advisor, { type: "DECLINE_INQUIRY", reason: "x" })).rejects.toMatchObject({
    reasons: ["caseIsOnHold"],
  });
  at = new Date(monday.getTime() + 3_600_000);
  await journey.send(people.advisor, { type: "RESUME" });
  expect((await journey.view()).promises[0]!.dueAt.getTime()).toBe(due + 3_600_000);
});

test("sixty-four writers on one case lose no update", async ({ pool }) => {
  const now = () => monday;
  const journey = await (await walk({ pool, now })).inquired();
  const before = (await journey.view()).version;
  await Promise.all(
    Array.from({ length: 64 }, (_, n) => journey.send(people.advisor, { type: "HAND_OVER", to: `advisor-${n}` })),
  );
  expect((await journey.view()).version).toBe(before + 64);
  const [verdict] = await Array.fromAsync(verifyAll(pool));
  expect(verdict).toMatchObject({ brokenAt: null, mismatch: null });
});

test("the log refuses to be changed, and a change behind its back is found", async ({ pool }) => {
  const now = () => monday;
  const journey = await (await walk({ pool, now })).inquired();
  await expect(pool.query("update log_entry set actor_id = 'x'")).rejects.toThrow("append-only");
  await expect(pool.query("delete from log_entry")).rejects.toThrow("append-only");
  await expect(pool.query("truncate log_entry")).rejects.toThrow("append-only");
  await pool.query("alter table log_entry disable trigger user");
  await pool.query(
    "set session_replication_role = replica; update log_entry set actor_id = 'mallory' where seq = 2; set session_replication_role = default",
  );
  const [verdict] = await Array.fromAsync(verifyAll(pool));
  expect(verdict).toMatchObject({ subject: journey.caseId, brokenAt: 2 });
});
