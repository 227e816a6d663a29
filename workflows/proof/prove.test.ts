import { expect, test } from "vitest";
import { channelV1, onboardingV1 } from "../law.ts";
import { mutantsOf } from "./mutants.ts";
import { killedBy, prove } from "./prove.ts";

test("every promise of a case holds in every state that can be reached", () => {
  expect(prove(onboardingV1).states).toBeGreaterThan(10_000);
}, 120_000);

test("every promise of a channel holds, and every mistake in its chart is found", () => {
  expect(prove(channelV1).states).toBeGreaterThan(50);
  const mutants = mutantsOf(channelV1);
  expect(mutants.length).toBeGreaterThan(200);
  expect(mutants.filter((mutant) => killedBy(mutant) === null).map(({ name }) => name)).toEqual([]);
}, 120_000);

test("a case in which one person may recommend and approve is found by name", () => {
  const mutant = mutantsOf(onboardingV1).find(
    ({ name }) => name.includes("guard isAnotherPerson dropped") && name.includes("APPROVE_KYC"),
  );
  expect(killedBy(mutant!)).toBe("four eyes decide");
}, 120_000);
