import { checkpointKeys, verifyHeads } from "#app/audit/index.server.ts";
import { parseConfig, readEnvironment } from "#app/platform/config/config.server.ts";
import { verifiedBy } from "./audit-threads.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run audit:verify: recomputes every case and channel from its log and compares it with its row; then holds the log against the
// hourly checkpoints that were signed of it.
await answering(() =>
  onDatabase(async ({ pool, url }) => {
    const began = performance.now();
    const { subjects, entries, broken } = await verifiedBy(pool, url);
    const seconds = (performance.now() - began) / 1000;
    for (const { subject, mismatch, brokenAt } of broken)
      console.log(`${subject}: ${mismatch}${brokenAt ? ` (entry ${brokenAt})` : ""}`);
    const signed = await verifyHeads(pool, checkpointKeys(parseConfig(readEnvironment(process.cwd()), process.cwd())));
    for (const sentence of signed.broken) console.log(sentence);
    const { rows } = await pool.query<{ cases: number }>(
      "select count(*)::int as cases from subject where kind = 'onboarding'",
    );
    const cases = rows[0]!.cases;
    const chains = broken.filter(({ brokenAt }) => brokenAt !== null).length;
    const mismatches = broken.length - chains;
    const brokenChains = chains + signed.broken.length;
    console.log(
      `${cases} cases and ${subjects - cases} channels checked, ${entries} entries refolded in ${seconds.toFixed(2)} s.`,
    );
    return {
      line: {
        ...{ cases, entries, mismatches, brokenChains, entriesPerSecond: Math.round(entries / seconds) },
        checkpoints: signed.checkpoints,
      },
      holds: mismatches + brokenChains === 0,
    };
  }),
);
