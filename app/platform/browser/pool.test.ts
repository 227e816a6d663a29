import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { UpstreamError } from "../upstream-error.ts";
import { browserPool } from "./pool.server.ts";

async function serving(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}`, close: () => server.closeAllConnections() ?? server.close() };
}
const html =
  (body: string): RequestListener =>
  (_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);

let secretsTold = 0;
const inside = await serving((_, response) => {
  secretsTold++;
  response.writeHead(200, { "access-control-allow-origin": "*" }).end("secret");
});
const shop = await serving((request, response) => {
  if (request.url === "/out") response.writeHead(302, { location: inside.url }).end();
  else if (request.url === "/bomb")
    response
      .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
      .end(gzipSync(Buffer.alloc(500_000_000, "x")));
  else if (request.url === "/big") {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    for (let i = 0; i < 400; i++) response.write(Buffer.alloc(100_000));
    response.end();
  } else
    html(`<h1>상점</h1><p id=out>waiting</p><img src="${inside.url}/img"><iframe src="${inside.url}/frame"></iframe>
      <script>
        const reach = ["${inside.url}/", "http://169.254.169.254/latest/", "http://[::1]:${inside.host.split(":")[1]}/"];
        const sockets = new Promise(done => { const s = new WebSocket("ws://${inside.host}/"); s.onopen = () => done("open"); s.onerror = () => done("shut"); });
        Promise.all([...reach.map(url => fetch(url, { mode: "no-cors" }).then(async (r) => r.type + r.status, () => "shut")), sockets])
          .then(all => { out.textContent = all.join(" "); document.title = "done"; });
      </script>`)(request, response);
});
const pool = browserPool({ allow: [shop.host], size: 2, pageBytes: 20_000_000 });
afterAll(async () => {
  await pool.close();
  shop.close();
  inside.close();
});

test("a page of the shop is rendered, Hangul and scripts included, and nothing on it reaches our own network", async () => {
  const seen = await pool.withPage(async (page) => {
    await page.goto(shop.url);
    await page.waitForFunction(() => document.title === "done");
    return {
      heading: await page.textContent("h1"),
      reached: await page.textContent("#out"),
      shot: await page.screenshot(),
    };
  });
  expect(seen.heading).toBe("상점");
  expect(seen.reached).not.toContain("open");
  expect(seen.shot.length).toBeGreaterThan(1_000);
  expect(secretsTold).toBe(0);
});

test("a redirect of the shop to our own network ends at the guard", async () => {
  const status = await pool.withPage(async (page) => (await page.goto(`${shop.url}/out`).catch(() => null))?.status());
  expect(status).not.toBe(200);
  expect(secretsTold).toBe(0);
});

test("a bomb stays packed, and a page heavier than allowed is cut off", async () => {
  await pool.withPage(async (page) => {
    await page.goto(`${shop.url}/bomb`).catch(() => null);
    expect((await page.content().catch(() => "")).length).toBeLessThan(5_000_000);
  });
  const length = await pool.withPage(async (page) => {
    await page.goto(shop.url);
    return page.evaluate(() =>
      fetch("/big")
        .then(
          async (answer) => (await answer.arrayBuffer()).byteLength,
          () => 0,
        )
        .catch(() => 0),
    );
  });
  expect(length).toBeLessThan(20_000_000);
});

test("a browser that dies fails the work at hand and is there again for the next", async () => {
  const dead = pool.withPage(async (page) => {
    await page.goto("chrome://crash").catch(() => {});
    await page.waitForTimeout(20_000);
  });
  await expect(dead).rejects.toThrow();
  const title = await pool.withPage(async (page) => {
    await page.goto(shop.url);
    return page.textContent("h1");
  });
  expect(title).toBe("상점");
});

test("a page that eats the memory is put down, and the browser with it if need be", async () => {
  const eaten = pool.withPage(async (page) => {
    await page.goto(shop.url);
    await page.evaluate(async () => {
      const held: Uint8Array[] = [];
      for (let i = 0; i < 80; i++) {
        held.push(new Uint8Array(50_000_000).fill(7));
        await new Promise((done) => setTimeout(done, 30));
      }
      return held.length;
    });
  });
  await expect(eaten).rejects.toThrow();
  expect(await pool.withPage(async (page) => (await page.goto(shop.url))?.status())).toBe(200);
});

test("more pages than places wait their turn", async () => {
  let open = 0;
  let most = 0;
  await Promise.all(
    [1, 2, 3, 4, 5].map(() =>
      pool.withPage(async (page) => {
        most = Math.max(most, ++open);
        await page.goto("about:blank");
        open--;
      }),
    ),
  );
  expect(most).toBe(2);
});

test("a page that never ends is given up", async () => {
  const short = browserPool({ allow: [shop.host], pageMs: 700 });
  await expect(short.withPage((page) => page.waitForTimeout(60_000))).rejects.toBeInstanceOf(UpstreamError);
  await short.close();
});
