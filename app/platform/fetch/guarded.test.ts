import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { UpstreamError } from "../upstream-error.ts";
import { guardedFetch } from "./guarded.server.ts";
import { Refused } from "./safe-fetch.ts";

const listening = async (server: Server) => {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
const serving = (listener: RequestListener) => listening(createServer(listener));
const raw = (listener: (socket: Socket) => void) =>
  listening(
    createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => listener(socket));
    }),
  );

test("a page comes back whole, with its address, status and headers", async () => {
  await using shop = await serving((request, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader("content-encoding", "gzip");
    response.end(gzipSync(`you are ${request.headers["user-agent"]}`));
  });
  const fetch = guardedFetch({ allow: [shop.host] });
  const page = await fetch(`${shop.url}/a`);
  expect(page).toMatchObject({ url: `${shop.url}/a`, status: 200, via: [], headers: { "content-type": "text/html" } });
  expect(Buffer.from(page.body).toString()).toContain("GangwaySiteCheck");
  await fetch.close();
});

test("a private server is refused before it hears of us", async () => {
  let asked = 0;
  await using inside = await serving((_, response) => {
    asked++;
    response.end();
  });
  await expect(guardedFetch()(inside.url)).rejects.toMatchObject({ reason: "port" });
  expect(asked).toBe(0);
});

test("a redirect into private space is refused where it points there", async () => {
  let reached = 0;
  await using inside = await serving((_, response) => {
    reached++;
    response.end("secret");
  });
  const targets = [
    inside.url,
    "http://169.254.169.254/",
    "http://[::1]/",
    "file:///etc/passwd",
    "http://user:pw@example.com/",
  ];
  await using shop = await serving((request, response) => {
    response.writeHead(302, { location: targets[Number(request.url!.slice(1))]! }).end();
  });
  const fetch = guardedFetch({ allow: [shop.host] });
  for (const index of targets.keys()) await expect(fetch(`${shop.url}/${index}`)).rejects.toBeInstanceOf(Refused);
  expect(reached).toBe(0);
  await fetch.close();
});

test("a name that rebinds to loopback is caught when it is connected to", async () => {
  let answers = 0;
  // Public when first looked at, loopback ever after: the classic.
  const resolve = async () => (answers++ === 0 ? ["192.0.2.1"] : ["127.0.0.1"]);
  const fetch = guardedFetch({ resolve, connectMs: 300 });
  await expect(fetch("http://rebind.example.com/", { timeoutMs: 1_000 })).rejects.toThrow();
  await expect(fetch("http://rebind.example.com/")).rejects.toMatchObject({ reason: "privateAddress" });
  await fetch.close();
});

test("the socket goes to the address that was checked: one look-up per connection", async () => {
  let answers = 0;
  await using shop = await serving((_, response) => response.end("ok"));
  const port = shop.host.split(":")[1];
  const resolve = async () => (answers++ === 0 ? ["127.0.0.1"] : ["127.0.0.2"]);
  const fetch = guardedFetch({ allow: [`shop.example.com:${port}`], resolve });
  expect((await fetch(`http://shop.example.com:${port}/`)).status).toBe(200);
  expect(answers).toBe(1);
  await fetch.close();
});

test("a thousand redirects end at the fourth, an endless circle too", async () => {
  let asked = 0;
  await using shop = await serving((request, response) => {
    asked++;
    const n = Number(request.url!.slice(1));
    if (n >= 1_000) response.end("the end");
    else response.writeHead(302, { location: `/${n + 1}` }).end("x".repeat(1000));
  });
  const fetch = guardedFetch({ allow: [shop.host] });
  await expect(fetch(`${shop.url}/0`)).rejects.toMatchObject({ reason: "redirects" });
  expect(asked).toBe(4);
  await expect(fetch(`${shop.url}/0`, { maxRedirects: 0 })).rejects.toMatchObject({ reason: "redirects" });
  expect((await fetch(`${shop.url}/998`)).via).toEqual([`${shop.url}/998`, `${shop.url}/999`]);
  await fetch.close();
});

