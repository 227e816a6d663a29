import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "#app/platform/ids.ts";
import { Hold, Resume } from "#workflows/onboarding/events.ts";
import { postedEvent } from "./event-form.server.ts";

const Few = z.discriminatedUnion("type", [Hold, Resume]);
const key = newId();
const posting = (fields: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });

test("a form becomes the event it names", async () => {
  const { event } = await postedEvent(posting({ type: "HOLD", reason: " Waiting for the PSP ", _key: key }), Few);
  expect(event).toEqual({ type: "HOLD", reason: "Waiting for the PSP" });
});

test("an event that the page may not cause is a problem, not an event", async () => {
  const { event, problem } = await postedEvent(posting({ type: "APPROVE_KYC", _key: key }), Few);
  expect(event).toBeNull();
  expect(problem).not.toBeNull();
});

test("what is missing is said at its field and what was typed is kept", async () => {
  const { problem } = await postedEvent(posting({ type: "HOLD", reason: "  ", _key: key }), Few);
  expect(problem).toEqual({ values: { type: "HOLD", reason: "  " }, errors: { reason: "reason.missing" } });
});

test("pressing twice is one event; saying something else from the same page is another", async () => {
  const keyOf = async (fields: Record<string, string>) =>
    (await postedEvent(posting({ ...fields, _key: key }), Few)).key;
  const first = await keyOf({ type: "HOLD", reason: "a" });
  expect(await keyOf({ type: "HOLD", reason: "a" })).toBe(first);
  expect(await keyOf({ type: "HOLD", reason: "b" })).not.toBe(first);
  expect(await keyOf({ type: "RESUME" })).not.toBe(first);
});

test.each<Record<string, string>>([{}, { _key: "" }, { _key: "7" }])(
  "a form without a key of ours (%o) is refused",
  async (keys) => {
    await expect(postedEvent(posting({ type: "RESUME", ...keys }), Few)).rejects.toMatchObject({ status: 400 });
  },
);
