import { expect, test } from "vitest";
import { channelSentBy } from "#workflows/channel/events.ts";
import { onboardingSentBy } from "#workflows/onboarding/events.ts";
import { eventsOf, internal, kindOf } from "./kinds.ts";
import { sentences } from "./sentences.ts";

const all = ["OPEN", "MIGRATE", ...Object.keys(onboardingSentBy), ...Object.keys(channelSentBy)].sort();

test("every event is of one kind and has a sentence in both languages", () => {
  expect(Object.values(eventsOf).flat().sort()).toEqual(all);
  for (const lang of ["ko", "en"] as const)
    expect(
      Object.keys(sentences[lang])
        .filter((key) => key !== "clock" && key !== "unknown")
        .sort(),
    ).toEqual(all);
});

test("a timer is a clock, whatever it is called", () => {
  expect(kindOf("xstate.after.replyDue.onboarding.advising")).toBe("clocks");
});

test("a merchant never reads an event that only staff weigh; what they themselves can send is never hidden from them", () => {
  const theirs = [...Object.entries(onboardingSentBy), ...Object.entries(channelSentBy)]
    .filter(([, roles]) => (roles as readonly string[]).includes("merchant"))
    .map(([type]) => type);
  expect(theirs.filter((type) => internal.includes(type))).toEqual([]);
  for (const type of internal) expect(all).toContain(type);
});
