import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test as plain } from "vitest";
import { running } from "#tests/support/process.ts";
import { homeOf } from "./embedded/home.server.ts";
import { isAlive } from "./embedded/life.server.ts";
import { EmbeddedRefused, embeddedPostgres } from "./embedded.server.ts";

const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that this needs no other fixture.
  .extend("dataDir", async ({}, { onCleanup }) => {
    // As a clone in somebody's own folder: nobody else may enter.
    const dataDir = mkdtempSync(join(tmpdir(), "gangway-embedded-"));
    onCleanup(async () => {
      const { folder } = homeOf(dataDir, "postgres");
      const pid = pidIn(folder);
      if (pid && isAlive(pid)) process.kill(pid, "SIGQUIT");
      rmSync(join(folder, ".."), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      rmSync(dataDir, { recursive: true, force: true });
    });
    return dataDir;
  });

const pidIn = (folder: string): number | null => {
  const file = join(folder, "data", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
};

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

/** Another process that opens the server, says so, and waits to be told or killed. */
const holder = (dataDir: string) =>
  running("node", [
    "--input-type=module",
    "-e",
    `import { embeddedPostgres } from ${JSON.stringify(join(process.cwd(), "app/platform/db/embedded.server.ts"))};
     const server = await embeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, name: "postgres" });
     process.on("SIGTERM", () => server.release().then(() => process.exit(0)));
     console.log("up as " + server.pid + ".");
     setInterval(() => {}, 1000);`,
  ]);

const upAs = async (process: ReturnType<typeof holder>) => Number((await process.says(/up as (\d+)\./))[1]);

test("a server is there, is PostgreSQL 18, and is gone when its only user leaves", async ({ dataDir }) => {
  const server = await embeddedPostgres({ dataDir, name: "postgres" });
  const [row] = await query(
    server.url("postgres"),
    "select current_setting('server_version') as v, current_setting('listen_addresses') as l, pg_is_in_recovery() as r",
  );
  expect(row).toMatchObject({ v: expect.stringMatching(/^18\./), l: "127.0.0.1", r: false });
  await server.release();
  expect(isAlive(server.pid)).toBe(false);
});

test("a wrong password is refused, and the right one lies where only we read it", async ({ dataDir }) => {
  const server = await embeddedPostgres({ dataDir, name: "postgres" });
  const wrong = new URL(server.url("postgres"));
  wrong.password = "wrong";
  await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  const { folder } = homeOf(dataDir, "postgres");
  expect(statSync(join(folder, "password")).mode & 0o077).toBe(0);
  expect(statSync(join(folder, "data")).mode & 0o077).toBe(0);
  await server.release();
});

test("what was written is there at the next start", async ({ dataDir }) => {
  const first = await embeddedPostgres({ dataDir, name: "postgres" });
  await query(first.url("postgres"), "create table kept as select 42 as answer");
  await first.release();
  const second = await embeddedPostgres({ dataDir, name: "postgres" });
  expect(await query(second.url("postgres"), "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.release();
});

test("four processes that start at once share one server, which goes with the last", async ({ dataDir }) => {
  const holders = [1, 2, 3, 4].map(() => holder(dataDir));
  const pids = await Promise.all(holders.map(upAs));
  expect(new Set(pids).size).toBe(1);
  for (const [index, one] of holders.entries()) {
    expect(isAlive(pids[0]!), `before ${index} left`).toBe(true);
    one.child.kill("SIGTERM");
    expect(await one.ended).toMatchObject({ code: 0 });
  }
  expect(isAlive(pids[0]!)).toBe(false);
});

test("a server whose user was killed is taken over, and stops with its new user", async ({ dataDir }) => {
  const killed = holder(dataDir);
  const pid = await upAs(killed);
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(isAlive(pid)).toBe(true);
  const server = await embeddedPostgres({ dataDir, name: "postgres" });
  expect(server.pid).toBe(pid);
  await server.release();
  expect(isAlive(pid)).toBe(false);
});

test("after everything was killed the next start finds the data and only that", async ({ dataDir }) => {
  const killed = holder(dataDir);
  const pid = await upAs(killed);
  process.kill(pid, "SIGKILL");
  killed.child.kill("SIGKILL");
  await killed.ended;
  const { folder } = homeOf(dataDir, "postgres");
  expect(pidIn(folder)).toBe(pid); // the file that a killed server leaves
  const server = await embeddedPostgres({ dataDir, name: "postgres" });
  expect(server.pid).not.toBe(pid);
  expect(await query(server.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  await server.release();
});

test("a note of a server whose process id now belongs to another program blocks nothing", async ({ dataDir }) => {
  const first = await embeddedPostgres({ dataDir, name: "postgres" });
  await first.release();
  const { folder } = homeOf(dataDir, "postgres");
  writeFileSync(
    join(folder, "data", "postmaster.pid"),
    `${process.pid}\n${folder}/data\n1\n5432\n\n127.0.0.1\n0\nready\n`,
  );
  const server = await embeddedPostgres({ dataDir, name: "postgres" });
  expect(server.pid).not.toBe(process.pid);
  await server.release();
});

test("a lock and a half-made data folder of a killed process block nothing", async ({ dataDir }) => {
  const { folder } = homeOf(dataDir, "postgres");
  writeFileSync(join(folder, "lock"), "999999 1 x");
  mkdirSync(join(folder, "draft", "data"), { recursive: true });
  writeFileSync(join(folder, "draft", "data", "PG_VERSION"), "18\n");
  const server = await embeddedPostgres({ dataDir, name: "postgres" });
  expect(existsSync(join(folder, "draft"))).toBe(false);
  await server.release();
});

test("data that cannot be read is refused in a sentence that says where to look", async ({ dataDir }) => {
  const first = await embeddedPostgres({ dataDir, name: "postgres" });
  await first.release();
  const { folder } = homeOf(dataDir, "postgres");
  writeFileSync(join(folder, "data", "PG_VERSION"), "12\n");
  const failure = await embeddedPostgres({ dataDir, name: "postgres" }).catch((error) => error);
  expect(failure).toBeInstanceOf(EmbeddedRefused);
  expect(failure.message).toContain(join(folder, "postgres.log"));

  const again = await embeddedPostgres({ dataDir, name: "postgres", disposable: true }); // a test's data is made anew
  expect(await query(again.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  await again.release();
});

test("a umask that lets nobody else read does not keep the server out", async ({ dataDir }) => {
  const before = process.umask(0o077);
  try {
    const server = await embeddedPostgres({ dataDir, name: "postgres" });
    expect(await query(server.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
    await server.release();
  } finally {
    process.umask(before);
  }
});

test("a lost password is said, not papered over", async ({ dataDir }) => {
  const first = await embeddedPostgres({ dataDir, name: "postgres" });
  await first.release();
  rmSync(join(homeOf(dataDir, "postgres").folder, "password"));
  await expect(embeddedPostgres({ dataDir, name: "postgres" })).rejects.toThrow(
    /password of the embedded database is missing/,
  );
});
