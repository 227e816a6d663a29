import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as plain } from "vitest";
import { running } from "#tests/support/process.ts";
import { differences, installWhenChanged } from "./install-when-changed.mjs";

type Packages = Record<string, { version?: string; optional?: boolean; devOptional?: boolean; link?: boolean }>;

/** A project with a lock file and what npm says it installed. */
const test = plain.extend(
  "project",
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that this needs no other fixture.
  async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "gangway-ready-"));
    onCleanup(() => rmSync(folder, { recursive: true }));
    return {
      folder,
      lock: (packages: Packages) =>
        writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...packages } })),
      installed(packages: Packages) {
        mkdirSync(join(folder, "node_modules"), { recursive: true });
        writeFileSync(join(folder, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
      },
    };
  },
);

test("a fresh clone lacks everything", ({ project }) => {
  project.lock({ "node_modules/a": { version: "1.0.0" } });
  expect(differences(project.folder)).toEqual(["everything"]);
});

test("what is installed as locked is left alone", ({ project }) => {
  project.lock({ "node_modules/a": { version: "1.0.0" } });
  project.installed({ "node_modules/a": { version: "1.0.0" } });
  expect(installWhenChanged(project.folder)).toBe(false);
  expect(installWhenChanged(project.folder)).toBe(false);
});

test("another version, or one more package, is a difference; another platform's package is none", ({ project }) => {
  project.lock({
    "node_modules/a": { version: "2.0.0" },
    "node_modules/b": { version: "1.0.0" },
    "node_modules/darwin": { version: "1.0.0", optional: true },
    "node_modules/old-native": { version: "2.0.0", optional: true },
  });
  project.installed({ "node_modules/a": { version: "1.0.0" }, "node_modules/old-native": { version: "1.0.0" } });
  expect(differences(project.folder)).toEqual(["node_modules/a", "node_modules/b", "node_modules/old-native"]);
});

/** Runs the installer with an npm of ours that notes how it was called. */
async function installing(folder: string, npm: string) {
  const cli = join(folder, "npm.cjs");
  writeFileSync(cli, npm);
  const module = join(process.cwd(), "app/cli/install-when-changed.mjs");
  const code = `import { installWhenChanged } from ${JSON.stringify(module)};
    try { console.log("installed " + installWhenChanged(${JSON.stringify(folder)})); } catch (error) { console.log("refused: " + error.message); process.exit(1); }`;
  const run = running("node", ["--input-type=module", "-e", code], {
    env: {
      npm_execpath: cli,
      npm_node_execpath: process.execPath.includes(folder) ? "node" : process.execPath,
      PATH: `${join(folder, "node_modules/.bin")}:${process.env.PATH}`,
    },
  });
  return { ...(await run.ended), output: run.output() };
}

const goodNpm = `const fs = require("node:fs"), path = require("node:path");
fs.writeFileSync("called.json", JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH.split(":") }));
fs.mkdirSync("node_modules", { recursive: true });
fs.copyFileSync("package-lock.json", "node_modules/.package-lock.json");`;

test("what differs is installed by npm ci, without the Node that npm is about to remove", async ({ project }) => {
  project.lock({ "node_modules/a": { version: "1.0.0" } });
  const first = await installing(project.folder, goodNpm);
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining("installed true") });
  const called = JSON.parse(readFileSync(join(project.folder, "called.json"), "utf8"));
  expect(called.args.slice(0, 3)).toEqual(["ci", "--include=dev", "--include=optional"]);
  expect(called.path).not.toContain(join(project.folder, "node_modules/.bin"));
  expect(await installing(project.folder, goodNpm)).toMatchObject({ output: "installed false\n" });
});

test("packages of another checkout, linked to, are never removed", async ({ project }) => {
  project.lock({ "node_modules/a": { version: "2.0.0" } });
  const theirs = join(project.folder, "theirs");
  mkdirSync(theirs);
  writeFileSync(
    join(theirs, ".package-lock.json"),
    JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }),
  );
  symlinkSync(theirs, join(project.folder, "node_modules"));
  const refused = await installing(project.folder, goodNpm);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain("is a link");
  expect(existsSync(join(project.folder, "called.json"))).toBe(false);
});

test("an installation that fails is one sentence, and is tried again the next time", async ({ project }) => {
  project.lock({ "node_modules/a": { version: "1.0.0" } });
  const failed = await installing(project.folder, "process.exit(1)");
  expect(failed.code).toBe(1);
  expect(failed.output).toContain("refused: npm ci failed");
  expect(existsSync(join(project.folder, "node_modules/.gangway-installed"))).toBe(false);
  expect(await installing(project.folder, goodNpm)).toMatchObject({
    output: expect.stringContaining("installed true"),
  });
});

/** `ready.mjs` with a TypeScript file of ours. */
function ready(source: string, args: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "gangway-ready-"));
  const file = join(folder, "file.ts");
  writeFileSync(file, source);
  return running("node", ["app/cli/ready.mjs", file, ...args]);
}

plain("TypeScript runs on the project's Node, from the project, with its arguments and its exit code", async () => {
  const source = `type Said = { version: string }; const said: Said = { version: process.version };
    console.log(JSON.stringify({ ...said, args: process.argv.slice(2), cwd: process.cwd() })); process.exit(7);`;
  const run = ready(source, ["--quick", "a b"]);
  expect(await run.ended).toEqual({ code: 7, signal: null });
  expect(JSON.parse(run.output())).toEqual({
    version: expect.stringMatching(/^v24\./),
    args: ["--quick", "a b"],
    cwd: process.cwd(),
  });
});

plain.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s reaches the file, which may take its time", async (signal) => {
  const run = ready(
    `process.on("${signal}", () => setTimeout(() => { console.log("tidied"); process.exit(3); }, 200)); console.log("up"); setInterval(() => {}, 1000);`,
  );
  await run.says("up");
  run.child.kill(signal);
  expect(await run.ended).toEqual({ code: 3, signal: null });
  expect(run.output()).toContain("tidied");
});

plain("a file that a signal ended ends us the same way", async () => {
  const run = ready(`console.log("up"); setTimeout(() => process.kill(process.pid, "SIGKILL"), 50);`);
  expect(await run.ended).toEqual({ code: null, signal: "SIGKILL" });
});

plain("a file that is not there is one sentence", async () => {
  const run = running("node", ["app/cli/ready.mjs", "app/cli/nowhere.ts"]);
  expect(await run.ended).toEqual({ code: 1, signal: null });
  expect(run.output()).toBe("There is no file app/cli/nowhere.ts to run.\n");
});
