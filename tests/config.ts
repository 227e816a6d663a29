import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "#app/platform/config/config.server.ts";

/** A config for a test that opens a part of the platform by itself; nothing in it points anywhere real. */
export const testConfig = (changes: Partial<Config> = {}): Config => ({
  mode: "development",
  host: "127.0.0.1",
  port: 0,
  publicUrl: "http://localhost:3000",
  trustProxy: 0,
  dataDir: join(tmpdir(), `gangway-test-${process.pid}`),
  isPrebuilt: false,
  databaseUrl: null,
  databaseConnections: 4,
  workerConcurrency: 2,
  sessionSecret: "a-secret-for-tests-and-nothing-else",
  encryptionKeys: [{ id: "t1", key: new Uint8Array(32).fill(7) }],
  storage: { kind: "folder", folder: join(tmpdir(), `gangway-test-${process.pid}`, "files") },
  smtpUrl: null,
  mailFrom: "Gangway <no-reply@gangway.localhost>",
  screenerUrl: null,
  screenerApiKey: null,
  screeningList: null,
  psp: null,
  siteCheckAllow: [],
  demoMerchants: false,
  logLevel: "error",
  ...changes,
});
