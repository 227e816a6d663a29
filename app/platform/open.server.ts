import { join } from "node:path";
import type { Logger } from "pino";
import { browserPool } from "./browser/pool.server.ts";
import { type DatabaseClock, databaseClock } from "./clock.server.ts";
import type { Config } from "./config/config.server.ts";
import { openDb } from "./db/db.server.ts";
import { guardedFetch } from "./fetch/guarded.server.ts";
import { httpGateway, sandboxGateway } from "./gateway/index.server.ts";
import { openLog } from "./log/log.server.ts";
import { devMailer } from "./mailer/dev-mailer.server.ts";
import { smtpMailer } from "./mailer/smtp-mailer.server.ts";
import type { Platform } from "./platform.ts";
import demoList from "./screener/demo-list.json" with { type: "json" };
import { httpScreener } from "./screener/http-screener.server.ts";
import { listScreener, readList, WatchList } from "./screener/list-screener.server.ts";
import { noList, type Screener } from "./screener/screener.ts";
import { folderStorage } from "./storage/folder-storage.server.ts";
import { s3Storage } from "./storage/s3-storage.server.ts";
import { aesVault } from "./vault/aes-vault.server.ts";

/** A platform that has to be let go of: `await using platform = openPlatform(config)`. */
export type OpenPlatform = Platform & AsyncDisposable & { clock: DatabaseClock };

/**
 * Every part as the settings say. Nothing is asked of the outside yet: connections are made with their first use.
 *
 * @param config `databaseUrl` filled in: `openDatabase` knows the embedded server's
 * @param changes parts to put in place of the real ones, for tests and tools
 */
export function openPlatform(config: Config, changes: Partial<Platform> = {}): OpenPlatform {
  const { databaseUrl, databaseConnections: max, storage, smtpUrl, siteCheckAllow: allow } = config;
  if (!databaseUrl)
    throw new TypeError("openPlatform wants a database that is already there: openDatabase(config) names it");
  const closing: (() => unknown)[] = [];
  const closed = <T>(part: T, close: (part: T) => unknown): T => {
    closing.unshift(() => close(part));
    return part;
  };

  // What a merchant types never leads back to ourselves; a demonstration's shop lives on the same machine as we do.
  const guard = { allow, ownHosts: config.mode === "production" ? [new URL(config.publicUrl).hostname] : [] };
  const log = changes.log ?? openLog(config);
  const onError = (err: Error) => log.warn({ err }, "a database connection broke while idle");
  const { db, pool } = closed(openDb(databaseUrl, { max, onError }), (open) => open.close());
  // The machine's own time until somebody has the clocks compared: `clock.keep`.
  const clock = closed(databaseClock(pool), ({ stop }) => stop());
  const now = changes.now ?? clock.now;
  const vault = changes.vault ?? aesVault(config.encryptionKeys);
  const platform: Platform = {
    config,
    log,
    now,
    db,
    pool,
    vault,
    storage:
      storage.kind === "s3"
        ? closed(s3Storage(storage, vault), (s3) => s3.close())
        : folderStorage(storage.folder, vault),
    mailer: smtpUrl
      ? closed(smtpMailer({ ...config, smtpUrl }), (mailer) => mailer.close())
      : devMailer({ db, now, publicUrl: config.publicUrl }),
    fetch: closed(guardedFetch(guard), (guarded) => guarded.close()),
    screener: screenerOf(config, log),
    gateway: config.psp ? httpGateway({ now }, config.psp) : sandboxGateway({ pool, now, config }),
    browsers: closed(browserPool({ ...guard, log, cacheDir: join(config.dataDir, "browser") }), (pool) => pool.close()),
    ...changes,
  };
  return {
    ...platform,
    clock,
    async [Symbol.asyncDispose]() {
      // Latest first: what writes to the database goes before it. One that cannot be closed keeps no other open.
      for (const close of closing)
        await Promise.resolve()
          .then(close)
          .catch((err) => log.warn({ err }, "a part did not close"));
      log.flush();
    },
  };
}

function screenerOf({ mode, screenerUrl: url, screenerApiKey: apiKey, screeningList }: Config, log: Logger): Screener {
  if (url) return httpScreener({ url, apiKey });
  if (screeningList) return listScreener(readList(screeningList));
  if (mode === "development") return listScreener(WatchList.parse(demoList));
  log.error("neither SCREENER_URL nor SCREENING_LIST is set: nobody is looked up, every case waits for a person");
  return noList;
}
