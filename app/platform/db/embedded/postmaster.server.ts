import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Home } from "./home.server.ts";
import { commandOf, isAlive } from "./life.server.ts";
import { EmbeddedRefused } from "./refused.ts";

/** A running server. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Nothing of ours: the server must not see the secrets in our environment. */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production", // means nothing to a database; the framework's types want it in every environment
};

/** What the server's own file says of the server that runs on this data, or did when it was killed. */
function noted(home: Home): Postmaster | null {
  try {
    const [pid, , , port] = readFileSync(join(home.data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return null;
  }
}

/**
 * The server that already runs on this data, left by a process that was killed or shared with one that lives. One that
 * runs but does not answer is stopped; the file of one that is gone is removed.
 */
export async function running(home: Home, password: string): Promise<Postmaster | null> {
  const found = noted(home);
  if (!found) return null;
  // After a crash another program may have got the same id: ours names the data folder in its command line.
  if (!isAlive(found.pid) || !commandOf(found.pid).includes(home.data)) {
    rmSync(join(home.data, "postmaster.pid"), { force: true });
    return null;
  }
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline && isAlive(found.pid)) {
    const now = noted(home); // the port is written a moment after the id
    if (now?.port && (await answers(now.port, password))) return now;
    await sleep(100);
  }
  await stop(found.pid);
  return null;
}

/** Starts a server on a free port of loopback and waits until it answers. */
export async function start(
  home: Home,
  program: string,
  password: string,
  settings: Record<string, string>,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const log = openSync(home.log, "w", 0o600);
    const all = {
      listen_addresses: "127.0.0.1",
      port: String(port),
      unix_socket_directories: "",
      timezone: "UTC",
      ...settings,
    };
    const child = spawn(
      program,
      ["-D", home.data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        ...home.runAs,
        cwd: "/",
        env: bareEnvironment,
        stdio: ["ignore", log, log],
        // Its own group: Ctrl-C in the terminal is ours to answer, and others may go on using the server after us.
        detached: true,
      },
    );
    closeSync(log);
    let ended: string | null = null;
    child.once("error", (error) => (ended = error.message));
    child.once("exit", (code, signal) => (ended ??= `ended with ${signal ?? `code ${code}`}`));
    child.unref();

    const deadline = Date.now() + 120_000; // recovery after a crash takes as long as it takes
    while (!ended && Date.now() < deadline) {
      if (await answers(port, password)) return { pid: child.pid!, port };
      await sleep(25);
    }
    if (!ended && child.pid) await stop(child.pid);
    // Somebody else may have taken the port in between, or the children of a killed server are still leaving.
    const mayPass = /address already in use|could not bind|shared memory block|lock file .* already exists/i;
    if (attempt === 40 || !mayPass.test(lastWords(home))) {
      throw new EmbeddedRefused(`The embedded PostgreSQL did not start (${ended ?? "no answer"}). ${lastWords(home)}`);
    }
    await sleep(250);
  }
}

/** Ends a server: first with open sessions cut and everything written, at last at once. */
export async function stop(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(20))
      if (!isAlive(pid)) return;
  }
}

export function lastWords(home: Home): string {
  try {
    const lines = readFileSync(home.log, "utf8").trim().split("\n");
    return `Its log (${home.log}) ends: ${lines.slice(-3).join(" / ")}`;
  } catch {
    return `Its log would be ${home.log}.`;
  }
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "gangway",
    password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
