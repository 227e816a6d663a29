import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "#app/platform/db/embedded/lock.server.ts";

/** The pages could not be built; what the builder said stands in the message. */
export class BuildFailed extends Error {
  constructor(output: string) {
    super(`The pages could not be built:\n${output.trim()}`);
    this.name = "BuildFailed";
  }
}

const SOURCES = [
  "app",
  "workflows",
  "emails",
  "public",
  "package-lock.json",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
];
// What no page is made of: tests, and the commands themselves.
const isBuilt = (path: string) => !/\.test\.tsx?$|^app\/cli\/|^app\/platform\/db\/generated\/made-from$/.test(path);

/**
 * Builds pages and server into `build/` when a source changed since the last time; two commands at once build once.
 *
 * @param signal stops waiting and building
 * @returns whether it was built now
 * @throws BuildFailed
 */
export function buildWhenChanged(project: string, signal?: AbortSignal): Promise<boolean> {
  mkdirSync(join(project, ".cache"), { recursive: true });
  const work = async () => {
    const stamp = join(project, "build/made-from");
    for (let attempt = 1; ; attempt++) {
      const wanted = fingerprint(project);
      if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return attempt > 1;
      rmSync(stamp, { force: true }); // what is half built is nothing
      try {
        await build(project, signal);
        writeFileSync(stamp, wanted);
        return true;
      } catch (error) {
        // Browser and server are built one after the other: a file that came in between fits only one of them.
        if (signal?.aborted || attempt === 3 || fingerprint(project) === wanted) throw error;
      }
    }
  };
  return withFileLock(join(project, ".cache/build.lock"), work, signal);
}

async function build(project: string, signal?: AbortSignal): Promise<void> {
  const builder = spawn(process.execPath, [join(project, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"], {
    cwd: project,
    env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  builder.on("error", () => {}); // an abort comes as one; the end tells the rest
  let output = "";
  for (const stream of [builder.stdout, builder.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code, killedBy] = (await once(builder, "close")) as [number | null, string | null];
  if (code !== 0) throw new BuildFailed(killedBy ? `the builder was stopped (${killedBy})` : output);
}

function fingerprint(project: string): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    if (isBuilt(path))
      hash
        .update(path)
        .update("\0")
        .update(readFileSync(join(project, path)));
  };
  for (const source of SOURCES.filter((name) => existsSync(join(project, name)))) {
    if (source.includes(".")) add(source);
    else for (const path of filesBelow(project, source)) add(path);
  }
  return hash.digest("hex");
}

function* filesBelow(project: string, folder: string): Generator<string> {
  const entries = readdirSync(join(project, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(project, path);
    else yield path;
  }
}
