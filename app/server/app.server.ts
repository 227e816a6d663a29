import { nextHour } from "#app/audit/index.server.ts";
import { openDemoShop } from "#app/demo/shop.server.ts";
import { startWorker } from "#app/engine/index.server.ts";
import type { Config } from "#app/platform/config/config.server.ts";
import { openPlatform } from "#app/platform/open.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Seeded, seed } from "#app/seed/seed.server.ts";
import { tasksOf } from "#app/worker.server.ts";

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
  await platform.clock.keep((err) => platform.log.warn({ err }, "the database's clock was not read"));
  return {
    platform,
    seed: async () => ({ ...(await seed(platform, shop)), shop: shop?.url }),
    startWorker: async () => {
      const worker = await startWorker(platform, tasksOf(platform));
      // The first signing of the chains' heads; each files the next one.
      await nextHour(platform, 0);
      return worker;
    },
    async [Symbol.asyncDispose]() {
      await platform[Symbol.asyncDispose]();
      await shop?.[Symbol.asyncDispose]();
    },
  };
}
