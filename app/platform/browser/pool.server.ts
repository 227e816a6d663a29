import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { type Browser, type BrowserContext, type BrowserServer, chromium, type Page } from "playwright-core";
import { type GuardOptions, guard } from "../fetch/guard.server.ts";
import { userAgent } from "../fetch/guarded.server.ts";
import { assertNoTransaction } from "../outside.server.ts";
import { UpstreamError } from "../upstream-error.ts";
import type { Browsers } from "./browser.ts";
import { type Chromium, unpackChromium } from "./chromium.server.ts";
import { guardedProxy } from "./guarded-proxy.server.ts";

export interface BrowserPoolOptions extends GuardOptions {
  log?: Pick<Logger, "info" | "warn">;
  /** Pages at the same time; each is a context of its own. */
  size?: number;
  /** Where the packaged browser is unpacked, in a folder named for its version. */
  cacheDir?: string;
  /** What one page may take, in milliseconds, from its first breath to its last. */
  pageMs?: number;
  /** Bytes that one page may load, all its parts together. */
  pageBytes?: number;
}

/** The whole browser may not grow over this; a page that makes it is put down with it. */
const MAX_RSS_BYTES = 1_500_000_000;

const flags = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
  "--no-first-run",
  "--dns-prefetch-disable",
  "--disable-features=NetworkPrediction,SpeculationRulesPrefetch,Translate,OptimizationHints,MediaRouter,WebRtcHideLocalIpsWithMdns",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  // Whatever does not go through the proxy finds no name to go to; loopback too goes through it.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--proxy-bypass-list=<-loopback>",
  "--js-flags=--max-old-space-size=512",
  "--disk-cache-size=1",
  "--mute-audio",
];

/**
 * A pool over one headless Chromium, started when the first page is asked for and again after it died. Every page
 * has a context and a guarded proxy of its own, no downloads, no permissions, no service workers, no popups.
 */
export function browserPool(options: BrowserPoolOptions = {}): Browsers {
  const { log, size = 2, cacheDir = join(process.cwd(), ".cache"), pageMs = 60_000, pageBytes = 30_000_000 } = options;
  const rule = guard(options);
  const waiting: (() => void)[] = [];
  let free = size;
  let running: Promise<Running> | null = null;
  let closed = false;

  const browser = (): Promise<Running> => {
    if (closed) return Promise.reject(new UpstreamError("browser", "the pool is closed", false));
    if (running) return running;
    const mine = start(cacheDir, log).then(
      (started) => {
        started.browser.once("disconnected", () => {
          if (running === mine) running = null;
          void started.stop();
          if (!closed) log?.warn({}, "browser gone, a new one starts with the next page");
        });
        return started;
      },
      (cause: unknown) => {
        if (running === mine) running = null;
        throw new UpstreamError("browser", "cannot be started", true, { cause });
      },
    );
    running = mine;
    return mine;
  };

  async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
    assertNoTransaction("browser");
    if (free > 0) free--;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await inContext(work);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  }

  /** A browser that just died is not always known to be dead: the first thing asked of it tells, and a new one is started. */
  async function open(proxy: string): Promise<{ browser: Browser; context: BrowserContext }> {
    for (let attempt = 0; ; attempt++) {
      const asked = browser();
      const current = await asked;
      try {
        const context = await current.browser.newContext({
          proxy: { server: proxy, bypass: "<-loopback>" },
          viewport: { width: 1280, height: 900 },
          acceptDownloads: false,
          serviceWorkers: "block",
          userAgent: `${userAgent} Chrome/153`,
        });
        return { browser: current.browser, context };
      } catch (cause) {
        await current.stop();
        if (running === asked) running = null;
        if (attempt > 0) throw new UpstreamError("browser", "opens no page", true, { cause });
      }
    }
  }

  async function inContext<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const proxy = await guardedProxy(rule, pageBytes);
    let timer: NodeJS.Timeout | undefined;
    let connected = () => true;
    let forget = () => {};
    try {
      const { browser, context } = await open(proxy.url);
      connected = () => browser.isConnected();
      const gone = new Promise<never>((_, reject) => {
        const fail = (what: string) => reject(new UpstreamError("browser", what, true));
        timer = setTimeout(() => fail(`a page took more than ${pageMs} ms`), pageMs);
        const away = () => fail("went away");
        browser.once("disconnected", away);
        forget = () => browser.off("disconnected", away);
        context.on("page", (page) => page.on("crash", () => fail("a page crashed")));
      });
      gone.catch(() => {});
      try {
        const page = await Promise.race([context.newPage(), gone]);
        page.setDefaultTimeout(15_000);
        page.on("popup", (popup) => void popup.close().catch(() => {}));
        page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
        return await Promise.race([work(page), gone]);
      } finally {
        await Promise.race([context.close().catch(() => {}), new Promise((done) => setTimeout(done, 5_000).unref())]);
      }
    } catch (error) {
      // A crash reaches the work as a failed call first; what is true of both is that the browser let us down.
      if (!connected() && !(error instanceof UpstreamError)) {
        throw new UpstreamError("browser", "went away", true, { cause: error });
      }
      throw error;
    } finally {
      clearTimeout(timer);
      forget();
      await proxy.close();
    }
  }

  return {
    withPage,
    async close() {
      closed = true;
      const started = await running?.catch(() => null);
      await started?.stop();
    },
  };
}

