import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { birthOf } from "./life.server.ts";

/**
 * Runs `work` while no other process of this machine does so under the same `path`. The holder stands in the file with its
 * birth: a lock whose holder died, however it died, is taken over.
 *
 * @param signal ends the waiting, with its reason; not the work
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const own = `${path}.${process.pid}.${crypto.randomUUID()}`;
  const line = `${process.pid} ${birthOf(process.pid)} ${own}`;
  writeFileSync(own, line, { mode: 0o600 });
  try {
    while (!take(own, path)) {
      signal?.throwIfAborted();
      breakIfStale(path);
      await sleep(20 + Math.random() * 30);
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    if (read(path) === line) rmSync(path, { force: true });
  }
}

function take(own: string, path: string): boolean {
  try {
    linkSync(own, path); // link fails when the name is taken: test and set in one call
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function breakIfStale(path: string): void {
  const seen = read(path);
  if (seen === null) return;
  const [pid = "", birth = ""] = seen.split(" ");
  if (birthOf(Number(pid)) === birth) return;
  const aside = `${path}.stale.${crypto.randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else was quicker
  }
  // Between reading and renaming another process may have broken the lock and taken it: give it back.
  if (read(aside) !== seen) {
    try {
      linkSync(aside, path);
    } catch {}
  }
  rmSync(aside, { force: true });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
