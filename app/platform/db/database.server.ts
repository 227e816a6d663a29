import { join } from "node:path";
import pg from "pg";
import type { Config } from "../config/config.server.ts";
import { embeddedPostgres } from "./embedded.server.ts";
import { MigrationChanged, migrate } from "./migrate.server.ts";

/** The database cannot be had; the message is one sentence for the person who typed the command, without the password. */
export class DatabaseUnreachable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseUnreachable";
  }
}

export interface OpenDatabase extends AsyncDisposable {
  url: string;
  /** Migrations applied now. */
  applied: string[];
  /** What an unfitting older database was renamed to, in development. */
  setAside: string | null;
}

/**
 * The database that the settings name, or the embedded one; there, migrated, and let go of when disposed.
 *
 * @param projectDir holds `prisma/migrations`
 * @throws DatabaseUnreachable, EmbeddedRefused, MigrationChanged: each a sentence for the person at the keyboard
 */
export async function openDatabase(
  config: Pick<Config, "databaseUrl" | "dataDir" | "mode">,
  projectDir: string,
): Promise<OpenDatabase> {
  const migrations = join(projectDir, "prisma/migrations");
  if (config.databaseUrl) {
    const url = config.databaseUrl;
    await assertReachable(url);
    return { url, applied: await migrate(url, migrations), setAside: null, async [Symbol.asyncDispose]() {} };
  }
  const server = await embeddedPostgres({ dataDir: config.dataDir, name: "postgres" });
  try {
    const url = server.url("gangway");
    await ensure(server.url("postgres"), "gangway");
    const result = await migrateOrSetAside(url, server.url("postgres"), migrations, config.mode);
    return { url, ...result, [Symbol.asyncDispose]: () => server.release() };
  } catch (error) {
    await server.release();
    throw error;
  }
}

async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  const { host, pathname } = new URL(url);
  const where = `${pathname.slice(1) || "(no name)"} at ${host || "the local socket"}`;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (version < 15)
      throw new DatabaseUnreachable(`The database ${where} is PostgreSQL ${version}: Gangway needs 15 or newer.`);
  } catch (cause) {
    if (cause instanceof DatabaseUnreachable) throw cause;
    throw new DatabaseUnreachable(`The database ${where} cannot be reached: ${reasonOf(cause)}. Check DATABASE_URL.`, {
      cause,
    });
  } finally {
    await client.end().catch(() => {});
  }
}

function reasonOf(cause: unknown): string {
  const { code = "", message = "" } = cause as { code?: string; message?: string };
  const known: Record<string, string> = {
    ECONNREFUSED: "nobody answers there",
    ENOTFOUND: "the host is not known",
    ETIMEDOUT: "no answer in time",
    "28P01": "user or password is refused",
    "28000": "the server lets this user in from elsewhere only",
    "3D000": "there is no database of that name",
  };
  return known[code] ?? (message || code || "unknown reason").replace(/\.$/, "");
}

async function ensure(admin: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('databases'))");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/** Until the first release the first migration is rewritten: development keeps the old database by another name and begins anew. */
async function migrateOrSetAside(url: string, admin: string, migrations: string, mode: Config["mode"]) {
  try {
    return { applied: await migrate(url, migrations), setAside: null };
  } catch (error) {
    if (!(error instanceof MigrationChanged) || mode === "production") throw error;
    const setAside = `gangway_until_${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)}`;
    const client = new pg.Client({ connectionString: admin });
    await client.connect();
    try {
      await client.query(`alter database gangway rename to ${setAside}`);
    } finally {
      await client.end();
    }
    await ensure(admin, "gangway");
    return { applied: await migrate(url, migrations), setAside };
  }
}
