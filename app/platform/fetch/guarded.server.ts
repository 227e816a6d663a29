import { Agent, buildConnector, type Dispatcher, request } from "undici";
import { assertNoTransaction } from "../outside.server.ts";
import { UpstreamError } from "../upstream-error.ts";
import { type Guard, type GuardOptions, guard } from "./guard.server.ts";
import { readBody } from "./read-body.server.ts";
import { type Fetched, Refused, type SafeFetch, type SafeFetchOptions } from "./safe-fetch.ts";

export interface GuardedFetchOptions extends GuardOptions {
  /** Milliseconds for the connection, and again for the headers. */
  connectMs?: number;
}

const MAX_HEADER_BYTES = 32 * 1024;
const MAX_BYTES = 5_000_000;
const TOTAL_MS = 30_000;
const MAX_REDIRECTS = 3;

/** How the check introduces itself, so that a shop can let it in by name. */
export const userAgent = "Mozilla/5.0 (compatible; GangwaySiteCheck/1.0; merchant onboarding review)";

/**
 * The one way out of the house. A host is resolved once per connection, every address it has is checked, and the
 * socket is opened to a checked address: a name that answers differently the second time changes nothing.
 *
 * @returns a `SafeFetch`; `close` ends its kept connections
 */
export function guardedFetch({ connectMs = 10_000, ...rules }: GuardedFetchOptions = {}): SafeFetch & {
  close(): Promise<void>;
} {
  const rule = guard(rules);
  const agent = new Agent({
    connect: checkedConnector(rule, connectMs),
    headersTimeout: connectMs,
    bodyTimeout: connectMs,
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: 6,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    allowH2: false,
  });

  async function ask(start: string, options: SafeFetchOptions = {}): Promise<Fetched> {
    assertNoTransaction("fetch");
    const { maxBytes = MAX_BYTES, timeoutMs = TOTAL_MS, maxRedirects = MAX_REDIRECTS, signal } = options;
    const deadline = AbortSignal.timeout(timeoutMs);
    const until = signal ? AbortSignal.any([signal, deadline]) : deadline;
    const via: string[] = [];
    let url = rule.checkUrl(start);
    let { method = "GET", body } = options;
    let headers: Record<string, string> = {
      "user-agent": userAgent,
      accept: "text/html,application/xhtml+xml,*/*;q=0.8",
      "accept-encoding": "gzip, deflate, br",
      ...lowered(options.headers ?? {}),
    };
    for (;;) {
      const answer = await send(url, { method, headers, body, signal: until });
      const next = redirectOf(url, answer);
      if (!next) {
        const bytes = await translated(
          url,
          readBody(answer.body, method === "HEAD" ? "" : one(answer.headers["content-encoding"]), maxBytes),
          answer.body,
        );
        return { url: url.href, status: answer.statusCode, headers: flat(answer.headers), body: bytes, via };
      }
      await drop(answer);
      if (via.length >= maxRedirects) throw new Refused("redirects", `more than ${maxRedirects}`);
      via.push(url.href);
      const target = rule.checkUrl(next);
      if (target.origin !== url.origin) headers = withoutSecrets(headers);
      // What a form sent is not sent on, except where the server asks for just that.
      if (answer.statusCode !== 307 && answer.statusCode !== 308 && method === "POST") {
        method = "GET";
        body = undefined;
      }
      url = target;
    }
  }

  const send = (
    url: URL,
    options: Pick<Dispatcher.RequestOptions, "method" | "headers" | "signal"> & { body?: string },
  ) => translated(url, request(url, { ...options, dispatcher: agent }));

  return Object.assign(ask, { close: () => agent.destroy() });
}

/** Opens sockets to checked addresses only; the certificate is still checked against the name. */
function checkedConnector(rule: Guard, timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, allowH2: false });
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    rule.addressesOf(options.hostname, port).then(
      (addresses) => {
        const servername = options.protocol === "https:" ? (options.servername ?? options.hostname) : undefined;
        const tryNext = (index: number) => {
          const hostname = addresses[index]!;
          connect({ ...options, hostname, servername }, (...answer) => {
            if (answer[0] && index + 1 < addresses.length) tryNext(index + 1);
            else callback(...answer);
          });
        };
        tryNext(0);
      },
      (error: Error) => callback(error, null),
    );
  };
}

/** Failures of the other side in our words; a refusal of ours stays what it is. */
async function translated<T>(url: URL, work: Promise<T>, body?: { destroy(): void }): Promise<T> {
  try {
    return await work;
  } catch (error) {
    body?.destroy();
    if (error instanceof Refused || error instanceof UpstreamError) throw error;
    const { name = "", code = "", message = "" } = error as { name?: string; code?: string; message?: string };
    const late = name === "TimeoutError" || code.endsWith("TIMEOUT");
    throw new UpstreamError("fetch", `${url.host}: ${late ? "too slow" : code || message || name}`, true, {
      cause: error,
    });
  }
}

function redirectOf(url: URL, { statusCode, headers }: Dispatcher.ResponseData): string | null {
  const location = one(headers.location);
  if (![301, 302, 303, 307, 308].includes(statusCode) || !location) return null;
  if (!URL.canParse(location, url)) throw new Refused("malformed", location.slice(0, 200));
  return new URL(location, url).href;
}

/** Lets go of a body nobody reads, without waiting for its end. */
async function drop({ body }: Dispatcher.ResponseData) {
  body.on("error", () => {});
  body.destroy();
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(", ") : (value ?? ""));
const flat = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, one(value)]));
const lowered = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
const withoutSecrets = ({ authorization: _a, cookie: _c, ...rest }: Record<string, string>): Record<string, string> =>
  rest;
