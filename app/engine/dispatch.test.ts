import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { people, walk } from "#tests/walk.ts";
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
