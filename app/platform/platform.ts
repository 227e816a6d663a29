import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Browsers } from "./browser/browser.ts";
import type { Config } from "./config/config.server.ts";
import type { Db } from "./db/db.server.ts";
import type { SafeFetch } from "./fetch/safe-fetch.ts";
import type { PaymentGateway } from "./gateway/payment-gateway.ts";
import type { Mailer } from "./mailer/mailer.ts";
import type { Screener } from "./screener/screener.ts";
import type { Storage } from "./storage/storage.ts";
import type { Vault } from "./vault/vault.ts";

/**
 * Everything outside that a function of Gangway may want. Functions ask for the parts they use
 * (`Pick<Platform, "db" | "now">`), so that a test opens no more than that.
 */
export interface Platform {
  config: Config;
  log: Logger;
  /** The clock. Rooms and the engine ask it and nobody else. */
  now: () => Date;
  /** Prisma, over `pool`. */
  db: Db;
  /** The same connections for the engine's one transaction and for set-based queries. */
  pool: Pool;
  vault: Vault;
  storage: Storage;
  mailer: Mailer;
  /** The only way to ask for an address that a user typed. */
  fetch: SafeFetch;
  browsers: Browsers;
  /** Sanctions and watch lists. */
  screener: Screener;
  /** The PSP under the house's own account; a stand-in where none is set. */
  gateway: PaymentGateway;
}
