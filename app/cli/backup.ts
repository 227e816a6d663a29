import { existsSync } from "node:fs";
import { writeBackup } from "#app/platform/backup/write.server.ts";
import { FileRefused, fileAsked } from "./file-asked.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run backup -- FILE: the database as it is at this moment, in one file; people go on working meanwhile. Uploaded files and the keys
// they are sealed with lie elsewhere, and have to be kept, too.
await answering(async () => {
  const path = fileAsked("npm run backup -- gangway.backup");
  if (existsSync(path)) throw new FileRefused(`${path} is there already: a backup never writes over another.`);
  const { tables, chainHead } = await onDatabase(({ pool }) => writeBackup(pool, path, new Date()));
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  console.log(`${path}: ${rows} rows of ${Object.keys(tables).length} tables.`);
  console.log(
    "Not in it: uploaded files (S3, or the files folder in DATA_DIR) and the keys (ENCRYPTION_KEYS and SESSION_SECRET, or the",
  );
  console.log(
    "secrets in DATA_DIR). Keep the keys apart from the backup: without them nothing sealed can be read again.",
  );
  return { line: { backup: path, tables: Object.keys(tables).length, rows, chainHead }, holds: true };
});
