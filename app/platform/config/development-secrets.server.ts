import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ConfigRefused } from "./refused.ts";

const Secrets = z.object({ SESSION_SECRET: z.string(), ENCRYPTION_KEYS: z.string() });
type Secrets = z.infer<typeof Secrets>;

const fileIn = (dataDir: string) => join(dataDir, "development-secrets.json");

/** The secrets a development machine made for itself, or null when it has made none. */
export function readDevelopmentSecrets(dataDir: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(fileIn(dataDir), "utf8");
  } catch {
    return null;
  }
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    throw new ConfigRefused([
      `${fileIn(dataDir)} cannot be read as secrets: put it back as it was, or remove it together with the data made under it.`,
    ]);
  }
}

/** The same secrets at every start, made at the first and readable by their owner alone. */
export function developmentSecrets(dataDir: string): Secrets {
  const kept = readDevelopmentSecrets(dataDir);
  if (kept) return kept;
  const secrets = {
    SESSION_SECRET: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEYS: `dev1:${randomBytes(32).toString("base64")}`,
  };
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600 });
  } catch (cause) {
    throw new ConfigRefused([
      `The folder ${dataDir} cannot be written to (${(cause as NodeJS.ErrnoException).code}): free it, or name another one in DATA_DIR.`,
    ]);
  }
  try {
    linkSync(draft, fileIn(dataDir)); // never over what another process made in the same moment
    return secrets;
  } catch {
    return readDevelopmentSecrets(dataDir) ?? secrets;
  } finally {
    rmSync(draft, { force: true });
  }
}
