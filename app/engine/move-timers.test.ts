import { expect, test } from "vitest";
import { calendarOf } from "#workflows/calendar/index.ts";
import { onboardingV1, onboardingV2, restore } from "#workflows/law.ts";
import { newCase } from "#workflows/onboarding/context.ts";
import { moveTimers, timersAfter } from "./move-timers.ts";
import type { Timers } from "./timers.ts";

const at = new Date("2026-11-23T01:00:00.000Z"); // Monday, 10:00 in Seoul
const v1 = (value: unknown) => restore(onboardingV1, { value, context: newCase });
const v2 = (value: unknown) => restore(onboardingV2, { value, context: { ...newCase, preScreens: {} } });
const reminder = "xstate.after.proposalReminder.onboarding.deciding";
const expiry = "xstate.after.proposalExpiry.onboarding.deciding";
const running: Timers = {
  [reminder]: { delay: "proposalReminder", dueAt: "2026-11-25T01:00:00.000Z" },
  [expiry]: { delay: "proposalExpiry", dueAt: "2026-12-07T01:00:00.000Z" },
};
const moved = (timers: Timers, value: string, stopped = false) =>
  moveTimers({ snapshot: v1("deciding"), timers }, v2(value), at, stopped, calendarOf("KR"));

test("a clock that both versions run goes on as it was", () => {
  const changes = moved(running, "deciding");
  expect(changes.map(({ change }) => change)).toEqual(["kept", "kept"]);
  expect(timersAfter(changes)).toEqual(running);
});

test("a clock that has rung and is gone stays gone", () => {
  const { [reminder]: _, ...left } = running;
  expect(timersAfter(moved(left, "deciding"))).toEqual(left);
});

test("what only the new version runs begins now, in working time; what only the old one ran ends", () => {
  const changes = moved(running, "preScreening");
  expect(changes.map(({ change, delay }) => `${change} ${delay}`).sort()).toEqual([
    "added preScreenDue",
    "added preScreenExpiry",
    "added preScreenReminder",
    "removed proposalExpiry",
    "removed proposalReminder",
  ]);
  expect(timersAfter(changes)["xstate.after.preScreenReminder.onboarding.preScreening"]).toEqual({
    delay: "preScreenReminder",
    dueAt: "2026-11-26T01:00:00.000Z",
    since: at.toISOString(),
    calendar: "KR 2026-11",
  });
});

test("where clocks stand still, new ones wait with all of their time", () => {
  const [first] = moved({}, "preScreening", true);
  expect(first).toMatchObject({ change: "added", timer: { delay: "preScreenReminder", leftMs: 3 * 9 * 3_600_000 } });
});

test("a clock whose state has another name now keeps its time under the new name", () => {
  const old = "xstate.after.proposalReminder.onboarding.choosing";
  const choosing = v1("deciding");
  const renamed = {
    machine: choosing.machine,
    _nodes: [{ after: [{ eventType: old, delay: "proposalReminder" }] }],
  } as unknown as typeof choosing;
  const timers: Timers = { [old]: { delay: "proposalReminder", dueAt: "2026-11-25T01:00:00.000Z" } };
  const changes = moveTimers({ snapshot: renamed, timers }, v2("deciding"), at, false, calendarOf("KR"));
  expect(changes.find(({ delay }) => delay === "proposalReminder")).toMatchObject({
    change: "moved",
    id: reminder,
    was: old,
    timer: timers[old],
  });
});
