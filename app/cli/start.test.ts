import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test as plain } from "vitest";
import { Settings } from "#app/platform/config/settings.server.ts";
import { homeOf } from "#app/platform/db/embedded/home.server.ts";
import { isAlive } from "#app/platform/db/embedded/life.server.ts";
import { embeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { test as withDatabase } from "#tests/database.ts";
import { running } from "#tests/support/process.ts";
import { buildWhenChanged } from "./build-when-changed.ts";

// Starts what a person starts, as they do: real processes, a real build, a real database.

/** No setting of the developer's own `.env` or shell: an empty one counts as absent, and hides the file's. */
const unset = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, ""]));

const gangway = (dataDir: string, what: string[] = [], env: Record<string, string> = {}) =>
  running("node", ["app/cli/ready.mjs", "app/cli/start.ts", ...what], {
    env: { ...unset, DATA_DIR: dataDir, PORT: "0", PREBUILT: "true", ...env },
  });

type Gangway = ReturnType<typeof gangway>;

const address = async (started: Gangway) => (await started.says(/Pages +(http:\S+)/))[1]!;

/** The database's process, as its own file names it. */
function databaseOf(dataDir: string): number | null {
  const file = join(homeOf(dataDir, "postgres").data, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50)) if (!isAlive(pid)) return true;
  return false;
}

// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that this needs no other fixture.
const test = plain.extend("dataDir", async ({}, { onCleanup }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "gangway-start-"));
  onCleanup(async () => {
    const database = databaseOf(dataDir);
    if (database && isAlive(database)) {
      process.kill(database, "SIGQUIT");
      await gone(database, 5_000);
    }
    for (const folder of [join(homeOf(dataDir, "postgres").folder, ".."), dataDir])
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  return dataDir;
});

const patience = { timeout: 180_000 };

// Once for all, so that a source that changes meanwhile does not send every start to the builder.
beforeAll(() => buildWhenChanged(process.cwd()), 300_000);

test(
  "it starts, says where it is, starts again without building, and stops with all it started",
  patience,
  async ({ dataDir }) => {
    const first = gangway(dataDir, [], { PREBUILT: "" });
    const url = await address(first);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<html");
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(first.output()).toContain(`${url}/dev/mail`);
    const database = databaseOf(dataDir)!;
    first.child.kill("SIGINT");
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(isAlive(database)).toBe(false);
    expect(existsSync(join(homeOf(dataDir, "postgres").data, "postmaster.pid"))).toBe(false);

    // How long it takes is said by the command itself; a test on a busy machine would measure the machine.
    const again = gangway(dataDir, [], { PREBUILT: "" });
    expect((await fetch(await address(again))).status).toBe(200);
    expect(again.output()).not.toContain("Pages built");
    again.child.kill("SIGTERM");
    expect(await again.ended).toEqual({ code: 0, signal: null });
  },
);

test(
  "killed outright, whoever is killed, it leaves nothing that blocks the next start",
  patience,
  async ({ dataDir }) => {
    // The script that started it dies: everything else stops by itself, cleanly.
    const one = gangway(dataDir);
    const url = await address(one);
    const database = databaseOf(dataDir)!;
    one.child.kill("SIGKILL");
    expect(await gone(database, 20_000)).toBe(true);
    await expect(fetch(url)).rejects.toThrow();

    // The house itself dies and leaves its database behind: the next start takes it over.
    const two = gangway(dataDir);
    await address(two);
    const left = databaseOf(dataDir)!;
    process.kill(childOf(two.child.pid!), "SIGKILL");
    expect((await two.ended).code).not.toBe(0);
    expect(isAlive(left)).toBe(true);

    const three = gangway(dataDir);
    expect((await fetch(await address(three))).status).toBe(200);
    expect(databaseOf(dataDir)).toBe(left);
    three.child.kill("SIGINT");
    expect(await three.ended).toEqual({ code: 0, signal: null });
    expect(isAlive(left)).toBe(false);
  },
);

/** The process that a process started. */
function childOf(pid: number): number {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return Number(table.map((line) => line.trim().split(/\s+/)).find(([, parent]) => Number(parent) === pid)?.[0]);
}

