import { expect, test } from "vitest";
import { countsOf, lineOf } from "./test-counts.ts";

const file = (...statuses: string[]) => ({
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status) => ({ status })),
});

test.each([
  {
    what: "all passed",
    report: [file("passed", "passed"), file("passed")],
    code: 0,
    counts: { passed: 3, failed: 0, skipped: 0 },
  },
  { what: "one failed", report: [file("passed", "failed")], code: 1, counts: { passed: 1, failed: 1, skipped: 0 } },
  {
    what: "skipped and planned ones",
    report: [file("passed", "skipped", "pending", "todo")],
    code: 0,
    counts: { passed: 1, failed: 0, skipped: 3 },
  },
  {
    what: "a file that could not be loaded",
    report: [file("passed"), { status: "failed", assertionResults: [] }],
    code: 1,
    counts: { passed: 1, failed: 1, skipped: 0 },
  },
  {
    what: "a file whose clearing up failed",
    report: [{ status: "failed", assertionResults: [{ status: "passed" }] }],
    code: 1,
    counts: { passed: 1, failed: 1, skipped: 0 },
  },
  {
    what: "an error outside of any test",
    report: [file("passed")],
    code: 1,
    counts: { passed: 1, failed: 1, skipped: 0 },
  },
  { what: "a run that was killed", report: [file("passed")], code: null, counts: { passed: 1, failed: 1, skipped: 0 } },
  { what: "nothing at all", report: [], code: 0, counts: { passed: 0, failed: 1, skipped: 0 } },
])("$what is counted as it is", ({ report, code, counts }) => {
  expect(countsOf({ testResults: report }, code)).toEqual(counts);
});

test("the last line is the one that others read", () => {
  expect(lineOf({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(lineOf({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});
