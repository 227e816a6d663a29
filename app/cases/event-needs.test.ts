import { expect, test } from "vitest";
import { ChannelEvent } from "#workflows/channel/events.ts";
import { OnboardingEvent } from "#workflows/onboarding/events.ts";
import { eventNeeds, grave, isSimple } from "./event-needs.ts";

const takes = (event: object) => OnboardingEvent.safeParse(event).success || ChannelEvent.safeParse(event).success;

test.each(Object.entries(eventNeeds))("%s can be sent by itself with %s", (type, needs) => {
  expect(takes({ type })).toBe(needs === "nothing");
  expect(takes({ type, reason: "because" })).toBe(true);
});

test("every event that needs nothing or a reason is in the table", () => {
  const all = [...OnboardingEvent.options, ...ChannelEvent.options].map(({ shape }) => shape.type.value);
  const news = ["ACTIVATE", "CASE_APPROVED", "CASE_MOVED", "CASE_ENDED"]; // one machine telling another
  const simple = all.filter((type) => takes({ type, reason: "because" }) && !news.includes(type));
  // The objection to a site report is optional, but it is a field of its own.
  expect(simple.filter((type) => type !== "SUBMIT_SITE").sort()).toEqual(Object.keys(eventNeeds).sort());
});

test("only what can be sent by itself is called grave", () => {
  for (const event of grave) expect(isSimple(event)).toBe(true);
});
