import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type OpenDb, openDb } from "#app/platform/db/db.server.ts";
import { embeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { migrate } from "#app/platform/db/migrate.server.ts";

/** A server with one migrated database, gone afterwards: what a benchmark measures must not depend on what was there before. */
export async function throwawayDatabase(options: { max: number }): Promise<OpenDb & { url: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), "gangway-bench-"));
  const server = await embeddedPostgres({ dataDir, name: "bench" });
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("create database bench");
  await admin.end();
  const url = server.url("bench");
  await migrate(url, join(process.cwd(), "prisma/migrations"));
  const open = openDb(url, options);
  const close = async () => {
    await open.close();
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...open, url, close, [Symbol.asyncDispose]: close };
}
