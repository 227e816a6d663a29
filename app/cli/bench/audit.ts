import { verifiedBy } from "../audit-threads.ts";
import { fillLog } from "../sample-log.ts";
import { throwawayDatabase } from "../throwaway-database.ts";

// npm run bench -- audit [--quick]: one million log entries of whole voyages (a tenth with --quick), then what audit:verify does.

const AIM = 100_000;

/** @returns how many entries a second are hashed, refolded and compared */
export async function bench({ quick }: { quick: boolean }) {
  await using open = await throwawayDatabase({ max: 4 });
  const wanted = quick ? 100_000 : 1_000_000;
  const filling = performance.now();
  const cases = await fillLog(open.pool, wanted);
  console.log(`${cases} cases filled in ${((performance.now() - filling) / 1000).toFixed(1)} s.`);
  // As in a database that has been running for a while.
  await open.pool.query("vacuum analyze");

  const began = performance.now();
  const { subjects, entries, broken } = await verifiedBy(open.pool, open.url);
  const seconds = (performance.now() - began) / 1000;
  const entriesPerSecond = Math.round(entries / seconds);
  console.log(`${subjects} charts refolded from ${entries} entries in ${seconds.toFixed(2)} s.`);
  for (const { subject, mismatch } of broken.slice(0, 5)) console.log(`${subject}: ${mismatch}`);

  // A chain that nobody looked at would be whole as well: one entry is changed behind the log's back, and has to be found.
  const { rows } = await open.pool.query("select subject_id, seq from log_entry where seq > 3 order by hash limit 1");
  await open.pool.query("alter table log_entry disable trigger user");
  await open.pool.query(
    "update log_entry set actor_id = 'mallory' where subject_id = $1 and seq = $2",
    Object.values(rows[0]),
  );
  const after = await verifiedBy(open.pool, open.url);
  const isFound =
    after.broken.length === 1 &&
    after.broken[0]!.subject === rows[0].subject_id &&
    after.broken[0]!.brokenAt === rows[0].seq;
  console.log(isFound ? "One changed entry was found, and named." : "ONE CHANGED ENTRY WAS NOT FOUND.");
  return {
    cases,
    entries,
    mismatches: broken.length,
    seconds: Math.round(seconds * 100) / 100,
    entriesPerSecond,
    holds: broken.length === 0 && isFound && entries >= wanted && (quick || entriesPerSecond >= AIM),
  };
}
