import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../calendar/day.ts";
import { ageOf, oldestIssueOn } from "./document-age.ts";

const threeMonths = { maxAgeMonths: 3, warnAfterDays: 60 };
const issued = (issuedOn: string | null, validUntilOn: string | null = null) => ({ issuedOn, validUntilOn });

test.each([
  ["2026-08-22", "2026-08-22", "ok"],
  ["2026-08-22", "2026-10-20", "ok"],
  ["2026-08-22", "2026-10-21", "warn"], // 60 days after
  ["2026-08-22", "2026-11-22", "warn"], // the last good day
  ["2026-08-22", "2026-11-23", "stale"],
  ["2026-11-30", "2027-02-28", "warn"], // no 30 February
  ["2026-11-30", "2027-03-01", "stale"],
  ["2026-11-23", "2026-11-22", "issuedInFuture"],
])("issued %s, received %s: %s", (issuedOn, on, state) => {
  expect(ageOf(issued(issuedOn), threeMonths, on).state).toBe(state);
});

test("without a date there is nothing to measure, which is said", () => {
  expect(ageOf(issued(null), threeMonths, "2026-11-22")).toEqual({ state: "dateMissing", lastGoodOn: null });
  expect(ageOf(issued(null), { maxAgeMonths: null, warnAfterDays: 60 }, "2026-11-22").state).toBe("ok");
});

test("a last day of its own counts as well, and the earlier one decides", () => {
  const none = { maxAgeMonths: null, warnAfterDays: 60 };
  expect(ageOf(issued(null, "2026-11-22"), none, "2026-11-22").state).toBe("ok");
  expect(ageOf(issued(null, "2026-11-21"), none, "2026-11-22").state).toBe("stale");
  expect(ageOf(issued("2026-11-01", "2026-11-30"), threeMonths, "2026-11-22").lastGoodOn).toBe("2026-11-30");
  expect(ageOf(issued("2026-11-01", "2027-11-30"), threeMonths, "2026-11-22").lastGoodOn).toBe("2027-02-01");
});

test("the oldest good date of issue is good, and the day before it is not", () => {
  const anyDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays("2024-01-01", n));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (on, maxAgeMonths) => {
      const oldest = oldestIssueOn(on, maxAgeMonths);
      const rule = { maxAgeMonths, warnAfterDays: 60 };
      expect(ageOf(issued(oldest), rule, on).state).not.toBe("stale");
      expect(ageOf(issued(addDays(oldest, -1)), rule, on).state).toBe("stale");
    }),
  );
});
