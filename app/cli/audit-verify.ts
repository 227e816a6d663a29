import { verifyAll } from "#app/engine/index.server.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run audit:verify: recomputes every case and channel from its log and compares it with its row.
await answering(() =>
  onDatabase(async ({ pool }) => {
    const began = performance.now();
    let subjects = 0;
    let entries = 0;
    let mismatches = 0;
    let brokenChains = 0;
    for await (const verdict of verifyAll(pool)) {
      subjects++;
      entries += verdict.entries;
      if (verdict.brokenAt !== null) brokenChains++;
      else if (verdict.mismatch) mismatches++;
      if (verdict.mismatch)
        console.log(`${verdict.subject}: ${verdict.mismatch}${verdict.brokenAt ? ` (entry ${verdict.brokenAt})` : ""}`);
    }
    const seconds = (performance.now() - began) / 1000;
    const { rows } = await pool.query<{ cases: number }>(
      "select count(*)::int as cases from subject where kind = 'onboarding'",
    );
    const cases = rows[0]!.cases;
    console.log(
      `${cases} cases and ${subjects - cases} channels checked, ${entries} entries refolded in ${seconds.toFixed(2)} s.`,
    );
    return {
      line: { cases, entries, mismatches, brokenChains, entriesPerSecond: Math.round(entries / seconds) },
      holds: mismatches === 0 && brokenChains === 0,
    };
  }),
);
