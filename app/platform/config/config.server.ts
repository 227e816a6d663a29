import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { developmentSecrets, readDevelopmentSecrets } from "./development-secrets.server.ts";
import { ConfigRefused } from "./refused.ts";
import { type EncryptionKey, Settings } from "./settings.server.ts";

export { ConfigRefused, type EncryptionKey };

export type StorageConfig =
  | { kind: "folder"; folder: string }
  | {
      kind: "s3";
      bucket: string;
      region: string;
      endpoint?: string;
      /** Absent: the SDK's own ways (role of the machine, profile, …). */
      credentials?: { accessKeyId: string; secretAccessKey: string };
      forcePathStyle: boolean;
    };

/** Everything that differs from one place Gangway runs at to another; read once at the start. */
export interface Config {
  mode: "development" | "production";
  /** Where the web server listens. */
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** What merchants type, without a slash at the end: links in mails, origin of forms, cookies' security. */
  publicUrl: string;
  /** How many proxies of ours stand in front and write X-Forwarded-For. */
  trustProxy: number;
  /** Absolute; the embedded database, files and development secrets live here. */
  dataDir: string;
  /** The pages are served as they were built, whatever the sources say: an image's are. */
  isPrebuilt: boolean;
  /** null: the embedded server. */
  databaseUrl: string | null;
  /** Connections of this process at most. */
  databaseConnections: number;
  workerConcurrency: number;
  sessionSecret: string;
  /** Newest first: it seals, the others only open. */
  encryptionKeys: [EncryptionKey, ...EncryptionKey[]];
  storage: StorageConfig;
  /** null: letters go to the development mailbox. */
  smtpUrl: string | null;
  mailFrom: string;
  /** A matching service for sanctions and watch lists; null: the list of this machine. */
  screenerUrl: string | null;
  screenerApiKey: string | null;
  /** A file with a list of our own form; null: the demonstration's made-up list, and in production none at all. */
  screeningList: string | null;
  /** The house's own account at the aggregator: the small live payment before an opening is made there. null: the built-in sandbox. */
  psp: { url: string; clientKey: string; secretKey: string } | null;
  /** `host:port` of shops that a site check may reach although their addresses are private. Always empty in production. */
  siteCheckAllow: string[];
  /** The first start in development walks three merchants to different stages. */
  demoMerchants: boolean;
  logLevel: "trace" | "debug" | "info" | "warn" | "error";
}

/** The environment over the project's `.env`, when there is one. */
export function readEnvironment(projectDir: string): Record<string, string | undefined> {
  const file = join(projectDir, ".env");
  return existsSync(file) ? { ...parseEnv(readFileSync(file, "utf8")), ...process.env } : process.env;
}

/**
 * @param environment names and values; an empty value counts as absent
 * @param projectDir what a relative DATA_DIR is relative to
 * @throws ConfigRefused with every problem found
 */
