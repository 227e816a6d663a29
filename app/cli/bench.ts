import { readdirSync } from "node:fs";
import { answering } from "./on-database.ts";

// npm run bench -- NAME [--quick]: each figure from app/cli/bench/<name>.ts, printed with its command.

export interface BenchOptions {
  /** Under a minute on two cores. */
  quick: boolean;
}

interface Bench {
  /** Prints what a person wants to read; returns the last line's object (with `holds: false` when an aim is missed). */
  bench(options: BenchOptions): Promise<Record<string, unknown> & { holds?: boolean }>;
}

const folder = new URL("./bench/", import.meta.url);
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith(".ts") && !file.endsWith(".test.ts") ? file.slice(0, -3) : [],
);
const [name, ...flags] = process.argv.slice(2);

if (!name || !names.includes(name)) {
  console.error(`Which? npm run bench -- ${names.join(" | ")}`);
  process.exit(1);
}

await answering(async () => {
  const { bench } = (await import(new URL(`${name}.ts`, folder).href)) as Bench;
  const { holds = true, ...line } = await bench({ quick: flags.includes("--quick") });
  return { line: { bench: name, ...line }, holds };
});
