import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf } from "./life.server.ts";

/** Who uses a server: one file a process, so that the last one to leave can put out the light. */
export interface Leases {
  take(pid: number): void;
  /** @returns whether living processes still hold the server */
  release(pid: number): boolean;
}

export function leasesIn(folder: string): Leases {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isHeld = (name: string) => birthOf(Number(name)) === readFileSync(join(folder, name), "utf8");
  return {
    take: (pid) => writeFileSync(join(folder, String(pid)), birthOf(pid) ?? "", { mode: 0o600 }),
    release(pid) {
      rmSync(join(folder, String(pid)), { force: true });
      // The dead leave their files behind: swept up here.
      for (const name of readdirSync(folder)) if (!isHeld(name)) rmSync(join(folder, name), { force: true });
      return readdirSync(folder).length > 0;
    },
  };
}
