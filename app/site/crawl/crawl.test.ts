import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import type { SafeFetch } from "#app/platform/fetch/safe-fetch.ts";
import { crawl } from "./crawl.server.ts";

const now = () => new Date("2026-05-03T09:00:00Z");
type Answers = Record<
  string,
  (
    path: string,
  ) => Partial<{ status: number; headers: Record<string, string>; body: string | Buffer }> | RequestListener
>;

/** A shop of answers by path; the longest path that fits answers. Counts who asked for what. */
async function shop(answers: Answers) {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const path = request.url!;
    asked.push(path);
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    const key = Object.keys(answers)
      .filter((one) => path === one || (one.endsWith("*") && path.startsWith(one.slice(0, -1))))
      .sort((a, b) => b.length - a.length)[0];
    const answer = key === undefined ? { status: 404 } : answers[key]!(path);
    if (typeof answer === "function") return answer(request, response);
    response.writeHead(answer.status ?? 200, { "content-type": "text/html; charset=utf-8", ...answer.headers });
    response.end(answer.body ?? "");
  });
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const guarded = guardedFetch({ allow: [host], connectMs: 400 });
  // The limits of a visit are seconds; a test's are parts of one.
  const fetch: SafeFetch = (url, options) =>
    guarded(url, { ...options, timeoutMs: Math.min(600, options?.timeoutMs ?? 600) });
  return {
    asked,
    url: `http://${host}`,
    most: () => most,
    visit: (options: Partial<Parameters<typeof crawl>[1]> = {}) =>
      crawl({ fetch, now }, { url: `http://${host}/`, ...options }),
    async [Symbol.asyncDispose]() {
      await guarded.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
const page = (...links: string[]) => ({
  body: `<!doctype html><html lang="ko"><head><title>상점</title></head><body><h1>상점 ${links.join(" ")}</h1>${links.map((link) => `<a href="${link}">${link}</a>`).join(" ")}</body></html>`,
});

test("a careful guest asks robots.txt, keeps to it, and never asks for more than fifty pages", async () => {
  await using mall = await shop({
    "/robots.txt": () => ({ headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /secret\n" }),
    "/": () => page("/secret/deal", ...Array.from({ length: 90 }, (_, n) => `/goods/${n}`)),
    "/goods/*": (path) => page(`${path}/more`, "/secret/deal"),
    "/secret/*": () => page(),
  });
  const archive = await mall.visit();
  expect(archive.pages.length).toBeLessThanOrEqual(50);
  expect(mall.asked.filter((path) => path.startsWith("/goods")).length).toBeLessThanOrEqual(50);
  expect(mall.asked.filter((path) => path.startsWith("/secret"))).toEqual([]);
  expect(archive.leftOut).toBeGreaterThan(0);
  expect(mall.most()).toBeLessThanOrEqual(5);
});

test("a shop that forbids visits is not visited", async () => {
  await using mall = await shop({
    "/robots.txt": () => ({ headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /\n" }),
    "/": () => page("/goods/1"),
    "/goods/*": () => page(),
  });
  const archive = await mall.visit();
  expect(archive).toMatchObject({ robots: "disallowed", pages: [], unreachable: [{ why: "robots.txt" }] });
  expect(mall.asked).not.toContain("/goods/1");
});

test("links that act, lead out, or are no pages are left alone", async () => {
  await using mall = await shop({
    "/": () =>
      page(
        "/logout",
        "/cart?add-to-cart=1",
        "/a.pdf",
        "https://elsewhere.example/",
        "mailto:a@b.kr",
        "javascript:alert(1)",
        "/guide",
      ),
    "/guide": () => page(),
  });
  const archive = await mall.visit();
  expect(archive.pages.map(({ url }) => new URL(url).pathname)).toEqual(["/", "/guide"]);
});

test("hostile pages of a shop cost that page and no more: bombs, endless pages, drips, circles, giant headers", async () => {
  const rude: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = () => {
      while (!response.destroyed && response.write("<p>배송</p>".repeat(5_000)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  };
  const drip: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write("<p>"), 50);
    response.on("close", () => clearInterval(timer));
  };
  const bomb = gzipSync(Buffer.alloc(100_000_000, "a"));
  await using mall = await shop({
    "/": () =>
      page(
        "/guide/bomb",
        "/guide/endless",
        "/guide/drip",
        "/guide/circle/0",
        "/guide/giant",
        "/guide/inside",
        "/guide/odd",
        "/refund",
      ),
    "/refund": () => page(),
    "/guide/bomb": () => ({ headers: { "content-encoding": "gzip" }, body: bomb }),
    "/guide/endless": () => rude,
    "/guide/drip": () => drip,
    "/guide/circle/*": (path) => ({
      status: 302,
      headers: { location: `/guide/circle/${Number(path.split("/").at(-1)) + 1}` },
    }),
    "/guide/giant": () => ({ headers: { "x-big": "a".repeat(100_000) } }),
    "/guide/inside": () => ({ status: 302, headers: { location: "http://169.254.169.254/latest/" } }),
    "/guide/odd": () => (_, response) => void response.socket?.end("no http at all"),
  });
  const archive = await mall.visit();
  expect(archive.pages.map(({ url }) => new URL(url).pathname).sort()).toEqual(["/", "/refund"]);
  expect(archive.unreachable.map(({ url }) => new URL(url).pathname)).toEqual([
    "/guide/bomb",
    "/guide/circle/0",
    "/guide/drip",
    "/guide/endless",
    "/guide/giant",
    "/guide/inside",
    "/guide/odd",
  ]);
  expect(archive.unreachable.find(({ url }) => url.endsWith("inside"))!.why).toBe("privateAddress");
  expect(archive.unreachable.find(({ url }) => url.endsWith("circle/0"))!.why).toBe("redirects");
  expect(mall.asked.filter((path) => path.includes("circle")).length).toBeLessThanOrEqual(4);
}, 30_000);

test("a maze that makes new addresses for ever is left at the limit, and one page under many addresses is one", async () => {
  await using maze = await shop({ "/*": (path) => page(...[1, 2, 3].map((n) => `${path.split("?")[0]}/${n}`)) });
  expect((await maze.visit({ maxPages: 30 })).pages.length).toBeLessThanOrEqual(30);
  await using same = await shop({ "/*": () => page(...Array.from({ length: 40 }, (_, n) => `/goods?idx=${n}`)) });
  expect((await same.visit()).pages).toHaveLength(1);
});

test("a sitemap that is a bomb, or points elsewhere, leads nowhere", async () => {
  await using mall = await shop({
    "/": () => page("/guide"),
    "/guide": () => page(),
    "/robots.txt": () => ({
      headers: { "content-type": "text/plain" },
      body: `User-agent: *\nAllow: /\nSitemap: http://169.254.169.254/map.xml\nSitemap: /map.xml.gz`,
    }),
    "/map.xml.gz": () => ({
      headers: { "content-type": "application/gzip" },
      body: gzipSync(Buffer.alloc(80_000_000)),
    }),
  });
  expect((await mall.visit()).pages).toHaveLength(2);
});

test("a shop that says 'too many' is asked once more, and a session's cookie stays out of the archive", async () => {
  let told = false;
  await using mall = await shop({
    "/": () => ({ ...page("/guide"), headers: { "set-cookie": "sid=secret; HttpOnly" } }),
    "/guide": () => {
      if (told) return page();
      told = true;
      return { status: 429, headers: { "retry-after": "0" } };
    },
  });
  const archive = await mall.visit();
  expect(archive.pages).toHaveLength(2);
  expect(mall.asked.filter((path) => path === "/guide")).toHaveLength(2);
  expect(JSON.stringify(archive)).not.toContain("secret");
});

test("whoever stops a visit gets what there is so far", async () => {
  const stop = new AbortController();
  await using mall = await shop({
    "/": () => page(...Array.from({ length: 40 }, (_, n) => `/goods/${n}`)),
    "/goods/*": (path) => page(`${path}/x`),
  });
  const archive = await mall.visit({ signal: stop.signal, onPage: () => mall.asked.length > 6 && stop.abort() });
  expect(archive.pages.length).toBeGreaterThan(0);
  expect(archive.pages.length).toBeLessThan(20);
});

test("a shop that is small enough is seen whole, whatever kind its pages are of", async () => {
  const goods = Array.from({ length: 26 }, (_, n) => `/goods/${n}`);
  await using mall = await shop({ "/": () => page(...goods), "/goods/*": (path) => page(path) });
  expect((await mall.visit()).pages).toHaveLength(27);
});
