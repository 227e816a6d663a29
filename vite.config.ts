/// <reference types="vitest/config" />
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const underTest = Boolean(process.env.VITEST);

export default defineConfig({
  // Remix's plugin wants an application around it; Vitest has only modules.
  plugins: underTest ? [] : [tailwindcss(), remix(remixConfig)],
  esbuild: { jsx: "automatic" },
  build: {
    target: "es2022",
    sourcemap: false,
    rollupOptions: {
      treeshake: {
        // Loading a module of ours does nothing by itself (the entries apart): a page that takes one thing out of an index does not load
        // the rest of it.
        moduleSideEffects: (id) => !/\/(app|workflows)\/(?!entry\.)[^?]*\.tsx?$/.test(id),
      },
    },
  },
  server: { hmr: { port: Number(process.env.HMR_PORT ?? 24678) } },
  test: {
    include: ["{app,workflows,emails,tests}/**/*.test.{ts,tsx}"],
    // Real databases and browsers: seconds are honest there, and two cores are shared.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: "forks",
    globalSetup: ["tests/support/global-setup.ts"],
    // Only the tests that ask for a database start the server (tests/database.ts).
  },
});
