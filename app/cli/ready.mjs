// node app/cli/ready.mjs FILE.ts [arguments]
//
// Makes a fresh clone able to run FILE and runs it: what is missing is installed, the database client is made when the
// schema changed, then FILE runs on the project's own Node, through tsx where it may import JSX. Plain JavaScript without packages: it is the one
// file that runs before anything is there, on any Node from 20 on.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient } from "./generate-client.mjs";
import { installWhenChanged } from "./install-when-changed.mjs";

const project = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(project);

/** Failing is one sentence on the screen and a code that scripts understand. */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [file, ...rest] = process.argv.slice(2);
if (!file || !existsSync(file)) fail(`There is no file ${file ?? ""} to run.`);
if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Gangway needs Node 20 or newer to begin with; this is ${process.version}.`);

try {
  installWhenChanged(project);
  generateClient();
} catch (error) {
  fail(error.message);
}

const own = join(project, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
// The registry has no program of this very version for every platform: then this machine's own must be new enough.
const node = existsSync(own) ? own : process.execPath;
if (node === process.execPath && Number(process.versions.node.split(".")[0]) < 24) {
  fail(
    `npm could not install Node 24 for ${process.platform} on ${process.arch}, and this is ${process.version}: install Node 24 or newer yourself and try again.`,
  );
}
// Node reads TypeScript by itself, but no JSX. The server's pages are built, so starting needs none: without tsx, which looks through
// every file of every package, it takes half the processor time (5.0 s to 2.6 s on two old cores).
const reader = file === "app/cli/start.ts" ? [] : ["--import", "tsx"];
const child = spawn(node, [...reader, file, ...rest], {
  // The channel tells the child when we are gone, however we went: it then stops as if it had been asked to.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: {
    ...process.env,
    PATH: `${join(project, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`,
    // Node keeps what it compiled: half a second less at every start but the first (measured: 1.6 s to 1.1 s of processor).
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(project, ".cache/node"),
  },
});
child.on("error", (error) =>
  fail(`Node could not be started (${node}): ${error.message}. Remove node_modules and try again.`),
);
child.on("exit", (code, signal) => {
  if (signal) {
    // Ends as the child did, so that whoever waits for us sees the same.
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));

// npm killed outright tells nobody: its script then has another parent.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 500).unref();
}
