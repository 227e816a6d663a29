import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type Embedded, embeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { migrate } from "#app/platform/db/migrate.server.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const migrations = join(project, "prisma/migrations");

/** Names the run in the databases it makes, so that what a killed run left behind can be told from what is in use. */
export const RUN = "GANGWAY_TEST_RUN";

export interface TestServer {
  server: Embedded;
  /** To the database `postgres`: makes and drops the others. */
  admin: pg.Pool;
  template: string;
}

/** Shared by everybody who tests this checkout; data that a power cut spoils is made anew. */
export const testServer = { dataDir: join(project, ".data"), name: "tests", disposable: true };

/** One server for every run on this machine, held by the run (not by its workers, which come and go). */
export async function openTestServer(): Promise<TestServer> {
  const run = Number(process.env[RUN] ?? process.pid);
  const server = await embeddedPostgres({ ...testServer, holder: run });
  const admin = new pg.Pool({ connectionString: server.url("postgres"), max: 2, allowExitOnIdle: true });
  admin.on("error", () => {});
  return { server, admin, template: await templateOf(server, admin) };
}

/** A migrated database, named after what made it: a changed schema makes a new one, an unchanged schema none. */
async function templateOf(server: Embedded, admin: pg.Pool): Promise<string> {
  const name = `template_${fingerprint()}`;
  const client = await admin.connect();
  try {
    // Several workers ask at once: the first makes it.
    await client.query("select pg_advisory_lock(hashtext('template'))");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (!rowCount) {
      await client.query(`drop database if exists ${name}_draft with (force)`);
      await client.query(`create database ${name}_draft`);
      await migrate(server.url(`${name}_draft`), migrations);
      await client.query(`alter database ${name}_draft rename to ${name}`);
    }
    await client.query(`comment on database ${name} is '${new Date().toISOString()}'`);
    return name;
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('template'))");
    client.release();
  }
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of ["app/platform/db/migrate.server.ts", "node_modules/graphile-worker/package.json"]) {
    hash.update(readFileSync(join(project, file)));
  }
  for (const name of readdirSync(migrations).sort()) {
    hash.update(name).update(readFileSync(join(migrations, name, "migration.sql")));
  }
  return hash.digest("hex").slice(0, 16);
}
