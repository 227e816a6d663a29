import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The little that is asked of esbuild, which comes with tsx and is new enough for the language we write. */
interface Esbuild {
  buildSync(options: object): unknown;
}

/**
 * One file of the process that is to be killed: a quarter of a second to start, where two seconds would go by while each module is looked
 * for and compiled. A thousand deaths are a thousand starts.
 */
export function bundleChild(): { file: string; cache: string } & Disposable {
  const require = createRequire(import.meta.url);
  const esbuild = createRequire(require.resolve("tsx"))("esbuild") as Esbuild;
  // Inside the project, so that what stays outside the bundle is found.
  const folder = fileURLToPath(new URL("../../../node_modules/.cache/crash-test/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}child-${process.pid}.mjs`;
  esbuild.buildSync({
    entryPoints: [fileURLToPath(new URL("./child.ts", import.meta.url))],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    external: ["@prisma/*", "pg-native"],
    logLevel: "error",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return { file, cache: `${folder}compiled`, [Symbol.dispose]: () => rmSync(file, { force: true }) };
}
