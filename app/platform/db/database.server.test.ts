import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test as plain } from "vitest";
import { test } from "#tests/database.ts";
import { DatabaseUnreachable, openDatabase } from "./database.server.ts";

const config = (databaseUrl: string) => ({
  databaseUrl,
  dataDir: mkdtempSync(join(tmpdir(), "gangway-db-")),
  mode: "production" as const,
});

test("a database that is named is migrated and used as it is", async ({ databaseUrl }) => {
  await using database = await openDatabase(config(databaseUrl), process.cwd());
  expect(database).toMatchObject({ url: databaseUrl, applied: [], setAside: null });
});

plain("a database that nobody serves is said in a sentence without its password", async () => {
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address() as AddressInfo;
      server.close(() => resolve(address));
    });
  });
  const failure = await openDatabase(
    config(`postgresql://gangway:hunter2@127.0.0.1:${port}/gangway`),
    process.cwd(),
  ).catch((error) => error);
  expect(failure).toBeInstanceOf(DatabaseUnreachable);
  expect(failure.message).toBe(
    `The database gangway at 127.0.0.1:${port} cannot be reached: nobody answers there. Check DATABASE_URL.`,
  );
});

test("a refused password and an unknown database are told apart", async ({ databaseUrl }) => {
  const wrong = new URL(databaseUrl);
  wrong.password = "hunter2";
  await expect(openDatabase(config(wrong.href), process.cwd())).rejects.toThrow(/user or password is refused/);
  const unknown = new URL(databaseUrl);
  unknown.pathname = "/nowhere";
  await expect(openDatabase(config(unknown.href), process.cwd())).rejects.toThrow(/there is no database of that name/);
});

test("a history that was rewritten stops production and touches nothing", async ({ databaseUrl }) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("update schema_migration set checksum = 'other' where name = '0001_init'");
  await client.end();
  await expect(openDatabase(config(databaseUrl), process.cwd())).rejects.toThrow(
    /0001_init has changed since it was applied/,
  );
});
