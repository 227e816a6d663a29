import { join } from "node:path";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import type { Platform } from "#app/platform/platform.ts";
import { healthz, readyz } from "./health.server.ts";
import { sameOrigin } from "./origin.server.ts";
import { pdfKit } from "./pdf-kit.server.ts";
import { limitBody, plainRequest, requestLog } from "./request.server.ts";
import { securityHeaders } from "./security-headers.server.ts";

export interface HttpOptions {
  platform: Pick<Platform, "config" | "log" | "pool">;
  /** Answers what is neither a file nor a question about health: the pages. */
  pages: RequestHandler;
  /** Holds `assets/` with hashed names, and files such as the icon. Absent with the dev server, which serves them itself. */
  clientDir?: string;
  devServer?: RequestHandler;
  isStopping?: () => boolean;
}

/** Everything that stands before the pages, in its order. */
export function httpApp({ platform, pages, clientDir, devServer, isStopping = () => false }: HttpOptions): Express {
  const { config, log, pool } = platform;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy);
  app.use(requestLog(log));
  app.use(plainRequest(config.trustProxy));
  app.use(securityHeaders({ isHttps: config.publicUrl.startsWith("https:"), isDevServer: devServer !== undefined }));
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(pool, isStopping));
  app.use(compression());
  if (devServer) app.use(devServer);
  if (clientDir) app.use(...files(clientDir));
  app.use(...pdfKit());
  app.use(sameOrigin(config.publicUrl, config.mode === "development"));
  app.use(limitBody);
  app.all("*", pages);
  app.use(failed(platform));
  return app;
}

const YEAR = 31_536_000_000;

/** Files of the build. A name with a hash is kept for ever; one that is not there is no page, so that old ones end in 404. */
function files(clientDir: string): [RequestHandler, RequestHandler] {
  const assets = express.Router();
  assets.use("/assets", express.static(join(clientDir, "assets"), { immutable: true, maxAge: YEAR, index: false }));
  assets.use("/assets", (_request, response) => {
    response.status(404).type("text").send("There is no such file.");
  });
  return [assets, express.static(clientDir, { maxAge: 3_600_000, index: false, redirect: false })];
}

/** What even the pages could not answer. */
const failed =
  ({ log }: Pick<Platform, "log">) =>
  // Express knows an error handler by its four parameters.
  (err: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    log.error({ err, requestId: response.locals.requestId }, "a request failed before any page could answer");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const status = (err as { status?: number }).status ?? 500;
    response
      .status(status >= 400 && status < 600 ? status : 500)
      .type("text")
      .send(
        `요청을 처리하지 못했어요. 잠시 뒤 다시 시도해 주세요.\nThis could not be answered. Please try again in a moment.\n${response.locals.requestId}`,
      );
  };
