import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildWhenChanged } from "./build-when-changed.ts";
import { type Counts, countsOf, lineOf } from "./test-counts.ts";

// npm test [names of test files]: the whole check. Its last line is read by others: `N passed, N failed`.

const project = process.cwd();
const bin = (name: string) => join(project, "node_modules/.bin", name);
const passed: Counts = { passed: 1, failed: 0, skipped: 0 };
const failed: Counts = { passed: 0, failed: 1, skipped: 0 };

/** One program whose success is one thing that passed; it is heard only when it has something to complain about. */
async function step(name: string, command: string, args: string[]): Promise<Counts> {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code] = (await once(child, "close")) as [number | null];
  return told(name, began, code === 0 ? null : output);
}

function told(name: string, began: number, complaint: string | null): Counts {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${complaint === null ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (complaint !== null) console.log(`${complaint.trim()}\n`);
  return complaint === null ? passed : failed;
}

async function build(): Promise<Counts> {
  const began = performance.now();
  const complaint = await buildWhenChanged(project).then(
    () => null,
    (error: Error) => error.message,
  );
  return told("build", began, complaint);
}

async function vitest(filters: string[]): Promise<Counts> {
  const report = join(project, ".cache", `vitest-${process.pid}.json`);
  mkdirSync(join(project, ".cache"), { recursive: true });
  const args = ["run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(bin("vitest"), args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
  });
  const [code] = (await once(child, "close")) as [number | null];
  try {
    return countsOf(JSON.parse(readFileSync(report, "utf8")), code);
  } catch {
    console.log("Vitest left no report.");
    return failed;
  } finally {
    rmSync(report, { force: true });
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));

const filters = process.argv.slice(2);
const [types, floors] = await Promise.all([
  step("type check", bin("tsc"), ["--noEmit"]),
  step("lint", bin("biome"), ["check", "."]).then(async (lint) => [
    lint,
    await step("floors and rooms", bin("depcruise"), [
      "app",
      "workflows",
      "emails",
      "--config",
      "app/cli/depcruise.cjs",
    ]),
  ]),
]);
const all = [types, ...floors, await build(), await vitest(filters)];
const sum = (part: keyof Counts) => all.reduce((total, one) => total + one[part], 0);
const total = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
console.log(lineOf(total));
process.exit(total.failed === 0 ? 0 : 1);
