import { Logger, type LogLevel, run } from "graphile-worker";
import { openDemoShop } from "#app/demo/shop.server.ts";
import type { Config } from "#app/platform/config/config.server.ts";
import { openPlatform } from "#app/platform/open.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { seed } from "#app/seed/seed.server.ts";
import { tasksOf } from "#app/worker.server.ts";

/** How a visitor of the demonstration gets in. */
export interface Seeded {
  signIns: { who: string; email: string; password?: string; note?: string }[];
  /** Where the demo shop is, for site checks to visit. */
  shop?: string;
}

/** What the command that starts Gangway takes out of the build, so that every module of the house exists once. */
export interface App extends AsyncDisposable {
  platform: Platform;
  /** Fills an empty database with what a demonstration needs; a second time changes nothing. */
  seed(): Promise<Seeded>;
  /** Begins to take jobs. `stop` waits for those under way. */
  startWorker(): Promise<{ stop(): Promise<void> }>;
}

/** @param config `databaseUrl` filled in, the database migrated */
export async function openApp(config: Config): Promise<App> {
  const shop = await openDemoShop(config);
  const platform = openPlatform(shop ? { ...config, siteCheckAllow: [...config.siteCheckAllow, shop.host] } : config);
  return {
    platform,
    seed: async () => ({ ...(await seed(platform, shop)), shop: shop?.url }),
    startWorker: () => startWorker(platform),
    async [Symbol.asyncDispose]() {
      await platform[Symbol.asyncDispose]();
      await shop?.[Symbol.asyncDispose]();
    },
  };
}

async function startWorker(platform: Platform) {
  const { pool, config, log } = platform;
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(platform),
    concurrency: config.workerConcurrency,
    // New jobs are announced by the database; this is how late a timer may ring (milliseconds).
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => log[levels[level]]({ worker: meta }, message)),
  });
  // Resolves when the worker ends; an end that nobody asked for must not pass unseen.
  runner.promise.catch((err) => log.error({ err }, "the worker ended"));
  return { stop: () => runner.stop() };
}

const levels: Record<LogLevel, "error" | "warn" | "info" | "debug"> = {
  error: "error",
  warning: "warn",
  info: "debug",
  debug: "debug",
} as const satisfies Record<`${LogLevel}`, string>;
