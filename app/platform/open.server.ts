import { join } from "node:path";
import { browserPool } from "./browser/pool.server.ts";
import type { Config } from "./config/config.server.ts";
import { openDb } from "./db/db.server.ts";
import { guardedFetch } from "./fetch/guarded.server.ts";
import { openLog } from "./log/log.server.ts";
import { devMailer } from "./mailer/dev-mailer.server.ts";
import { smtpMailer } from "./mailer/smtp-mailer.server.ts";
import type { Platform } from "./platform.ts";
import demoList from "./screener/demo-list.json" with { type: "json" };
import { httpScreener } from "./screener/http-screener.server.ts";
import { listScreener, readList, WatchList } from "./screener/list-screener.server.ts";
import { folderStorage } from "./storage/folder-storage.server.ts";
import { s3Storage } from "./storage/s3-storage.server.ts";
import { aesVault } from "./vault/aes-vault.server.ts";

/** A platform that has to be let go of: `await using platform = openPlatform(config)`. */
export type OpenPlatform = Platform & AsyncDisposable;

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
  const now = changes.now ?? (() => new Date());
  const log = changes.log ?? openLog(config);
  const onError = (err: Error) => log.warn({ err }, "a database connection broke while idle");
  if (config.mode === "production" && !config.screenerUrl && !config.screeningList)
    log.error("neither SCREENER_URL nor SCREENING_LIST is set: people are looked up in a made-up list");
  const { db, pool } = closed(openDb(databaseUrl, { max, onError }), (open) => open.close());
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
    screener: config.screenerUrl
      ? httpScreener({ url: config.screenerUrl, apiKey: config.screenerApiKey })
      : listScreener(config.screeningList ? readList(config.screeningList) : WatchList.parse(demoList)),
    browsers: closed(browserPool({ ...guard, log, cacheDir: join(config.dataDir, "browser") }), (pool) => pool.close()),
    ...changes,
  };
  return {
    ...platform,
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
