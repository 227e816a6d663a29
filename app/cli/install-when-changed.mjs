import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/**
 * Runs `npm ci` when what is installed is not what the lock file says. npm leaves its own list of what it installed, last
 * of all: an installation that was broken off has none.
 *
 * @param {string} project
 * @returns {boolean} whether it was installed now
 */
export function installWhenChanged(project) {
  const lock = join(project, "package-lock.json");
  const stamp = join(project, "node_modules/.gangway-installed");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  const isThere = differences(project).length === 0;
  if (!isThere) install(project);
  writeFileSync(stamp, wanted);
  return !isThere;
}

/**
 * Packages that the lock file names and that are not installed in that version; those of other platforms do not count.
 *
 * @param {string} project
 * @returns {string[]}
 */
export function differences(project) {
  const list = join(project, "node_modules/.package-lock.json");
  if (!existsSync(list)) return ["everything"];
  const installed = JSON.parse(readFileSync(list, "utf8")).packages;
  const { "": _, ...wanted } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted)
    .filter(([place, { version, optional, devOptional, link }]) => {
      const there = installed[place];
      return there ? there.version !== version : !optional && !devOptional && !link;
    })
    .map(([place]) => place);
}

function install(project) {
  const modules = join(project, "node_modules");
  // npm would follow the link and empty the folder of another checkout under the people who work in it.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(
      `${modules} is a link to packages that are not those of this lock file: remove the link and try again.`,
    );
  console.log("Installing what is missing (npm ci); the first time this takes a minute or two.");
  // `npm ci` removes node_modules first, and with it the Node that may be running this: npm runs on the machine's own.
  const bin = resolve(project, "node_modules");
  const PATH = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !resolve(folder).startsWith(bin))
    .join(delimiter);
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const usesKnown = cli && node && existsSync(cli) && !resolve(node).startsWith(bin);
  const [command, before] = usesKnown ? [node, [cli]] : ["npm", []];
  const env = { ...process.env, PATH };
  // Tools for building and testing are wanted whatever NODE_ENV says.
  const done = spawnSync(command, [...before, "ci", "--include=dev", "--include=optional", "--loglevel=error"], {
    cwd: project,
    stdio: "inherit",
    env,
  });
  if (done.error)
    throw new Error(`npm could not be started (${done.error.message}): install Node 20 or newer with npm.`);
  if (done.status !== 0)
    throw new Error(
      "npm ci failed: its own words stand above. Without a way to the npm registry nothing can be installed.",
    );
}
