import pg from "pg";
import { generateClient } from "#app/cli/generate-client.mjs";
import { isAlive } from "#app/platform/db/embedded/life.server.ts";
import { embeddedPostgres, isHeld } from "#app/platform/db/embedded.server.ts";
import { RUN, testServer } from "./server.ts";

/**
 * Before a run of Vitest: the Prisma client is made anew when the schema changed. After it: what the run, or a killed one
 * before it, left on the database server is dropped, and the server stops when nobody else uses it. A run that asked for
 * no database starts none.
 */
export default function setup() {
  process.env[RUN] = String(process.pid);
  generateClient();
  return async () => {
    if (!isHeld(testServer)) return;
    const server = await embeddedPostgres(testServer);
    await sweep(server.url("postgres")).finally(server.release);
  };
}

async function sweep(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string; used: string | null }>(
      "select datname as name, shobj_description(oid, 'pg_database') as used from pg_database where datname ~ '^(test|template)_'",
    );
    for (const { name, used } of rows) {
      const [kind, run] = name.split("_");
      const isLeft = kind === "test" ? Number(run) === process.pid || !isAlive(Number(run)) : isOld(used);
      if (isLeft) await admin.query(`drop database if exists ${name} with (force)`);
    }
  } finally {
    await admin.end();
  }
}

/** Templates of schemas that nobody has asked for in six hours; a draft has no date and is made anew by whoever needs it. */
const isOld = (used: string | null) => used !== null && Date.now() - Date.parse(used) > 6 * 3_600_000;
