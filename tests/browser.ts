import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { unpackChromium } from "#app/platform/browser/chromium.server.ts";

/** A browser for tests and screenshots of our own pages: the packaged one, with our typeface where the machine has none. */
export async function openBrowser(): Promise<Browser> {
  const unpacked = await unpackChromium(join(tmpdir(), "gangway-browser"));
  const { PATH = "", HOME = "/tmp", LD_LIBRARY_PATH = "" } = process.env;
  const launch = (libraries: string) =>
    chromium.launch({
      executablePath: unpacked.executable,
      headless: true,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
      env: { PATH, HOME, TZ: "UTC", FONTCONFIG_FILE: unpacked.fontConfig, LD_LIBRARY_PATH: libraries },
    });
  // Machines without the usual shared libraries use the packaged ones.
  return launch(LD_LIBRARY_PATH).catch(() => launch(unpacked.libraries));
}