test("Ctrl-C while it is still starting stops it too", patience, async ({ dataDir }) => {
  const started = gangway(dataDir);
  await expect.poll(() => databaseOf(dataDir), { timeout: 120_000 }).not.toBeNull();
  started.child.kill("SIGINT");
  expect(await started.ended).toEqual({ code: 0, signal: null });
  const database = databaseOf(dataDir);
  expect(database === null || !isAlive(database)).toBe(true);
});

withDatabase(
  "web and worker run apart on one database, and each stops by itself",
  patience,
  async ({ databaseUrl, pool }) => {
    const dataDir = mkdtempSync(join(tmpdir(), "gangway-start-"));
    const [web, worker] = [
      gangway(dataDir, ["web"], { DATABASE_URL: databaseUrl }),
      gangway(dataDir, ["worker"], { DATABASE_URL: databaseUrl }),
    ];
    expect((await fetch(await address(web))).status).toBe(200);
    await worker.says("is up");
    const workers = async () =>
      (
        await pool.query(
          "select count(*)::int as n from pg_stat_activity where query ilike '%listen \"jobs:insert\"%' and datname = current_database() and pid <> pg_backend_pid()",
        )
      ).rows[0].n;
    await expect.poll(workers, { timeout: 20_000 }).toBe(1);
    worker.child.kill("SIGTERM");
    expect(await worker.ended).toEqual({ code: 0, signal: null });
    expect((await fetch(`${await address(web)}/readyz`)).status).toBe(200);
    web.child.kill("SIGTERM");
    expect(await web.ended).toEqual({ code: 0, signal: null });
    rmSync(dataDir, { recursive: true, force: true });
  },
);

async function refusal(started: Gangway): Promise<string[]> {
  expect(await started.ended).toEqual({ code: 1, signal: null });
  return started
    .output()
    .trim()
    .split("\n")
    .filter((line) => line !== "Pages built.");
}

test("a port that is taken is one sentence", patience, async ({ dataDir }) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  expect(await refusal(gangway(dataDir, [], { PORT: String(port) }))).toEqual([
    `The port ${port} is taken: stop what listens there, or choose another with PORT=${port + 1} npm start.`,
  ]);
  expect(databaseOf(dataDir)).toBeNull();
  other.close();
});

test("a database that cannot be reached is one sentence", patience, async ({ dataDir }) => {
  expect(
    await refusal(gangway(dataDir, [], { DATABASE_URL: "postgresql://gangway:hunter2@127.0.0.1:9/gangway" })),
  ).toEqual(["The database gangway at 127.0.0.1:9 cannot be reached: nobody answers there. Check DATABASE_URL."]);
});

test("a data folder that cannot be written to is one sentence", patience, async ({ dataDir }) => {
  const file = join(dataDir, "file");
  writeFileSync(file, "");
  expect(await refusal(gangway(join(file, "data")))).toEqual([
    expect.stringMatching(
      /^The folder .*file\/data cannot be written to \(ENOTDIR\): free it, or name another one in DATA_DIR\.$/,
    ),
  ]);
});

test("an embedded server that refuses is one sentence", patience, async ({ dataDir }) => {
  await (await embeddedPostgres({ dataDir, name: "postgres" })).release();
  writeFileSync(join(homeOf(dataDir, "postgres").data, "PG_VERSION"), "12\n");
  const lines = await refusal(gangway(dataDir));
  expect(lines).toEqual([
    expect.stringMatching(
      /^The embedded PostgreSQL did not start .* Its log \(.*postgres\.log\) ends: .*not compatible/,
    ),
  ]);
});

test(
  "production without its secrets names each in a sentence of its own and makes nothing",
  patience,
  async ({ dataDir }) => {
    const lines = await refusal(gangway(join(dataDir, "none"), [], { GANGWAY_MODE: "production" }));
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "SESSION_SECRET",
      "ENCRYPTION_KEYS",
      "PUBLIC_URL",
      "SMTP_URL",
      "MAIL_FROM",
    ]);
    expect(existsSync(join(dataDir, "none"))).toBe(false);
  },
);
