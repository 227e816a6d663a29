import { readBackup } from "#app/platform/backup/read.server.ts";
import { verifiedBy } from "./audit-threads.ts";
import { fileAsked } from "./file-asked.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run restore -- FILE: lays a backup into an empty database, counts its rows, and verifies every log in it.
await answering(async () => {
  const path = fileAsked("npm run restore -- gangway.backup");
  return onDatabase(async ({ pool, url }) => {
    const { tables, chainHead } = await readBackup(pool, path);
    const { entries, broken } = await verifiedBy(pool, url);
    for (const { subject, mismatch } of broken) console.log(`${subject}: ${mismatch}`);
    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
    console.log(`${rows} rows of ${Object.keys(tables).length} tables are back; ${entries} log entries refolded.`);
    return {
      line: { restored: path, tables: Object.keys(tables).length, rows, chainHead, entries, mismatches: broken.length },
      holds: broken.length === 0,
    };
  });
});
