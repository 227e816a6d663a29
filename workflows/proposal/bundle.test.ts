import fc from "fast-check";
import { expect, test } from "vitest";
import { type BundleInstance, bruteForce, compareScores, evaluate, solveBundle } from "./bundle.ts";

/** Few different costs and days on purpose: ties are where a search goes wrong. */
const instances = (minCandidates: number, maxCandidates: number, maxWants: number) =>
  fc
    .record({
      wants: fc.integer({ min: 0, max: maxWants }),
      candidates: fc.array(
        fc.record({
          fixedMinor: fc.constantFrom(0, 0, 0, 5, 30),
          days: fc.constantFrom(0, 10, 10, 12, 15),
          carries: fc.array(
            fc.tuple(fc.nat(maxWants), fc.constantFrom(10, 10, 12, 20, 40), fc.constantFrom(0, 0, 1, 3)),
            {
              maxLength: 6,
              size: "max",
            },
          ),
        }),
        { minLength: minCandidates, maxLength: maxCandidates, size: "max" },
      ),
      furtherDays: fc.constantFrom(0, 2),
      maxChannels: fc.option(fc.nat(5), { nil: undefined }),
    })
    .map(
      ({ wants, candidates, furtherDays, maxChannels }): BundleInstance => ({
        wants,
        furtherDays,
        maxChannels,
        candidates: candidates.map(({ fixedMinor, days, carries }, place) => ({
          key: `C${place}`,
          fixedMinor,
          days,
          carries: new Map(
            carries.flatMap(([want, costMinor, doubts]) => (want < wants ? [[want, { costMinor, doubts }]] : [])),
          ),
        })),
      }),
    );

test("no subset of the channels is better than the bundle that is found", () => {
  fc.assert(
    fc.property(instances(0, 10, 9), (instance) => {
      const found = solveBundle(instance);
      expect(found.score).toEqual(bruteForce(instance).score);
      expect(evaluate(instance, found.chosen)).toEqual(found);
    }),
    { numRuns: 2_000 },
  );
});

test("it stays right with as many as fifteen channels", () => {
  fc.assert(
    fc.property(instances(13, 15, 12), (instance) => {
      expect(solveBundle(instance).score).toEqual(bruteForce(instance).score);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("more that may be chosen from never makes the answer worse", () => {
  fc.assert(
    fc.property(instances(1, 9, 8), (instance) => {
      const fewer = { ...instance, candidates: instance.candidates.slice(1) };
      expect(compareScores(solveBundle(instance).score, solveBundle(fewer).score)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

const channel = (key: string, costs: [number, number][], { doubts = 0, fixedMinor = 0 } = {}) => ({
  key,
  fixedMinor,
  days: 15,
  carries: new Map(costs.map(([want, costMinor]) => [want, { costMinor, doubts }])),
});

test("one contract for all beats two that cost the same", () => {
  const instance = {
    wants: 2,
    furtherDays: 2,
    candidates: [
      channel("A", [[0, 5]]),
      channel("B", [[1, 5]]),
      channel("AB", [
        [0, 5],
        [1, 5],
      ]),
    ],
  };
  expect(solveBundle(instance).chosen).toEqual([2]);
});

test("a second contract is taken when it saves more than it costs", () => {
  const both = channel("AB", [
    [0, 50],
    [1, 50],
  ]);
  const cheap = (fixedMinor: number) => channel("A", [[0, 10]], { fixedMinor });
  const chosen = (fixedMinor: number) =>
    solveBundle({ wants: 2, furtherDays: 2, candidates: [both, cheap(fixedMinor)] }).chosen;
  expect(chosen(39)).toEqual([0, 1]);
  expect(chosen(40)).toEqual([0]);
});

test("covering one wish more is worth any price", () => {
  const instance = {
    wants: 2,
    furtherDays: 0,
    candidates: [
      channel("A", [[0, 1]]),
      channel("B", [
        [0, 1e12],
        [1, 1e12],
      ]),
    ],
  };
  expect(solveBundle(instance).score.covered).toBe(2);
});

test("among equals the one with fewer doubts is taken", () => {
  const instance = {
    wants: 1,
    furtherDays: 0,
    candidates: [channel("A", [[0, 5]], { doubts: 2 }), channel("B", [[0, 5]], { doubts: 1 })],
  };
  expect(solveBundle(instance).chosen).toEqual([1]);
});

test("nothing wanted, or nothing on offer, is an empty bundle", () => {
  expect(solveBundle({ wants: 0, furtherDays: 2, candidates: [] }).score).toEqual({
    covered: 0,
    costMinor: 0,
    days: 0,
    channels: 0,
    doubts: 0,
  });
  expect(solveBundle({ wants: 3, furtherDays: 2, candidates: [] }).carriedBy).toEqual([null, null, null]);
});