interface Running {
  browser: Browser;
  stop(): Promise<void>;
}

/** With the sandbox where the machine lets us, then without; with the machine's libraries, then with the packaged ones. */
async function start(cacheDir: string, log: BrowserPoolOptions["log"]): Promise<Running> {
  const unpacked = await unpackChromium(cacheDir);
  const isRoot = process.getuid?.() === 0;
  let failure: unknown;
  for (const libraries of [false, true]) {
    for (const sandbox of isRoot ? [false] : [true, false]) {
      try {
        const started = await launch(unpacked, sandbox, libraries);
        log?.info({ sandbox }, "browser started");
        if (!sandbox)
          log?.warn({}, "browser without its sandbox: run as an ordinary user with user namespaces to have it");
        return started;
      } catch (error) {
        failure = error;
      }
    }
  }
  throw failure;
}

async function launch(unpacked: Chromium, sandbox: boolean, libraries: boolean): Promise<Running> {
  const { PATH = "", HOME = "/tmp", TMPDIR, LANG } = process.env;
  const env: Record<string, string> = { PATH, HOME, FONTCONFIG_FILE: unpacked.fontConfig, TZ: "UTC" };
  if (TMPDIR) env.TMPDIR = TMPDIR;
  if (LANG) env.LANG = LANG;
  if (libraries) env.LD_LIBRARY_PATH = unpacked.libraries;
  const server = await chromium.launchServer({
    executablePath: unpacked.executable,
    headless: true,
    chromiumSandbox: sandbox,
    args: flags,
    // Only the few names above: no secret of ours is in the browser's environment.
    env,
    timeout: 20_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // The contexts bring their own; without one for the whole browser some versions forget theirs.
    proxy: { server: "http://127.0.0.1:1", bypass: "<-loopback>" },
  });
  const watch = setInterval(() => {
    if (rssOfTree(server.process().pid ?? 0) > MAX_RSS_BYTES) void server.kill();
  }, 500).unref();
  const stop = async () => {
    clearInterval(watch);
    await stopServer(server);
  };
  try {
    return { browser: await chromium.connect(server.wsEndpoint(), { timeout: 20_000 }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const stopServer = async (server: BrowserServer) => {
  const late = new Promise<"late">((done) => setTimeout(() => done("late"), 3_000).unref());
  if ((await Promise.race([server.close().catch(() => {}), late])) === "late") await server.kill().catch(() => {});
};

/** Resident bytes of a process and all below it, from /proc; 0 where there is none. */
function rssOfTree(root: number): number {
  try {
    const parents = new Map<number, number[]>();
    const rss = new Map<number, number>();
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const [, after = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(/\) (?=\w )/);
        const fields = after.split(" ");
        const parent = Number(fields[1]);
        parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
        rss.set(Number(name), Number(fields[21]) * 4096);
      } catch {
        // gone between the listing and the reading
      }
    }
    const sum = (pid: number): number =>
      (rss.get(pid) ?? 0) + (parents.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
    return sum(root);
  } catch {
    return 0;
  }
}
