import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RequestHandler } from "express";
import type { Pool } from "pg";
import { expect, test as plain } from "vitest";
import { logTo } from "#app/platform/log/log.server.ts";
import { testConfig } from "#tests/config.ts";
import { type HttpOptions, httpApp } from "./http.server.ts";
import { listen, PortTaken } from "./listen.server.ts";
import { mayChange } from "./origin.server.ts";
import { pathForLog } from "./request.server.ts";

const answering = { query: async () => ({ rows: [] }) } as unknown as Pool;
const echo: RequestHandler = (request, response) => {
  response.json({
    ip: request.ip,
    host: request.hostname,
    forwarded: request.headers["x-forwarded-for"] ?? null,
    nonce: response.locals.nonce,
  });
};

/** The server in front of pages that are not ours to test. */
async function serving(
  options: Partial<HttpOptions> & { config?: Parameters<typeof testConfig>[0]; pool?: Pool } = {},
) {
  const lines: Record<string, unknown>[] = [];
  const log = logTo({ write: (line: string) => lines.push(JSON.parse(line)) }, "debug");
  const platform = { config: testConfig(options.config), log, pool: options.pool ?? answering };
  const server = await listen(httpApp({ platform, pages: echo, ...options }), { host: "127.0.0.1", port: 0 });
  return {
    lines,
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    close: server.close,
    [Symbol.asyncDispose]: () => server.close(0),
  };
}

const form = (headers: Record<string, string>, body = "a=1"): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
  body,
});

plain("a page comes with a policy of its own nonce and the headers that keep a browser strict", async () => {
  await using server = await serving();
  const [one, two] = [await fetch(server.url), await fetch(server.url)];
  const { nonce } = (await one.json()) as { nonce: string };
  const csp = one.headers.get("content-security-policy") ?? "";
  expect(csp).toContain(`script-src 'self' 'nonce-${nonce}'`);
  expect(csp).toMatch(/default-src 'none'.*object-src 'none'.*frame-ancestors 'none'/);
  expect(csp).not.toMatch(/script-src[^;]*unsafe/);
  expect(two.headers.get("content-security-policy")).not.toContain(nonce);
  expect(Object.fromEntries(one.headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "same-origin",
    "cache-control": "private, no-store",
    "permissions-policy": expect.stringContaining("camera=()"),
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(one.headers.has("x-powered-by")).toBe(false);
  expect(one.headers.has("strict-transport-security")).toBe(false);
});

plain("over https a browser is told to stay there", async () => {
  await using server = await serving({ config: { publicUrl: "https://gangway.example" } });
  const { headers } = await fetch(server.url);
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
});

plain("a route's own policy is not weakened or doubled", async () => {
  const pages: RequestHandler = (_request, response) => {
    response
      .append("Content-Security-Policy", "sandbox")
      .append("Cache-Control", "private, max-age=60")
      .send("document");
  };
  await using server = await serving({ pages });
  const { headers } = await fetch(server.url);
  expect(headers.get("content-security-policy")).toBe("sandbox");
  expect(headers.get("cache-control")).toBe("private, max-age=60");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

plain("files with a hash in their name are kept for ever, a missing one is no page", async () => {
  const clientDir = mkdtempSync(join(tmpdir(), "gangway-client-"));
  mkdirSync(join(clientDir, "assets"));
  writeFileSync(join(clientDir, "assets", "root-a1b2c3.js"), `export default "${"x".repeat(5000)}"`);
  writeFileSync(join(clientDir, "favicon.svg"), "<svg/>");
  await using server = await serving({ clientDir });
  const asset = await fetch(`${server.url}/assets/root-a1b2c3.js`);
  expect(Object.fromEntries(asset.headers)).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": expect.stringMatching(/br|gzip/),
    "x-content-type-options": "nosniff",
  });
  expect((await fetch(`${server.url}/favicon.svg`)).headers.get("cache-control")).toBe("public, max-age=3600");
  expect((await fetch(`${server.url}/assets/old.js`)).status).toBe(404);
  expect((await fetch(`${server.url}/assets/../../package.json`)).headers.get("content-type")).toContain(
    "application/json; charset=utf-8",
  ); // a page
  expect((await fetch(`${server.url}/assets/%2e%2e%2f%2e%2e%2fpackage.json`)).status).toBe(404);
});

plain.each([
  { from: "the page itself", headers: { Origin: "http://localhost:3000", Cookie: "s=1" }, status: 200 },
  { from: "another site", headers: { Origin: "https://evil.example", Cookie: "s=1" }, status: 403 },
  { from: "another site without cookies", headers: { Origin: "https://evil.example" }, status: 403 },
  { from: "a sandboxed frame", headers: { Origin: "null", Cookie: "s=1" }, status: 403 },
  { from: "a neighbour host", headers: { Origin: "http://localhost:3000.evil.example", Cookie: "s=1" }, status: 403 },
  { from: "a browser that hides where from", headers: { Cookie: "s=1" }, status: 403 },
  { from: "a program in nobody's name", headers: {}, status: 200 },
])("a form from $from: $status", async ({ headers, status }) => {
  await using server = await serving({ config: { mode: "production" } });
  expect((await fetch(server.url, form(headers as unknown as Record<string, string>))).status).toBe(status);
});

plain.each([
  ["same-origin", true],
  ["none", true],
  ["same-site", false],
  ["cross-site", false],
])("a browser that says %s may change: %s", (site, may) => {
  const headers = { origin: "https://gw.example", host: "gw.example", "sec-fetch-site": site };
  expect(mayChange({ method: "POST", headers }, "https://gw.example", false)).toBe(may);
});

plain("development also takes the host it was asked by, production only its own address", () => {
  const request = {
    method: "POST",
    headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", cookie: "s=1" },
  };
  expect(mayChange(request, "http://localhost:3000", true)).toBe(true);
  expect(mayChange(request, "http://localhost:3000", false)).toBe(false);
});

plain("reading is open to links from anywhere", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    expect(
      mayChange({ method, headers: { origin: "https://evil.example", cookie: "s=1" } }, "https://gw.example", false),
    ).toBe(true);
  }
});

