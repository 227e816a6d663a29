import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/** A migration that was applied has been rewritten since: this database belongs to another history. */
export class MigrationChanged extends Error {
  readonly migration: string;
  constructor(migration: string) {
    super(`The migration ${migration} has changed since it was applied to this database.`);
    this.name = "MigrationChanged";
    this.migration = migration;
  }
}

/** Any number; the same in every process that migrates. */
const LOCK = 7_314_205_117;

const checksum = (sql: string) => createHash("sha256").update(sql).digest("hex");

/** The migrations of a folder in their order: `NNNN_name/migration.sql`. */
export function migrationsIn(folder: string): { name: string; sql: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{4}_/.test(entry.name))
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings a database to the newest schema: the job queue's own tables, then what `folder` has and the database has not. Each
 * migration is one transaction with the note that it was applied; processes that start together wait for the first.
 *
 * @returns the names of the migrations applied now
 * @throws MigrationChanged when an applied one reads otherwise now; nothing is applied
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "gangway migrate",
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from schema_migration",
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    const migrations = migrationsIn(folder);
    for (const { name, sql } of migrations) {
      if (applied.has(name) && applied.get(name) !== checksum(sql)) throw new MigrationChanged(name);
    }
    await migrateQueue(url);
    const waiting = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end(); // gives the lock back, too
  }
}

async function apply(client: pg.Client, { name, sql }: { name: string; sql: string }): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into schema_migration (name, checksum) values ($1, $2)", [name, checksum(sql)]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
}

async function migrateQueue(url: string): Promise<void> {
  // Ours, so that it is really closed when the next step comes: the library does not wait for its own.
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: "gangway migrate" });
  // What breaks while idle shows with the next query; the library looks for both listeners.
  pool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
  } finally {
    await pool.end();
  }
}
