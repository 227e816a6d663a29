import { expect, test } from "vitest";
import { channelSentBy } from "#workflows/channel/events.ts";
import { onboardingSentBy } from "#workflows/onboarding/events.ts";
import { staffRoles } from "#workflows/roles.ts";
import { placeOf } from "./places.ts";

test("whatever staff may send has a page on which it is sent", () => {
  const isStaff = (role: string) => (staffRoles as readonly string[]).includes(role);
  const theirs = [...Object.entries(onboardingSentBy), ...Object.entries(channelSentBy)]
    .filter(([, roles]) => roles.some(isStaff))
    .map(([event]) => event);
  expect(Object.keys(placeOf).sort()).toEqual(theirs.sort());
});
