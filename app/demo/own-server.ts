import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface OwnServer extends AsyncDisposable {
  url: string;
  shopUrl: string;
  /** Its folder: database, files, log. */
  dataDir: string;
}

/** Minutes on a machine that has to build first, and does other things besides. */
const PATIENCE_MS = 300_000;

/**
 * Brings up Gangway as `npm start` does, on a free port, with data of its own that is gone afterwards.
 *
 * @param settings over the defaults, e.g. `SMTP_URL`
 * @throws with what it printed, when it does not come up
 */
export async function ownServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "gangway-walk-"));
  const { NODE_ENV: _mode, VITEST: _test, NODE_OPTIONS: _options, ...environment } = process.env;
  const child = spawn(process.execPath, ["app/cli/ready.mjs", "app/cli/start.ts"], {
    env: {
      ...environment,
      GANGWAY_MODE: "development",
      NODE_ENV: "production",
      DATABASE_URL: "",
      PUBLIC_URL: "",
      SMTP_URL: "",
      S3_BUCKET: "",
      S3_ENDPOINT: "",
      S3_ACCESS_KEY_ID: "",
      PORT: "0",
      DATA_DIR: dataDir,
      DEMO_MERCHANTS: "false",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    await ended(child, "SIGTERM");
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const printed = await announced(child);
    const find = (name: string) => new RegExp(`^ *${name} +(https?://\\S+)`, "m").exec(printed)?.[1];
    const [url, shopUrl] = [find("Pages"), find("Shop")];
    if (!url || !shopUrl) throw new Error(`Gangway came up and does not say where:\n${printed}`);
    return { url, shopUrl, dataDir, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What it prints when it is up, to the end of the list. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const patience = setTimeout(() => reject(new Error(`Gangway did not come up:\n${printed}`)), PATIENCE_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (!/^ *Log +\S+/m.test(printed)) return;
        clearTimeout(patience);
        resolve(printed);
      });
    }
    child.once("exit", () => {
      clearTimeout(patience);
      reject(new Error(`Gangway did not come up:\n${printed}`));
    });
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const patience = setTimeout(() => child.kill("SIGKILL"), 30_000);
  await end;
  clearTimeout(patience);
}
