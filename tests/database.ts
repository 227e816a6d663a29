import { test as plain } from "vitest";
import { openDb } from "#app/platform/db/db.server.ts";
import { openTestServer, RUN, type TestServer } from "./support/server.ts";

let opening: Promise<TestServer> | undefined;
let made = 0;

/**
 * A test with a database of its own, cloned from the migrated template and dropped afterwards:
 *
 *     import { test } from "#tests/database.ts";
 *     test("a refused event leaves no trace", async ({ db, pool }) => { … });
 *
 * `databaseUrl` is its address, for what opens connections by itself. A test that names none of them starts no server.
 */
export const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that this needs no other fixture.
  .extend("databaseUrl", async ({}, { onCleanup }) => {
    opening ??= openTestServer();
    const { server, admin, template } = await opening;
    const name = `test_${process.env[RUN] ?? process.pid}_${process.pid}_${++made}`;
    await admin.query(`create database ${name} template ${template}`);
    onCleanup(async () => {
      await admin.query(`drop database if exists ${name} with (force)`);
    });
    return server.url(name);
  })
  .extend("connection", async ({ databaseUrl }, { onCleanup }) => {
    const connection = openDb(databaseUrl, { max: 8 });
    onCleanup(() => connection.close());
    return connection;
  })
  .extend("db", ({ connection }) => connection.db)
  .extend("pool", ({ connection }) => connection.pool);
