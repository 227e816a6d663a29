import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A path as it may stand in the log: long parts that are no ids may be somebody's invitation. */
export const pathForLog = (path: string): string =>
  path
    .split("/")
    .map((part) => (part.length >= 20 && !UUID.test(part) ? "[long]" : part))
    .join("/");

/** Every request has an id, told to the visitor and written into the log with what became of it. */
export const requestLog =
  (log: Logger) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader("X-Request-Id", requestId);
    const began = performance.now();
    response.once("close", () => {
      const isRoutine = /^\/(assets\/|healthz$|readyz$)/.test(request.path);
      log[isRoutine ? "debug" : "info"](
        {
          requestId,
          method: request.method,
          path: pathForLog(request.path),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
          // The visitor left before the end.
          ...(response.writableFinished ? {} : { cut: true }),
        },
        "request",
      );
    });
    next();
  };

/** What proxies write about visitors is believed only when one of ours stands in front; a host that is none is refused. */
export const plainRequest =
  (trustProxy: number) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (trustProxy === 0) {
      for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded"])
        delete request.headers[name];
    }
    const host = request.headers.host ?? "";
    if (!/^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host)) {
      response.status(400).type("text").send("This host name cannot be read.");
      return;
    }
    next();
  };

/** Bytes of a form without files; uploads are counted by the routes that take them, while they stream. */
const MAX_FORM = 1_000_000;

/** Refuses bodies that only serve to fill the memory. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  const hasBody =
    request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
  const isUpload = request.headers["content-type"]?.toLowerCase().startsWith("multipart/form-data") ?? false;
  if (hasBody && !isUpload) {
    const length = request.headers["content-length"];
    if (length === undefined || Number(length) > MAX_FORM) {
      const [status, sentence]: [number, string] =
        length === undefined ? [411, "Send this with its length."] : [413, "This is more than a form may hold."];
      response.status(status).set("Connection", "close").type("text").send(sentence);
      return;
    }
  }
  next();
}
