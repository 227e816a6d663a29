import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Plain JavaScript for Node 20: it runs before anything else can (app/cli/ready.mjs).
const project = fileURLToPath(new URL("../..", import.meta.url));
const generated = join(project, "app/platform/db/generated");
const stamp = join(generated, "made-from");

/** What the client was or would be made from: the schema's files and Prisma's version. */
function source() {
  const folder = join(project, "prisma/schema");
  const hash = createHash("sha256").update(readFileSync(join(project, "node_modules/prisma/package.json")));
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/**
 * Makes the Prisma client when the schema has changed since the last time.
 *
 * @returns {boolean} whether it was made now
 */
export function generateClient() {
  const wanted = source();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  const prisma = createRequire(import.meta.url).resolve("prisma/package.json");
  const made = spawnSync(process.execPath, [join(dirname(prisma), "build/index.js"), "generate", "--no-hints"], {
    cwd: project,
    encoding: "utf8",
    // The CLI wants a native engine that `generate` never runs: see prisma.config.ts.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  });
  if (made.status !== 0)
    throw new Error(`The database client could not be made from prisma/schema:\n${made.stdout}${made.stderr}`);
  mkdirSync(generated, { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
