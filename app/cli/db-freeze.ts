import { mkdirSync, writeFileSync } from "node:fs";
import { embeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { schemaSql } from "#app/platform/db/schema-sql.server.ts";
import { generateClient } from "./generate-client.mjs";

/**
 * Until the first release there is one migration made from the schema, rewritten by this command; after it, changes are
 * migrations of their own.
 */
generateClient();
const server = await embeddedPostgres({ dataDir: ".data", name: "tests", disposable: true });
const sql = await schemaSql("prisma/schema", server.url("postgres")).finally(server.release);
mkdirSync("prisma/migrations/0001_init", { recursive: true });
writeFileSync(
  "prisma/migrations/0001_init/migration.sql",
  `-- Made from prisma/schema by \`npm run db:freeze\`: do not edit.\n\n${sql}`,
);
console.log(`prisma/migrations/0001_init/migration.sql: ${sql.split("\n").length} lines`);
