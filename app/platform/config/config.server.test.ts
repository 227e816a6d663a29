import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ConfigRefused, parseConfig, readEnvironment } from "./config.server.ts";
import { Settings } from "./settings.server.ts";

const folder = () => mkdtempSync(join(tmpdir(), "gangway-config-"));
const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

const production = {
  GANGWAY_MODE: "production",
  SESSION_SECRET: "s".repeat(40),
  ENCRYPTION_KEYS: `k1:${key(1)}`,
  PUBLIC_URL: "https://gangway.example",
  SMTP_URL: "smtps://mail.example",
  MAIL_FROM: "Gangway <hello@gangway.example>",
};

function problemsOf(environment: Record<string, string | undefined>, dir = folder()): string[] {
  try {
    parseConfig(environment, dir);
    return [];
  } catch (error) {
    if (error instanceof ConfigRefused) return error.problems;
    throw error;
  }
}

test("a development machine needs no setting at all", () => {
  const dir = folder();
  const config = parseConfig({}, dir);
  expect(config).toMatchObject({
    mode: "development",
    host: "127.0.0.1",
    port: 3000,
    publicUrl: "http://localhost:3000",
    databaseUrl: null,
    smtpUrl: null,
    dataDir: join(dir, ".data"),
    storage: { kind: "folder", folder: join(dir, ".data", "files") },
  });
  expect(config.sessionSecret.length).toBeGreaterThan(32);
});

test("development makes its secrets once and lets nobody else read them", () => {
  const dir = folder();
  const [first, second] = [parseConfig({}, dir), parseConfig({}, dir)];
  expect(second.sessionSecret).toBe(first.sessionSecret);
  expect(second.encryptionKeys).toEqual(first.encryptionKeys);
  expect(parseConfig({}, folder()).sessionSecret).not.toBe(first.sessionSecret);
  const files = readdirSync(join(dir, ".data"));
  expect(files).toEqual(["development-secrets.json"]);
  expect(statSync(join(dir, ".data", files[0]!)).mode & 0o077).toBe(0);
});

test("production says everything that is missing at once, and makes no secrets", () => {
  const dir = folder();
  const problems = problemsOf({ GANGWAY_MODE: "production" }, dir);
  const named = problems.map((problem) => problem.split(" ")[0]);
  expect(named).toEqual(["SESSION_SECRET", "ENCRYPTION_KEYS", "PUBLIC_URL", "SMTP_URL", "MAIL_FROM"]);
  expect(readdirSync(dir)).toEqual([]);
});

test("production starts with its five settings", () => {
  expect(problemsOf(production)).toEqual([]);
  expect(parseConfig({ ...production, GANGWAY_MODE: "", NODE_ENV: "production" }, folder()).mode).toBe("production");
});

test("production refuses the secrets that development made, also among older keys", () => {
  const dir = folder();
  const { sessionSecret, encryptionKeys } = parseConfig({}, dir);
  const known = Buffer.from(encryptionKeys[0].key).toString("base64");
  const problems = problemsOf(
    { ...production, SESSION_SECRET: sessionSecret, ENCRYPTION_KEYS: `k1:${key(1)},old:${known}` },
    dir,
  );
  expect(problems).toHaveLength(2);
  expect(problems.join()).toMatch(/SESSION_SECRET is the one.*ENCRYPTION_KEYS holds a key/);
});

test.each([
  ["SITE_CHECK_ALLOW", "127.0.0.1:4100", "production asks no private address"],
  ["PUBLIC_URL", "http://gangway.example", "must begin with https"],
  ["PSP_URL", "http://api.psp.example", "must begin with https"],
])("production refuses %s=%s", (name, value, reason) => {
  expect(problemsOf({ ...production, [name]: value }).join()).toContain(reason);
});

test.each(["http://localhost:8080", "http://127.0.0.1:3000"])("production may be tried out on %s", (url) => {
  expect(problemsOf({ ...production, PUBLIC_URL: url })).toEqual([]);
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://db/gangway"],
  ["SESSION_SECRET", "short"],
  ["ENCRYPTION_KEYS", key(1)],
  ["ENCRYPTION_KEYS", `k1:${Buffer.alloc(16).toString("base64")}`],
  ["ENCRYPTION_KEYS", `k1:${key(1)},k1:${key(2)}`],
  ["PUBLIC_URL", "https://gangway.example/app"],
  ["PUBLIC_URL", "gangway"],
  ["SMTP_URL", "https://mail.example"],
  ["MAIL_FROM", "nobody"],
  ["MAIL_FROM", "a@b.kr\r\nBcc: c@d.kr"],
  ["SITE_CHECK_ALLOW", "localhost"],
  ["GANGWAY_MODE", "staging"],
  ["S3_FORCE_PATH_STYLE", "yes"],
  ["S3_ACCESS_KEY_ID", "id"],
  ["S3_ENDPOINT", "https://s3.example"],
  ["PSP_SECRET_KEY", "secret"],
])("%s=%j is refused by name", (name, value) => {
  expect(problemsOf({ [name]: value }).join()).toContain(name);
});

test("no problem repeats a secret", () => {
  const secrets = {
    SESSION_SECRET: "hunter2",
    ENCRYPTION_KEYS: "hunter2",
    DATABASE_URL: "x://u:hunter2@h",
    SMTP_URL: "x://hunter2@h",
  };
  const problems = problemsOf(secrets);
  expect(problems).toHaveLength(4);
  expect(problems.join()).not.toContain("hunter2");
});

test("a bucket switches the storage, and a foreign endpoint puts it into the path", () => {
  const s3 = parseConfig(
    { S3_BUCKET: "b", S3_ENDPOINT: "http://127.0.0.1:4568", S3_ACCESS_KEY_ID: "i", S3_SECRET_ACCESS_KEY: "k" },
    folder(),
  );
  expect(s3.storage).toMatchObject({
    kind: "s3",
    bucket: "b",
    forcePathStyle: true,
    credentials: { accessKeyId: "i" },
  });
});

test("the environment wins over .env", () => {
  const dir = folder();
  writeFileSync(join(dir, ".env"), 'GANGWAY_TEST_A=file\nPATH=/nowhere\nMAIL_FROM="A <a@b.kr>"\n');
  const environment = readEnvironment(dir);
  expect(environment).toMatchObject({ GANGWAY_TEST_A: "file", PATH: process.env.PATH, MAIL_FROM: "A <a@b.kr>" });
});

test(".env.example names every setting and sets none", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  const named = lines.flatMap((line) => /^([A-Z0-9_]+)=(.*)$/.exec(line)?.slice(1, 2) ?? []);
  expect(lines.filter((line) => /^[A-Z0-9_]+=./.test(line))).toEqual([]);
  expect(named.toSorted()).toEqual(
    Object.keys(Settings.shape)
      .filter((name) => name !== "NODE_ENV")
      .toSorted(),
  );
});
