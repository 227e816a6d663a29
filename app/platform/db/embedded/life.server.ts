import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process was born, in whatever unit its system counts; null when it is gone or only waits to be buried.
 * Process ids are used again: id and birth together name one process for good.
 */
export function birthOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The second field is the program's name in brackets and may hold blanks.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  try {
    const [state, ...birth] = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .split(/\s+/);
    return !state || state.startsWith("Z") ? null : birth.join(" ");
  } catch {
    return null;
  }
}

export const isAlive = (pid: number): boolean => birthOf(pid) !== null;

/** The command line of a process, or "" when it is gone. */
export function commandOf(pid: number): string {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