test.each([
  ["gzip", gzipSync(Buffer.alloc(200_000_000))],
  ["br", brotliCompressSync(Buffer.alloc(200_000_000))],
  ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(200_000_000)))],
])(
  "a %s bomb is put down while it unpacks",
  async (encoding, bomb) => {
    await using shop = await serving((_, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(bomb);
    });
    const fetch = guardedFetch({ allow: [shop.host] });
    const before = process.memoryUsage().rss;
    await expect(fetch(shop.url)).rejects.toMatchObject({ name: "UpstreamError", retryable: false });
    await expect(fetch(shop.url, { maxBytes: 1e9 })).rejects.toBeInstanceOf(UpstreamError);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    await fetch.close();
  },
  60_000,
);

test("an honest large page of equal rows is not taken for a bomb", async () => {
  await using shop = await serving((_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("<li>배송비 3,000원</li>".repeat(20_000)));
  });
  const fetch = guardedFetch({ allow: [shop.host] });
  expect((await fetch(shop.url)).body.length).toBe("<li>배송비 3,000원</li>".length * 20_000 + 20_000 * 8);
  await fetch.close();
});

test("a page without end stops at the limit", async () => {
  await using shop = await serving((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  });
  const fetch = guardedFetch({ allow: [shop.host] });
  await expect(fetch(shop.url, { maxBytes: 1_000_000 })).rejects.toThrow("more than 1000000 bytes");
  await fetch.close();
});

test("one byte a second does not hold us", async () => {
  await using shop = await serving((_, response) => {
    const drip = setInterval(() => response.write("."), 50);
    response.on("close", () => clearInterval(drip));
  });
  const fetch = guardedFetch({ allow: [shop.host] });
  const started = performance.now();
  await expect(fetch(shop.url, { timeoutMs: 400 })).rejects.toThrow("too slow");
  expect(performance.now() - started).toBeLessThan(10_000);
  await fetch.close();
});

test("headers that never come, and headers that drip, end at the deadline", async () => {
  await using mute = await raw(() => {});
  await using dripping = await raw((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const drip = setInterval(() => socket.write("x-a: b\r\n"), 50);
    socket.on("close", () => clearInterval(drip));
  });
  const fetch = guardedFetch({ allow: [mute.host, dripping.host], connectMs: 300 });
  await expect(fetch(mute.url)).rejects.toMatchObject({ name: "UpstreamError", retryable: true });
  await expect(fetch(dripping.url, { timeoutMs: 500 })).rejects.toBeInstanceOf(UpstreamError);
  await fetch.close();
});

test("giant headers and endless headers are refused", async () => {
  await using giant = await raw((socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nx-big: ${"a".repeat(200_000)}\r\n\r\nhello`),
  );
  await using endless = await raw((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const more = () => {
      while (!socket.destroyed && socket.write("x-a: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n".repeat(100)));
      if (!socket.destroyed) socket.once("drain", more);
    };
    more();
  });
  const fetch = guardedFetch({ allow: [giant.host, endless.host] });
  await expect(fetch(giant.url)).rejects.toBeInstanceOf(UpstreamError);
  await expect(fetch(endless.url)).rejects.toBeInstanceOf(UpstreamError);
  await fetch.close();
});

test("garbage, a half answer and a closed door are failures of the other side", async () => {
  await using garbage = await raw((socket) => socket.end("\u0000\u0001 not http at all"));
  await using half = await raw((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhello"));
  await using shut = await raw((socket) => socket.destroy());
  const fetch = guardedFetch({ allow: [garbage.host, half.host, shut.host] });
  for (const { url } of [garbage, half, shut]) await expect(fetch(url)).rejects.toBeInstanceOf(UpstreamError);
  await fetch.close();
});

test("what was sent in confidence does not follow a redirect to another host", async () => {
  const seen: Record<string, unknown>[] = [];
  await using other = await serving((request, response) => {
    seen.push({ ...request.headers, method: request.method });
    response.end();
  });
  await using shop = await serving((_, response) => response.writeHead(302, { location: other.url }).end());
  const fetch = guardedFetch({ allow: [shop.host, other.host] });
  await fetch(shop.url, {
    method: "POST",
    body: "a=b",
    headers: { Authorization: "Bearer x", Cookie: "s=1", "x-a": "1" },
  });
  expect(seen[0]).toMatchObject({ method: "GET", "x-a": "1" });
  expect(seen[0]).not.toHaveProperty("authorization");
  expect(seen[0]).not.toHaveProperty("cookie");
  await fetch.close();
});
