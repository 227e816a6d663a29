import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { EmbeddedRefused } from "./refused.ts";

/** Where one embedded server lives, and as whom. */
export interface Home {
  /** Ours alone: password, lock, leases. */
  folder: string;
  /** The server's data. */
  data: string;
  log: string;
  /** Where copies of the programs may lie. */
  shelf: string;
  /** PostgreSQL refuses to run as root: then it runs as `nobody`. */
  runAs: { uid: number; gid: number } | null;
}

/**
 * As an ordinary user everything lies in `dataDir/name`. As root the server is another user, who cannot enter a clone in
 * root's own folder: then it lies under /var/lib (or the folder for temporary files), named after `dataDir`.
 *
 * @throws EmbeddedRefused when no folder can be written to
 */
export function homeOf(dataDir: string, name: string): Home {
  const isRoot = process.getuid?.() === 0;
  const runAs = isRoot ? nobody() : null;
  const base = runAs ? join(publicFolder(), `gangway-${hash(resolve(dataDir))}`) : resolve(dataDir);
  const folder = join(base, name);
  try {
    mkdirSync(folder, { recursive: true });
    // Whatever the umask says: the server's user must be able to walk through to its data, and no further.
    if (runAs) for (const path of [base, folder]) chmodSync(path, 0o711);
    else chmodSync(folder, 0o700);
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new EmbeddedRefused(`The folder ${folder} cannot be written to: free it, or name another one in DATA_DIR.`, {
      cause,
    });
  }
  return {
    folder,
    data: join(folder, "data"),
    log: join(folder, "postgres.log"),
    shelf: runAs ? join(publicFolder(), "gangway") : join(base, "programs"),
    runAs,
  };
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** The user and group `nobody` of this machine; initdb wants a user that has a name. */
function nobody(): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((text) => text.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (!uid || !gid) {
    throw new EmbeddedRefused(
      "PostgreSQL refuses to run as root and this machine has no user nobody: start Gangway as another user, or set DATABASE_URL.",
    );
  }
  // macOS writes nobody's ids as negative numbers.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

/** The first folder that we may write to and everybody may walk through. */
function publicFolder(): string {
  for (const folder of ["/var/lib", tmpdir(), "/tmp"]) {
    try {
      accessSync(folder, constants.W_OK);
      if (isEnterable(folder)) return folder;
    } catch {}
  }
  throw new EmbeddedRefused(
    "Neither /var/lib nor the folder for temporary files can be written to and entered by the database's user: set DATABASE_URL, or start as another user than root.",
  );
}

function isEnterable(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
