import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type Guard, portOf } from "../fetch/guard.server.ts";

export interface GuardedProxy {
  /** For the browser: `http://127.0.0.1:port`. */
  url: string;
  /** Addresses that were asked for and refused, `host:port`, first first. */
  refused: string[];
  close(): Promise<void>;
}

const IDLE_MS = 15_000;
const HOP_BY_HOP = ["proxy-connection", "proxy-authorization", "connection", "keep-alive", "te", "trailer", "upgrade"];

/**
 * A proxy on loopback that the browser has to use for everything: pages, scripts, frames, sockets, redirects. It
 * resolves, checks and connects by the same rule as `SafeFetch`, so that no script of a page decides where bytes go.
 *
 * Chosen over intercepting requests inside the browser: what the interception does not see (sockets, workers,
 * preconnects, frames of another process) still has no other way out than this.
 *
 * @param maxBytes what all answers together may weigh; then the line is cut
 */
export async function guardedProxy(rule: Guard, maxBytes: number): Promise<GuardedProxy> {
  const sockets = new Set<Duplex>();
  const refused: string[] = [];
  let spent = 0;

  const watch = (socket: Duplex) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const count = (upstream: Socket) => {
    watch(upstream);
    upstream.setTimeout(IDLE_MS, () => upstream.destroy());
    upstream.on("data", (chunk: Buffer) => {
      spent += chunk.length;
      if (spent > maxBytes) for (const socket of sockets) socket.destroy();
    });
  };

  /** The checked address of what is asked for, or null when it may not be asked. */
  async function checked(text: string): Promise<{ url: URL; host: string; port: number } | null> {
    try {
      const url = rule.checkUrl(text);
      const port = portOf(url);
      const [host] = await rule.addressesOf(url.hostname, port);
      return spent > maxBytes ? null : { url, host: host!, port };
    } catch {
      refused.push(text.slice(0, 300));
      return null;
    }
  }

  async function forward(incoming: IncomingMessage, answer: ServerResponse) {
    const target = await checked(incoming.url ?? "");
    if (!target) return void answer.writeHead(403, { "content-type": "text/plain" }).end("refused");
    const headers = { ...incoming.headers, host: target.url.host };
    for (const name of HOP_BY_HOP) delete headers[name as keyof typeof headers];
    // Where we can see the body it comes unpacked or not at all; inside a tunnel the pool's eye on memory must do.
    headers["accept-encoding"] = "identity";
    const outgoing = request(
      {
        host: target.host,
        port: target.port,
        method: incoming.method,
        path: target.url.pathname + target.url.search,
        headers,
        maxHeaderSize: 32 * 1024,
        agent: false,
      },
      (got) => {
        if ((got.headers["content-encoding"] ?? "identity") !== "identity") {
          got.destroy();
          return void answer.writeHead(502).end();
        }
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    outgoing.on("socket", count);
    outgoing.on("error", () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    answer.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  async function tunnel(incoming: IncomingMessage, client: Duplex, head: Buffer) {
    watch(client);
    // A tunnel is for TLS, whatever its port: 443 is the rule, allow-listed demo ports keep their own.
    const target = await checked(`https://${incoming.url ?? ""}`);
    if (!target) return void client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const upstream = connect({ host: target.host, port: target.port });
    count(upstream);
    upstream.once("connect", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  }

  const server = createServer((incoming, answer) => void forward(incoming, answer));
  server.on("connect", (incoming, client, head) => void tunnel(incoming, client, head));
  server.on("connection", watch);
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(0, "127.0.0.1", done);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
