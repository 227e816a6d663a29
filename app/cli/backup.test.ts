import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { expect } from "vitest";
import { verifyAll } from "#app/engine/index.server.ts";
import { BackupRefused, readBackup } from "#app/platform/backup/read.server.ts";
import { tablesOf } from "#app/platform/backup/tables.server.ts";
import { writeBackup } from "#app/platform/backup/write.server.ts";
import { openDb } from "#app/platform/db/db.server.ts";
import { migrate } from "#app/platform/db/migrate.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test as base } from "#tests/database.ts";
import { walk } from "#tests/walk.ts";

/** A migrated database on the same server that nobody has used, and a folder. */
const test = base
  .extend("empty", async ({ databaseUrl }, { onCleanup }) => {
    const url = new URL(databaseUrl);
    const name = `${url.pathname.slice(1)}_restored`;
    const admin = new pg.Client({ connectionString: databaseUrl });
    await admin.connect();
    await admin.query(`create database ${name}`);
    url.pathname = name;
    await migrate(url.href, "prisma/migrations");
    const open = openDb(url.href, { max: 4 });
    onCleanup(async () => {
      await open.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    });
    return open;
  })
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that this needs no other fixture.
  .extend("file", ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "gangway-backup-"));
    onCleanup(() => rmSync(folder, { recursive: true }));
    return join(folder, "gangway.backup");
  });

const now = () => new Date("2026-11-23T01:00:00.000Z");

/** A case under way with jobs that wait, and rows whose values are easily lost on the way. */
async function filled(pool: pg.Pool) {
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed();
  await journey.accepted();
  await journey.handedIn();
  await pool.query(
    "insert into users (id, name, email, created_at, updated_at, kind) values ($1, $2, 'a@b.example', now(), '2026-11-23 01:00:00.123+00', 'merchant')",
    [newId(), '가나 "다" \\ , (x)\n\t'],
  );
  return journey;
}

/** Every row of every table, as PostgreSQL prints it, under one hash a table. */
async function contentOf(pool: pg.Pool): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const { name } of await tablesOf(pool)) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    content[name] = `${rows.length} ${createHash("sha256").update(JSON.stringify(rows)).digest("hex")}`;
  }
  return content;
}

test("a backup laid into an empty server is the same database: every row, every head, every job that waits", async ({
  pool,
  empty,
  file,
}) => {
  const journey = await filled(pool);
  const before = await contentOf(pool);
  const end = await writeBackup(pool, file, now());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(end.tables["graphile_worker._private_jobs"]).toBeGreaterThan(0);

  expect(await readBackup(empty.pool, file)).toEqual(end);
  expect(await contentOf(empty.pool)).toEqual(before);
  for await (const { mismatch } of verifyAll(empty.pool)) expect(mismatch).toBeNull();
  // Its counters go on where they stood, and its log still lets nobody in behind the door.
  await empty.pool.query("select graphile_worker.add_job('nothing')");
  await expect(empty.pool.query("update log_entry set actor_id = 'x'")).rejects.toThrow("append-only");
  const { rows } = await empty.pool.query("select public_id from subject where id = $1", [journey.caseId]);
  expect(rows).toHaveLength(1);
});

test("what is written while a backup is made is not half in it", async ({ pool, empty, file }) => {
  await filled(pool);
  let stopped = false;
  const writing = (async () => {
    while (!stopped) await (await walk({ pool, now })).inquired();
  })();
  await writeBackup(pool, file, now());
  stopped = true;
  await writing;
  await readBackup(empty.pool, file);
  for await (const { mismatch } of verifyAll(empty.pool)) expect(mismatch).toBeNull();
});

test("a file that is cut, changed or of another version is refused, and nothing of it stays", async ({
  pool,
  empty,
  file,
}) => {
  await filled(pool);
  await writeBackup(pool, file, now());
  const whole = gunzipSync(readFileSync(file)).toString();
  const lines = whole.split("\n");
  const spoilt: Record<string, Buffer> = {
    "cut off": readFileSync(file).subarray(0, -200),
    "no end": gzipSync(lines.slice(0, -2).join("\n").concat("\n")),
    "a row less": gzipSync(lines.toSpliced(lines.findIndex((line) => line.includes("subject")) + 1, 1).join("\n")),
    "another head": gzipSync(whole.replace(/"chainHead":"./, '"chainHead":"_')),
    "another version": gzipSync(whole.replace("0001_init ", "0001_else ")),
    "no backup": Buffer.from("hello"),
  };
  for (const [what, bytes] of Object.entries(spoilt)) {
    const path = `${file}.${what.replaceAll(" ", "-")}`;
    writeFileSync(path, bytes);
    await expect(readBackup(empty.pool, path), what).rejects.toThrow(BackupRefused);
  }
  const { rows } = await empty.pool.query("select count(*)::int as n from subject");
  expect(rows[0].n).toBe(0);
  await expect(readBackup(pool, file)).rejects.toThrow("in use");
});