plain("what visitors claim to be forwarded for is believed behind a proxy of ours only", async () => {
  const headers = { "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Host": "evil.example" };
  await using open = await serving();
  expect(await (await fetch(open.url, { headers })).json()).toMatchObject({
    ip: "127.0.0.1",
    host: "127.0.0.1",
    forwarded: null,
  });
  await using behind = await serving({ config: { trustProxy: 1 } });
  expect(await (await fetch(behind.url, { headers })).json()).toMatchObject({ ip: "203.0.113.7" });
});

plain("a host name that is none is refused before it becomes an address", async () => {
  await using server = await serving();
  const status = await new Promise((resolve, reject) => {
    httpRequest({ port: server.port, host: "127.0.0.1", headers: { Host: "evil.example/@x y" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(400);
});

plain("a form larger than a form is refused, an upload is the route's to count", async () => {
  await using server = await serving();
  const large = "a".repeat(1_000_001);
  expect((await fetch(server.url, form({}, large))).status).toBe(413);
  const upload = new FormData();
  upload.append("file", new Blob([large]));
  expect((await fetch(server.url, { method: "POST", body: upload })).status).toBe(200);
  const unmeasured = {
    method: "POST",
    body: new Blob(["a"]).stream(),
    duplex: "half",
    headers: { "Content-Type": "text/plain" },
  } as RequestInit;
  expect((await fetch(server.url, unmeasured)).status).toBe(411);
});

plain("each request is one line of the log, with its id and without what it asked", async () => {
  await using server = await serving();
  const response = await fetch(`${server.url}/invite/k3jf8aJ2kd93jdk2ld93kd?code=123456`, {
    headers: { Cookie: "session=hunter2" },
  });
  await response.text();
  await expect.poll(() => server.lines.length).toBe(1);
  expect(server.lines[0]).toMatchObject({
    requestId: response.headers.get("x-request-id"),
    method: "GET",
    path: "/invite/[long]",
    status: 200,
    ms: expect.any(Number),
  });
  expect(JSON.stringify(server.lines)).not.toMatch(/123456|hunter2|k3jf8/);
});

plain("a path keeps its ids in the log", () => {
  expect(pathForLog("/cases/0198c0de-0000-7000-8000-000000000001/kyc")).toBe(
    "/cases/0198c0de-0000-7000-8000-000000000001/kyc",
  );
});

plain("a failure that no page caught is said without its details, and logged with them", async () => {
  const pages: RequestHandler = (_request, _response, next) => next(new Error("secret detail"));
  await using server = await serving({ pages });
  const response = await fetch(server.url);
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).toContain(response.headers.get("x-request-id"));
  expect(body).not.toContain("secret");
  expect(server.lines.find(({ level }) => level === "error")).toMatchObject({ err: { message: "secret detail" } });
});

plain("ready means: the database answers and nobody asked to stop", async () => {
  await using well = await serving();
  expect((await fetch(`${well.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${well.url}/readyz`)).status).toBe(200);
  await using ill = await serving({ pool: { query: () => Promise.reject(new Error("gone")) } as unknown as Pool });
  expect((await fetch(`${ill.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${ill.url}/readyz`)).status).toBe(503);
  await using hanging = await serving({ pool: { query: () => new Promise(() => {}) } as unknown as Pool });
  expect(await (await fetch(`${hanging.url}/readyz`)).text()).toBe("the database is slow");
  await using stopping = await serving({ isStopping: () => true });
  expect(await (await fetch(`${stopping.url}/readyz`)).text()).toBe("stopping");
});

plain("stopping waits for those who are being answered and turns away new ones", async () => {
  const pages: RequestHandler = async (_request, response) => {
    await sleep(400);
    response.send("done");
  };
  const server = await serving({ pages });
  const idle = await fetch(`${server.url}/healthz`); // leaves a connection open
  await idle.text();
  const under = fetch(server.url).then((response) => response.text());
  await sleep(100);
  const closed = server.close();
  await sleep(20);
  await expect(fetch(server.url)).rejects.toThrow();
  expect(await under).toBe("done");
  await closed;
});

plain("stopping does not wait for ever", async () => {
  const server = await serving({ pages: () => {} });
  const hanging = fetch(server.url).catch((error: Error) => error.message);
  await sleep(100);
  const began = Date.now();
  await server.close(200);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(await hanging).toBe("fetch failed");
});

plain("a port that is taken is said in a sentence with the way out", async () => {
  await using server = await serving();
  const failure = await listen(() => {}, { host: "127.0.0.1", port: server.port }).catch((error) => error);
  expect(failure).toBeInstanceOf(PortTaken);
  expect(failure.message).toBe(
    `The port ${server.port} is taken: stop what listens there, or choose another with PORT=${server.port + 1} npm start.`,
  );
});
