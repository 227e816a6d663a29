import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/ui/nonce.tsx";

export { openApp } from "#app/server/app.server.ts";

/** How long a page may wait for its slow parts, in milliseconds. */
export const streamTimeout = 10_000;

/** Turns a page into a stream: browsers get the frame at once, robots everything at the end. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  { nonce, platform, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let isFramed = false;
    const ready = isbot(request.headers.get("user-agent")) || page.isSpaMode ? "onAllReady" : "onShellReady";
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={page} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          isFramed = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500;
          // What fails before the frame is told by onShellError.
          if (isFramed && !request.signal.aborted)
            platform.log.error({ err: error, requestId }, "a part of a page failed");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Called by the framework for whatever a loader, an action or a page threw that nobody expected. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // A visitor who went away is no failure; a route that does not exist is an answer.
  if (request.signal.aborted || (error as { status?: number } | null)?.status === 404) return;
  context.platform.log.error({ err: error, requestId: context.requestId }, "a request failed");
}
