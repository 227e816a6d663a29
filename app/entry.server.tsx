import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/ui/nonce.tsx";

export { openApp } from "#app/server/app.server.ts";

/** How long a page may take to be put together, in milliseconds. */
export const streamTimeout = 10_000;

/**
 * Turns a page into one piece of text. No page of ours has slow parts that come later, and React hands out what it wrote two kilobytes at a
 * time: each of those would travel through three streams and leave as a packet of its own.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  { nonce, platform, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={page} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(patience);
          headers.set("Content-Type", "text/html; charset=utf-8");
          const written: Uint8Array[] = [];
          pipe(
            new Writable({
              write(chunk: Uint8Array, _encoding, done) {
                written.push(chunk);
                done();
              },
              final(done) {
                resolve(new Response(Buffer.concat(written), { status, headers }));
                done();
              },
            }),
          );
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500;
          if (!request.signal.aborted) platform.log.error({ err: error, requestId }, "a part of a page failed");
        },
      },
    );
    const patience = setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Called by the framework for whatever a loader, an action or a page threw that nobody expected. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // A visitor who went away is no failure; a route that does not exist is an answer.
  if (request.signal.aborted || (error as { status?: number } | null)?.status === 404) return;
  context.platform.log.error({ err: error, requestId: context.requestId }, "a request failed");
}
