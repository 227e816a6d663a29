import fc from "fast-check";
import { expect, test } from "vitest";
import { findOwners } from "./owners.ts";
import type { Holding, OwnershipFacts } from "./ownership.ts";

const korean = { ownerThresholdPercent: 25, lookThroughSteps: 2 };

/** `kim:60 lee:40`, `kim>Hold:100 Hold:30`: capitals are companies, `x>Y:n` a share in Y, `x:n` in the merchant. */
function facts(chart: string, more: Partial<OwnershipFacts> = {}): OwnershipFacts {
  const holdings = chart
    .split(" ")
    .filter(Boolean)
    .map((entry): Holding => {
      const [, holder = "", of = "m", percent = ""] = /^(\w+?)(?:>(\w+))?:([\d.]+)$/.exec(entry) ?? [];
      return { holder, of, percent: Number(percent) };
    });
  const ids = new Set(holdings.flatMap(({ holder, of }) => [holder, of]));
  ids.delete("m");
  return {
    merchantId: "m",
    isSoleProprietor: false,
    actsForAnother: false,
    merchantExempt: false,
    parties: [...ids].map((id) => ({ id, kind: /^[A-Z]/.test(id) ? "company" : "person" })),
    holdings,
    controls: [],
    representatives: ["rep"],
    shortfallExplained: true,
    ...more,
  };
}
const ask = (chart: string, more: Partial<OwnershipFacts> = {}, policy = korean) => {
  const { owners, step, principal, findings, exempt } = findOwners(facts(chart, more), policy);
  return {
    owners: owners.map(({ personId, percent, because }) => `${personId} ${percent} ${because}`),
    findings: findings.map(({ finding, partyId }) => `${finding} ${partyId}`),
    step,
    principal,
    exempt,
  };
};

test("everybody with a quarter or more is recorded, and the largest is the answer", () => {
  expect(ask("kim:30 lee:45 park:25")).toMatchObject({
    owners: ["lee 45 directShare", "kim 30 directShare", "park 25 directShare"],
    step: 1,
    principal: "lee",
    findings: [],
  });
});

test.each([
  ["24.99 % is less than a quarter", "kim:24.99 lee:75.01", ["lee 75.01 directShare"]],
  [
    "a third and a third are counted as written",
    "kim:33.33 lee:33.33 park:33.34",
    ["park 33.34 directShare", "kim 33.33 directShare", "lee 33.33 directShare"],
  ],
  [
    "one company is looked through",
    "Hold:100 kim>Hold:60 lee>Hold:40",
    ["kim 60 chainOfShares", "lee 40 chainOfShares"],
  ],
  [
    "a quarter of a company that has a quarter is a chain, though it is little of the whole",
    "Hold:30 lee:70 kim>Hold:50 park>Hold:50",
    ["lee 70 directShare", "kim 15 chainOfShares", "park 15 chainOfShares"],
  ],
  ["once more", "A:100 B>A:100 kim>B:100", ["kim 100 chainOfShares"]],
  [
    "small shares on several ways add up",
    "kim:15 Hold:20 lee:65 kim>Hold:100",
    ["lee 65 directShare", "kim 35 sharesTogether"],
  ],
])("%s", (_, chart, owners) => {
  expect(ask(chart)).toMatchObject({ owners, step: 1, findings: [] });
});

test("a threshold of a tenth finds more", () => {
  expect(ask("kim:12 lee:88", {}, { ...korean, ownerThresholdPercent: 10 }).owners).toHaveLength(2);
});

test("nobody with a quarter: the largest holder, and who appoints or controls", () => {
  const small = "a:20 b:20 c:15 d:15 e:15 f:15";
  expect(ask(small)).toMatchObject({ step: 2, owners: ["a 20 largestHolder", "b 20 largestHolder"] });
  const controls = [{ personId: "z", by: "appointsMajority" as const }];
  expect(ask("", { controls })).toMatchObject({ step: 2, owners: ["z null appointsMajority"] });
  expect(ask("A:20 b:15 c>A:100").owners).toContain("c null largestHolder");
});

test("nobody at all: the representative", () => {
  expect(ask("")).toMatchObject({ step: 3, owners: ["rep null representative"] });
  expect(ask("Fund:100", { parties: [{ id: "Fund", kind: "company", exempt: true }] })).toMatchObject({ step: 3 });
  expect(ask("", { representatives: [] })).toMatchObject({ step: null, findings: ["nobodyFound m"] });
});

test("exempt bodies are not looked behind; a proprietor owns himself unless acting for another", () => {
  expect(ask("kim:100", { merchantExempt: true })).toMatchObject({ exempt: true, owners: [], step: null });
  expect(ask("", { isSoleProprietor: true })).toMatchObject({ owners: ["rep 100 self"], step: 1 });
  expect(ask("kim:100", { isSoleProprietor: true, actsForAnother: true }).owners).toEqual(["kim 100 directShare"]);
});

test.each([
  ["more than all of it", "kim:60 lee:50", ["moreThanAll m"]],
  ["more than all of a company above", "Hold:100 kim>Hold:60 lee>Hold:50", ["moreThanAll Hold"]],
  ["a share of nothing", "kim:0 lee:100", ["shareOutOfRange kim"]],
  ["one holder twice", "kim:30 kim:30 lee:40", ["holdingTwice kim"]],
  ["a company nobody stands behind", "Hold:100", ["holdersUnknown Hold"]],
  ["a circle", "A:100 B>A:100 A>B:100", ["circular A"]],
  ["a circle through the merchant", "A:100 m>A:100", ["circular m"]],
])("%s is found", (_, chart, findings) => {
  expect(ask(chart).findings).toEqual(findings);
});

test("what hides an owner keeps the representative from answering instead", () => {
  expect(ask("Hold:100")).toMatchObject({ owners: [], step: null });
  expect(ask("A:100 B>A:100 A>B:100")).toMatchObject({ owners: [], step: null });
});

test("a rest that is not explained is said, and does not block", () => {
  const read = ask("kim:60", { shortfallExplained: false });
  expect(read).toMatchObject({ step: 1, findings: ["unexplainedRest m"] });
});

test("more layers than are looked through are named; the share still counts when it is large enough in all", () => {
  const deep = ask("A:100 B>A:100 C>B:100 kim>C:100");
  expect(deep.findings).toEqual(["tooManyLayers C"]);
  expect(deep.owners).toEqual(["kim 100 sharesTogether"]);
});

const chart = fc.array(
  fc.record({
    holder: fc.constantFrom("a", "b", "c", "A", "B", "C"),
    of: fc.constantFrom("m", "A", "B", "C"),
    percent: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 12 },
);

test("any chart at all is answered: an owner, a reason why not, or an exemption; and only people own", () => {
  fc.assert(
    fc.property(chart, (holdings) => {
      const base = facts("a:1 b:1 c:1 A:1 B:1 C:1");
      const result = findOwners({ ...base, holdings }, korean);
      expect(result.owners.length > 0 || result.findings.some(({ blocks }) => blocks)).toBe(true);
      for (const { personId } of result.owners) expect(personId).toMatch(/^([abc]|rep)$/);
      const direct = holdings.filter(({ of, holder, percent }) => of === "m" && percent >= 25 && /[abc]/.test(holder));
      for (const { holder } of direct) expect(result.owners.map(({ personId }) => personId)).toContain(holder);
    }),
    { numRuns: 3_000 },
  );
});
