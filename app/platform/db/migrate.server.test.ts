import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect } from "vitest";
import { test as base } from "#tests/database.ts";
import { MigrationChanged, migrate, migrationsIn } from "./migrate.server.ts";

/** A database that nothing was ever done to, on the same server, and a folder of migrations. */
const test = base.extend("empty", async ({ databaseUrl }, { onCleanup }) => {
  const url = new URL(databaseUrl);
  const name = `${url.pathname.slice(1)}_empty`;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  onCleanup(async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  url.pathname = name;
  const folder = mkdtempSync(join(tmpdir(), "gangway-migrations-"));
  const write = (migration: string, sql: string) => {
    mkdirSync(join(folder, migration), { recursive: true });
    writeFileSync(join(folder, migration, "migration.sql"), sql);
  };
  return { url: url.href, folder, write };
});

async function rows(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("every migration of the project applies to an empty database, once", async ({ empty: { url } }) => {
  const names = migrationsIn("prisma/migrations").map(({ name }) => name);
  expect(await migrate(url, "prisma/migrations")).toEqual(names);
  expect(await migrate(url, "prisma/migrations")).toEqual([]);
  expect(names[0]).toBe("0001_init");
  expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
});

test("the job queue is there before the first migration, so that triggers may add jobs", async ({
  empty: { url, folder, write },
}) => {
  write("0001_job", "select graphile_worker.add_job('hello', '{}'::json);");
  await migrate(url, folder);
  expect(await rows(url, "select task_identifier as task from graphile_worker.jobs")).toEqual([{ task: "hello" }]);
});

test("six processes that start together apply each migration once", async ({ empty: { url, folder, write } }) => {
  write("0001_a", "create table a (n int); select pg_sleep(0.3);");
  write("0002_b", "insert into a values (1);");
  const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(url, folder)));
  expect(applied.flat().toSorted()).toEqual(["0001_a", "0002_b"]);
  expect(await rows(url, "select * from a")).toEqual([{ n: 1 }]);
});

test("a migration that fails leaves nothing of itself, says which it was, and runs again when it is mended", async ({
  empty: { url, folder, write },
}) => {
  write("0001_a", "create table a (n int);");
  write("0002_b", "insert into a values (1); insert into nowhere values (1);");
  await expect(migrate(url, folder)).rejects.toThrow(/0002_b failed: relation "nowhere" does not exist/);
  expect(await rows(url, "select * from a")).toEqual([]);
  write("0002_b", "insert into a values (2);");
  expect(await migrate(url, folder)).toEqual(["0002_b"]);
  expect(await rows(url, "select * from a")).toEqual([{ n: 2 }]);
});

test("an applied migration that reads otherwise now stops everything, before anything new is applied", async ({
  empty: { url, folder, write },
}) => {
  write("0001_a", "create table a (n int);");
  await migrate(url, folder);
  write("0001_a", "create table a (n bigint);");
  write("0002_b", "insert into a values (1);");
  const failure = await migrate(url, folder).catch((error) => error);
  expect(failure).toBeInstanceOf(MigrationChanged);
  expect(failure.migration).toBe("0001_a");
  expect(await rows(url, "select * from a")).toEqual([]);
});

test("only folders named like migrations count", ({ empty: { folder, write } }) => {
  write("0002_b", "");
  write("0001_a", "");
  write("notes", "");
  cpSync("package.json", join(folder, "0003_file"));
  expect(migrationsIn(folder).map(({ name }) => name)).toEqual(["0001_a", "0002_b"]);
});
