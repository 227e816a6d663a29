import { z } from "zod";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of Vitest's JSON report. */
const Report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts a run. A file that could not even be loaded is one failure; so is a run that ended badly although every test
 * passed (an error outside of any test), and a run in which nothing ran at all.
 *
 * @param report of Vitest's JSON reporter
 * @param code the exit code of Vitest
 */
export function countsOf(report: unknown, code: number | null): Counts {
  const { testResults } = Report.parse(report);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const passed = tests.filter((status) => status === "passed").length;
  const failed = tests.filter((status) => status === "failed").length + broken;
  const skipped = tests.length - passed - (failed - broken);
  const isSilentFailure = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: failed + (isSilentFailure ? 1 : 0), skipped };
}

export const lineOf = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
