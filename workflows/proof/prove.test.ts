import { expect, test } from "vitest";
import { channelV1, laws, onboardingV1 } from "../law.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { killedBy, prove } from "./prove.ts";

const proven = laws.map((law) => ({ law, proof: prove(law) }));
const proofOf = (law: (typeof laws)[number]) => proven.find((one) => one.law === law)!.proof;

test("every promise of every machine version holds in every state that can be reached", () => {
  expect(proofOf(onboardingV1).states).toBeGreaterThan(10_000);
  expect(proofOf(channelV1).states).toBeGreaterThan(50);
});

test("every mistake in a channel's chart is found", () => {
  const mutants = mutantsOf(channelV1);
  expect(mutants.length).toBeGreaterThan(200);
  expect(mutants.filter((mutant) => killedBy(mutant, proofOf(channelV1)) === null).map(({ name }) => name)).toEqual([]);
}, 120_000);

test("walking only what a mistake touches finds what walking everything finds", () => {
  const found = (mutant: Mutant): string => {
    try {
      prove(mutant.law);
      return "";
    } catch (error) {
      return (error as Error).name;
    }
  };
  for (const mutant of mutantsOf(channelV1).filter((_, place) => place % 7 === 0)) {
    expect(found(mutant) !== "", mutant.name).toBe(killedBy(mutant, proofOf(channelV1)) !== null);
  }
}, 120_000);

test.each([
  ["application.kyc.approval APPROVE_KYC: guard isAnotherPerson dropped", "four eyes decide"],
  ["application.kyc.rejected APPEAL: transition removed", "every turn is somebody's"],
  ["APPROVE_KYC: a key may send it", "decisions are people's"],
  ["HAND_OVER: nobody may send it", "roles are in their place"],
])(
  '%s: found as a breach of "%s"',
  (name, promise) => {
    const mutant = mutantsOf(onboardingV1).find((one) => one.name === name);
    expect(killedBy(mutant!, proofOf(onboardingV1))).toBe(promise);
  },
  120_000,
);