export function parseConfig(environment: Record<string, string | undefined>, projectDir: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    throw new ConfigRefused(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`));
  }
  const settings = parsed.data;
  const mode = settings.GANGWAY_MODE ?? (settings.NODE_ENV === "production" ? "production" : "development");
  const dataDir = resolve(projectDir, settings.DATA_DIR);
  const problems = [
    ...contradictions(settings),
    ...(mode === "production" ? missingInProduction(settings, dataDir) : []),
  ];
  if (problems.length > 0) throw new ConfigRefused(problems);

  const secrets = mode === "production" ? settings : withDevelopmentSecrets(settings, dataDir);
  return {
    mode,
    host: settings.HOST ?? (mode === "production" ? "0.0.0.0" : "127.0.0.1"),
    port: settings.PORT,
    publicUrl: new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).origin,
    trustProxy: settings.TRUST_PROXY,
    dataDir,
    isPrebuilt: settings.PREBUILT,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseConnections: settings.DATABASE_CONNECTIONS,
    workerConcurrency: settings.WORKER_CONCURRENCY,
    sessionSecret: secrets.SESSION_SECRET!,
    encryptionKeys: secrets.ENCRYPTION_KEYS as [EncryptionKey, ...EncryptionKey[]],
    storage: storageOf(settings, dataDir),
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? "Gangway <no-reply@gangway.localhost>",
    screenerUrl: settings.SCREENER_URL ?? null,
    screenerApiKey: settings.SCREENER_API_KEY ?? null,
    screeningList: settings.SCREENING_LIST ? resolve(projectDir, settings.SCREENING_LIST) : null,
    psp: pspOf(settings),
    siteCheckAllow: settings.SITE_CHECK_ALLOW ?? [],
    demoMerchants: mode === "development" && settings.DEMO_MERCHANTS,
    logLevel: settings.LOG_LEVEL,
  };
}

function storageOf(settings: Settings, dataDir: string): StorageConfig {
  if (!settings.S3_BUCKET) return { kind: "folder", folder: join(dataDir, "files") };
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return {
    kind: "s3",
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE ?? settings.S3_ENDPOINT !== undefined,
  };
}

function pspOf({ PSP_URL: url, PSP_CLIENT_KEY: clientKey, PSP_SECRET_KEY: secretKey }: Settings): Config["psp"] {
  return url && clientKey && secretKey ? { url: url.replace(/\/+$/, ""), clientKey, secretKey } : null;
}

function contradictions(settings: Settings): string[] {
  const problems: string[] = [];
  if (!settings.S3_ACCESS_KEY_ID !== !settings.S3_SECRET_ACCESS_KEY) {
    problems.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both, or neither.");
  }
  if (!settings.S3_BUCKET && (settings.S3_ENDPOINT || settings.S3_ACCESS_KEY_ID)) {
    problems.push("S3_BUCKET is missing: without it S3_ENDPOINT and S3_ACCESS_KEY_ID mean nothing.");
  }
  const psp = [settings.PSP_URL, settings.PSP_CLIENT_KEY, settings.PSP_SECRET_KEY];
  if (psp.some(Boolean) && !psp.every(Boolean)) {
    problems.push("PSP_URL, PSP_CLIENT_KEY and PSP_SECRET_KEY belong together: set all three, or none.");
  }
  return problems;
}

function missingInProduction(settings: Settings, dataDir: string): string[] {
  const problems: string[] = [];
  const needs = (isThere: unknown, sentence: string) => {
    if (!isThere) problems.push(sentence);
  };
  needs(
    settings.SESSION_SECRET,
    "SESSION_SECRET is missing: production signs sessions with a secret of its own (openssl rand -base64 48).",
  );
  needs(
    settings.ENCRYPTION_KEYS,
    "ENCRYPTION_KEYS is missing: production seals data with keys of its own (k1:$(openssl rand -base64 32)).",
  );
  needs(settings.PUBLIC_URL, "PUBLIC_URL is missing: links in mails need the address that merchants type.");
  needs(settings.SMTP_URL, "SMTP_URL is missing: the development mailbox shows every letter to everybody.");
  needs(settings.MAIL_FROM, "MAIL_FROM is missing: letters need a sender.");
  if (settings.PUBLIC_URL && !isSafe(new URL(settings.PUBLIC_URL))) {
    problems.push("PUBLIC_URL must begin with https: sign-in cookies are sent over nothing else.");
  }
  if (settings.PSP_URL && !isSafe(new URL(settings.PSP_URL))) {
    problems.push("PSP_URL must begin with https: payments are asked for over nothing else.");
  }
  if (settings.SITE_CHECK_ALLOW)
    problems.push("SITE_CHECK_ALLOW is for demonstrations: production asks no private address.");

  const known = readDevelopmentSecrets(dataDir);
  const knownKeys = Settings.shape.ENCRYPTION_KEYS.safeParse(known?.ENCRYPTION_KEYS).data ?? [];
  const text = ({ key }: EncryptionKey) => Buffer.from(key).toString("base64");
  if (known && settings.SESSION_SECRET === known.SESSION_SECRET) {
    problems.push("SESSION_SECRET is the one that development made: production needs a secret of its own.");
  }
  if (settings.ENCRYPTION_KEYS?.some((key) => knownKeys.some((one) => text(one) === text(key)))) {
    problems.push("ENCRYPTION_KEYS holds a key that development made: production needs keys of its own.");
  }
  return problems;
}

/** https, or this very machine, where browsers trust plain http. */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === "https:" ||
  hostname === "localhost" ||
  (isIP(hostname) === 4 && hostname.startsWith("127.")) ||
  hostname === "[::1]";

function withDevelopmentSecrets(
  settings: Settings,
  dataDir: string,
): Pick<Settings, "SESSION_SECRET" | "ENCRYPTION_KEYS"> {
  if (settings.SESSION_SECRET && settings.ENCRYPTION_KEYS) return settings;
  const made = developmentSecrets(dataDir);
  return {
    SESSION_SECRET: settings.SESSION_SECRET ?? made.SESSION_SECRET,
    ENCRYPTION_KEYS: settings.ENCRYPTION_KEYS ?? Settings.shape.ENCRYPTION_KEYS.parse(made.ENCRYPTION_KEYS),
  };
}
