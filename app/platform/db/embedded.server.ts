import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binaries } from "./embedded/binaries.server.ts";
import { type Home, homeOf } from "./embedded/home.server.ts";
import { leasesIn } from "./embedded/leases.server.ts";
import { withFileLock } from "./embedded/lock.server.ts";
import { bareEnvironment, running, start, stop } from "./embedded/postmaster.server.ts";
import { EmbeddedRefused } from "./embedded/refused.ts";

export { EmbeddedRefused };

export interface EmbeddedOptions {
  /** The project's data folder (`DATA_DIR`); as root the data itself lies elsewhere, named after it. */
  dataDir: string;
  /** One server a name: `postgres` for the application, `tests` for tests. */
  name: string;
  /** Tests throw their data away: nothing is synced to disk, and data that no longer starts is made anew. */
  disposable?: boolean;
  /** Whose use keeps the server up; this process by default. */
  holder?: number;
}

export interface Embedded {
  /** An address for `openDb`; the database itself need not exist. */
  url(database: string): string;
  pid: number;
  /** Ends this use. The server itself stops with its last user. */
  release(): Promise<void>;
}

/**
 * A real PostgreSQL from the npm package of this platform, on a free port of loopback, with a random password. Processes of
 * the same checkout share it; one left over by a killed process is taken over.
 *
 * @throws EmbeddedRefused with a sentence for the person at the keyboard
 */
export async function embeddedPostgres(options: EmbeddedOptions): Promise<Embedded> {
  const home = homeOf(options.dataDir, options.name);
  const holder = options.holder ?? process.pid;
  const leases = leasesIn(join(home.folder, "leases"));
  const locked = <T>(work: () => Promise<T>) => withFileLock(join(home.folder, "lock"), work);

  return locked(async () => {
    const password = secretIn(home);
    const server = (await running(home, password)) ?? (await bringUp(home, password, options.disposable ?? false));
    leases.take(holder);
    return {
      url: (database) => `postgresql://gangway:${password}@127.0.0.1:${server.port}/${database}`,
      pid: server.pid,
      release: () =>
        locked(async () => {
          if (!leases.release(holder)) await stop(server.pid);
        }),
    };
  });
}

async function bringUp(home: Home, password: string, disposable: boolean) {
  const { initdb, postgres } = binaries(home.shelf, home.runAs !== null);
  const settings: Record<string, string> = disposable
    ? {
        fsync: "off",
        synchronous_commit: "off",
        full_page_writes: "off",
        max_wal_size: "4GB",
        max_connections: "300",
        shared_buffers: "128MB",
      }
    : { max_connections: "120", shared_buffers: "128MB" };
  if (!existsSync(home.data)) makeData(home, initdb, password);
  try {
    return await start(home, postgres, password, settings);
  } catch (error) {
    if (!disposable) throw error;
    rmSync(home.data, { recursive: true, force: true });
    makeData(home, initdb, password);
    return start(home, postgres, password, settings);
  }
}

/** Makes the data folder under another name first, so that one half made is never taken for a whole. */
function makeData(home: Home, initdb: string, password: string): void {
  const draft = join(home.folder, "draft");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.runAs) for (const path of [draft, passwordFile]) chownSync(path, home.runAs.uid, home.runAs.gid);
  const data = join(draft, "data");
  const made = spawnSync(
    initdb,
    // C.UTF-8 is built in since 17: the same order on every machine, whatever its locales.
    [
      "-D",
      data,
      "-U",
      "gangway",
      `--pwfile=${passwordFile}`,
      "-A",
      "scram-sha-256",
      "-E",
      "UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
      "--no-instructions",
    ],
    { ...home.runAs, cwd: "/", env: bareEnvironment, encoding: "utf8" },
  );
  if (made.status !== 0) {
    const reason = made.error?.message ?? (made.stderr.trim().split("\n").at(-1) || `code ${made.status}`);
    rmSync(draft, { recursive: true, force: true });
    throw new EmbeddedRefused(`The embedded PostgreSQL could not make its data folder in ${home.folder}: ${reason}`);
  }
  rmSync(home.data, { recursive: true, force: true });
  renameSync(data, home.data);
  rmSync(draft, { recursive: true, force: true });
}

/** The server's password: made once, kept where only we read it. */
function secretIn(home: Home): string {
  const path = join(home.folder, "password");
  if (existsSync(path)) return readFileSync(path, "utf8");
  if (existsSync(home.data)) {
    throw new EmbeddedRefused(
      `The password of the embedded database is missing (${path}): put it back, or move ${home.data} away to begin anew.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(path, password, { mode: 0o600 });
  return password;
}

/** Whether a process uses such a server: for the one who tidies up after others. */
export const isHeld = ({ dataDir, name, holder = process.pid }: EmbeddedOptions): boolean =>
  existsSync(join(homeOf(dataDir, name).folder, "leases", String(holder)));
