import { accessSync, constants, mkdirSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { type Config, ConfigRefused, parseConfig, readEnvironment } from "#app/platform/config/config.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import type { App } from "#app/server/app.server.ts";
import { httpApp } from "#app/server/http.server.ts";
import { type Listening, listen } from "#app/server/listen.server.ts";
import { announcement } from "./announcement.ts";
import { buildWhenChanged } from "./build-when-changed.ts";
import { sentenceOf } from "./sentence.ts";
import { stopOnSignals } from "./signals.ts";

// npm start | npm run start:web | npm run start:worker | npm run dev
type What = "all" | "web" | "worker" | "dev";
type Entry = { openApp(config: Config): Promise<App> };

const began = performance.now();
const project = process.cwd();
const what = (process.argv[2] ?? "all") as What;
const stop = stopOnSignals();

async function start(): Promise<void> {
  const environment = readEnvironment(project);
  const config = parseConfig(environment, project);
  assertWritable(config.dataDir);
  // React and the framework read it when they are loaded; what mode Gangway runs in is already decided.
  process.env.NODE_ENV = what === "dev" ? "development" : "production";

  await using opened = new AsyncDisposableStack();
  const door = what === "worker" ? null : await openDoor(config);
  if (door) {
    opened.defer(() => door.listening.close(0));
    if (!environment.PUBLIC_URL && config.port === 0) config.publicUrl = `http://localhost:${door.listening.port}`;
  }
  const database = opened.use(await openDatabase(config, project));
  if (database.setAside)
    console.log(`The schema was rewritten: the old database is kept as ${database.setAside}, a new one was made.`);
  const mayBuild = what !== "dev" && !config.isPrebuilt;
  if (mayBuild && (await buildWhenChanged(project, stop.signal))) console.log("Pages built.");
  if (stop.signal.aborted) return;
  const pages = await loadPages();
  if (stop.signal.aborted) return;

  const app = opened.use(await pages.entry.openApp({ ...config, databaseUrl: database.url }));
  const isDemo = config.mode === "development" && what !== "worker";
  const seeded = isDemo ? await app.seed() : { signIns: [] };
  if (what !== "web") {
    const worker = await app.startWorker();
    opened.defer(() => worker.stop());
  }
  if (stop.signal.aborted) return;

  if (door) {
    opened.defer(() => door.listening.close());
    door.answerWith(
      httpApp({ platform: app.platform, isStopping: () => stop.signal.aborted, ...pages.http(app.platform) }),
    );
  }
  console.log(announcement({ config, what, seeded, seconds: (performance.now() - began) / 1000 }));
  await stop.asked;
  console.log("Stopping.");
}

/** Takes the port first, so that one already taken is said at once; until the pages are ready it says so. */
async function openDoor(
  config: Config,
): Promise<{ listening: Listening; answerWith(listener: RequestListener): void }> {
  let answer: RequestListener = (_request, response) => {
    response
      .writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain; charset=utf-8" })
      .end("Gangway is starting.\n");
  };
  const listening = await listen((request, response) => answer(request, response), config);
  return {
    listening,
    answerWith(listener) {
      answer = listener;
    },
  };
}

interface Pages {
  entry: Entry;
  http(platform: App["platform"]): { pages: RequestHandler; clientDir?: string; devServer?: RequestHandler };
}

async function loadPages(): Promise<Pages> {
  if (what !== "dev") {
    const build = (await import(pathToFileURL(join(project, "build/server/index.js")).href)) as ServerBuild;
    return {
      entry: build.entry.module as unknown as Entry,
      http: (platform) => ({ pages: handler(build, platform), clientDir: join(project, "build/client") }),
    };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ root: project, server: { middlewareMode: true }, appType: "custom" });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return {
    entry: (await load()).entry.module as unknown as Entry,
    http: (platform) => ({ pages: handler(load, platform), devServer: vite.middlewares }),
  };
}

const handler = (build: ServerBuild | (() => Promise<ServerBuild>), platform: App["platform"]): RequestHandler =>
  createRequestHandler({
    build,
    getLoadContext: (request, response) => ({
      platform,
      nonce: response.locals.nonce,
      requestId: response.locals.requestId,
      ip: request.ip ?? "",
    }),
  });

function assertWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ConfigRefused([
      `The folder ${dataDir} cannot be written to (${code}): free it, or name another one in DATA_DIR.`,
    ]);
  }
}

try {
  await start();
} catch (error) {
  // Asked to stop while it was starting: what failed then failed because of that.
  if (!stop.signal.aborted) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}
process.exit();
