import { verifiedBy } from "./audit-threads.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run audit:verify: recomputes every case and channel from its log and compares it with its row.
await answering(() =>
  onDatabase(async ({ pool, url }) => {
    const began = performance.now();
    const { subjects, entries, broken } = await verifiedBy(pool, url);
    const seconds = (performance.now() - began) / 1000;
    for (const { subject, mismatch, brokenAt } of broken)
      console.log(`${subject}: ${mismatch}${brokenAt ? ` (entry ${brokenAt})` : ""}`);
    const { rows } = await pool.query<{ cases: number }>(
      "select count(*)::int as cases from subject where kind = 'onboarding'",
    );
    const cases = rows[0]!.cases;
    const brokenChains = broken.filter(({ brokenAt }) => brokenAt !== null).length;
    const mismatches = broken.length - brokenChains;
    console.log(
      `${cases} cases and ${subjects - cases} channels checked, ${entries} entries refolded in ${seconds.toFixed(2)} s.`,
    );
    return {
      line: { cases, entries, mismatches, brokenChains, entriesPerSecond: Math.round(entries / seconds) },
      holds: broken.length === 0,
    };
  }),
);
