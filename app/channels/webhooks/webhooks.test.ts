import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { checkBody } from "#workflows/channel/body-signature.ts";
import { channelToSetUp, elsewhere, type Heard, partsFor, receiver } from "../testing/hall.ts";
import { deliver, settled } from "./deliver.server.ts";
import { emitWebhook } from "./emit.server.ts";
import { NewEndpoint } from "./endpoint.schema.ts";
import {
  addEndpoint,
  endpointsOf,
  ensureStandIn,
  mostEndpoints,
  removeEndpoint,
  rollSecret,
} from "./endpoints.server.ts";
import { wakeHost } from "./hosts.server.ts";
import { deliveriesOf, deliveryOf, resend } from "./log.server.ts";
import { mostAttempts, waitAfter } from "./schedule.ts";
import { testEndpoint } from "./test-endpoint.server.ts";

const HOUR = 3_600_000;
const seconds = (heard: Heard) => Number(heard.headers["webhook-timestamp"]);
const isGood = (heard: Heard, secret: string) =>
  checkBody(heard.headers as Record<string, string>, heard.body, [secret], seconds(heard)) === "good";

/** A case with one live endpoint at `url`, and a way to tell it something. */
async function told(pool: import("pg").Pool, url: string, hosts: string[]) {
  const hall = await channelToSetUp(partsFor(pool, { allow: hosts }));
  const { platform, caseId, merchant } = hall;
  const endpoint = {
    id: newId(),
    caseId,
    by: merchant.id,
    environment: "live" as const,
    name: "Shop",
    url,
    types: ["onboarding_status" as const],
  };
  const { secret } = await addEndpoint(platform, endpoint);
  const tell = (cause = newId()) =>
    inTransaction(pool, (tx) =>
      emitWebhook(tx, {
        caseId,
        channelId: hall.channelId,
        environment: "live",
        type: "onboarding_status",
        about: "live",
        cause,
        body: { status: "live" },
        at: platform.now(),
      }),
    );
  const log = () => deliveriesOf(platform, { caseId, limit: 100 });
  return { ...hall, endpoint, secret: secret!, tell, log };
}

test("what happened is told once, signed, with an id that stays", async ({ pool }) => {
  await using shop = await receiver();
  const { tell, work, secret, log } = await told(pool, shop.url, [shop.host]);
  const eventId = await tell("channel/live");
  expect(await tell("channel/live")).toBeNull();
  await work();
  expect(shop.heard).toHaveLength(1);
  const [heard] = shop.heard as [Heard];
  expect(isGood(heard, secret)).toBe(true);
  expect(heard.headers["webhook-id"]).toBe(eventId);
  expect(JSON.parse(heard.body)).toMatchObject({
    type: "onboarding_status",
    event_id: eventId,
    environment: "live",
    status: "live",
  });
  expect(await log()).toMatchObject([{ state: "delivered", attempts: 1, lastStatus: 200 }]);
});

test("a failing receiver is tried again after 30 s, 2 min, 10 min, 1 h, 4 h and then every 12 h, twelve times in all", async ({
  pool,
}) => {
  await using shop = await receiver(() => 500);
  const { tell, work, pass, log } = await told(pool, shop.url, [shop.host]);
  await tell();
  await work();
  const waits: number[] = [];
  for (;;) {
    const [delivery] = await log();
    if (delivery!.state !== "waiting") break;
    const wait = waitAfter(delivery!.attempts)!;
    waits.push(wait / 1000);
    pass(wait - 5_000);
    await work();
    expect(shop.heard).toHaveLength(waits.length);
    pass(5_000);
    await work();
  }
  expect(waits).toEqual([30, 120, 600, 3600, 14_400, ...Array(6).fill(43_200)]);
  expect(shop.heard).toHaveLength(mostAttempts);
  expect(new Set(shop.heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(await log()).toMatchObject([{ state: "dead", attempts: 12, lastStatus: 500, nextAt: null }]);
});

test("a receiver that recovers gets it, and no more after that", async ({ pool }) => {
  let status = 503;
  await using shop = await receiver(() => status);
  const { tell, work, pass, log } = await told(pool, shop.url, [shop.host]);
  await tell();
  await work();
  status = 204;
  pass(30_000);
  await work();
  expect(await log()).toMatchObject([{ state: "delivered", attempts: 2, lastStatus: 204 }]);
  pass(24 * HOUR);
  await work();
  expect(shop.heard).toHaveLength(2);
});

test("resending by hand keeps the event's id, also when it had been given up", async ({ pool }) => {
  let status = 500;
  await using shop = await receiver(() => status);
  const { tell, work, pass, log, platform, caseId } = await told(pool, shop.url, [shop.host]);
  const eventId = await tell();
  await work();
  for (let n = 1; n < mostAttempts; n++) {
    pass(12 * HOUR);
    await work();
  }
  const [dead] = await log();
  expect(dead).toMatchObject({ state: "dead" });
  status = 200;
  expect(await resend(platform, { id: dead!.id, caseId: newId() })).toBe(false);
  expect(await resend(platform, { id: dead!.id, caseId })).toBe(true);
  await work();
  expect(await log()).toMatchObject([{ state: "delivered", attempts: mostAttempts + 1 }]);
  expect(shop.heard.at(-1)!.headers["webhook-id"]).toBe(eventId);
  const history = (await deliveryOf(platform, { id: dead!.id, caseId }))!;
  expect(history.attempts.map(({ status }) => status)).toEqual([...Array(12).fill(500), 200]);
  expect(await deliveryOf(platform, { id: dead!.id, caseId: newId() })).toBeNull();
});

test("during a roll both secrets sign; after a day only the new one", async ({ pool }) => {
  await using shop = await receiver();
  const { tell, work, pass, platform, endpoint, secret, caseId } = await told(pool, shop.url, [shop.host]);
  const roll = async (key: string) => (await rollSecret(platform, { ...endpoint, key }))!.secret!;
  const newer = await roll("first");
  expect(newer).not.toBe(secret);
  expect(await roll("first")).toBe(newer);
  expect(await rollSecret(platform, { id: endpoint.id, caseId: newId(), key: "first" })).toBeNull();
  await tell();
  await work();
  expect([isGood(shop.heard[0]!, newer), isGood(shop.heard[0]!, secret)]).toEqual([true, true]);
  pass(24 * HOUR + 1);
  await tell();
  await work();
  expect([isGood(shop.heard[1]!, newer), isGood(shop.heard[1]!, secret)]).toEqual([true, false]);
  // Shown for ten minutes to the press that made it, and never again.
  expect(await rollSecret(platform, { ...endpoint, key: "first" })).toEqual({ secret: null });
  const shown = JSON.stringify(await endpointsOf(platform, caseId));
  expect(shown).not.toContain(newer.slice(6, 30));
  expect(shown).toContain(`whsec_********${newer.slice(-3)}`);
});

test("rolled twice within a day, a secret that a receiver still goes by keeps its own day", async ({ pool }) => {
  await using shop = await receiver();
  const { tell, work, pass, platform, endpoint, secret } = await told(pool, shop.url, [shop.host]);
  const roll = async (key: string) => (await rollSecret(platform, { ...endpoint, key }))!.secret!;
  const second = await roll("one");
  pass(HOUR);
  const third = await roll("two");
  await tell();
  await work();
  expect([third, second, secret].map((one) => isGood(shop.heard[0]!, one))).toEqual([true, true, true]);
  pass(23 * HOUR + 1);
  await tell();
  await work();
  expect([third, second, secret].map((one) => isGood(shop.heard[1]!, one))).toEqual([true, true, false]);
});

test("private addresses are refused before anything is sent, and not tried again", async ({ pool }) => {
  await using inside = await receiver();
  const { tell, work, log } = await told(pool, "http://169.254.169.254/latest", []);
  await tell();
  await work();
  expect(await log()).toMatchObject([
    { state: "dead", attempts: 1, lastStatus: null, lastError: "refused.privateAddress" },
  ]);
  expect(inside.heard).toHaveLength(0);
});

test("a redirect is followed nowhere", async ({ pool }) => {
  await using target = await receiver();
  await using shop = await receiver(() => ({ status: 302, headers: { location: target.url } }));
  const { tell, work, log } = await told(pool, shop.url, [shop.host, target.host]);
  await tell();
  await work();
  expect(target.heard).toHaveLength(0);
  expect(await log()).toMatchObject([{ state: "dead", lastError: "refused.redirects" }]);
});

test("a worker that dies in the middle loses nothing: its lease runs out and another delivers", async ({
  pool,
  databaseUrl,
}) => {
  await using shop = await receiver();
  const { tell, work, pass, log, platform } = await told(pool, shop.url, [shop.host]);
  await tell();
  const [waiting] = await log();
  await using dying = elsewhere(databaseUrl);
  // It took the delivery, and was killed before it had sent or written anything.
  const fetch = () => new Promise<never>(() => {});
  await deliver({ ...platform, pool: dying.pool, fetch }, waiting!.id);
  await work();
  expect(shop.heard).toHaveLength(0);
  pass(46_000);
  await work();
  expect(shop.heard).toHaveLength(1);
  expect(await log()).toMatchObject([{ state: "delivered", attempts: 2 }]);
});

test("eight workers that come for one delivery at once send it once", async ({ pool }) => {
  await using shop = await receiver();
  const { tell, log, platform } = await told(pool, shop.url, [shop.host]);
  await tell();
  const [waiting] = await log();
  const took = await Promise.all(Array.from({ length: 8 }, () => deliver(platform, waiting!.id)));
  expect(took.filter(Boolean)).toHaveLength(1);
  await settled(platform);
  expect(shop.heard).toHaveLength(1);
});

test("a host that swallows everything is left alone after three silent attempts, and asked by one when it is back", async ({
  pool,
}) => {
  let isBack = false;
  await using shop = await receiver(() => (isBack ? 200 : null));
  const { tell, work, pass, log, platform } = await told(pool, shop.url, [shop.host]);
  const impatient: typeof platform.fetch = (url, options) => platform.fetch(url, { ...options, timeoutMs: 100 });
  const send = async (id: string) => (await deliver({ ...platform, fetch: impatient }, id))?.done;
  for (let n = 0; n < 6; n++) await tell();
  for (const { id } of await log()) await send(id);
  expect(shop.heard).toHaveLength(3);
  const resting = (await log()).filter(({ attempts }) => attempts === 0);
  expect(resting).toHaveLength(3);
  for (const { nextAt } of resting) expect(nextAt!.getTime()).toBeGreaterThan(platform.now().getTime() + 20_000);
  isBack = true;
  pass(31_000);
  await work();
  expect((await log()).map(({ state }) => state)).toEqual(Array(6).fill("delivered"));
});

test("a host that stays silent costs one attempt a rest, each rest longer, and what waited four days is given up", async ({
  pool,
}) => {
  await using shop = await receiver(() => null);
  const { tell, pass, log, platform } = await told(pool, shop.url, [shop.host]);
  const impatient: typeof platform.fetch = (url, options) => platform.fetch(url, { ...options, timeoutMs: 50 });
  const parts = { ...platform, fetch: impatient };
  for (let n = 0; n < 40; n++) await tell();
  for (const { id } of await log()) await (await deliver(parts, id))?.done;
  const rests: number[] = [];
  const began = platform.now().getTime();
  while (platform.now().getTime() - began < 4.1 * 24 * HOUR) {
    const { rows } = await pool.query<{ out_until: Date }>("select out_until from webhook_host");
    rests.push(Math.round((rows[0]!.out_until.getTime() - platform.now().getTime()) / 30_000) / 2);
    pass(rows[0]!.out_until.getTime() - platform.now().getTime() + (rests.length > 6 ? 12 * HOUR : 0));
    await inTransaction(pool, (tx) => wakeHost(tx, shop.host, platform.now()));
    const due = await pool.query<{ id: string }>(
      "select d.id from webhook_delivery d where d.state = 'waiting' and not exists (select from webhook_parked k where k.delivery_id = d.id)",
    );
    for (const { id } of due.rows) await (await deliver(parts, id))?.done;
  }
  expect(rests.slice(0, 6)).toEqual([0.5, 1, 2, 4, 8, 10]);
  expect(shop.heard.length).toBeLessThan(3 + rests.length + 1);
  expect((await pool.query("select from webhook_parked")).rowCount).toBe(0);
  const given = (await log()).filter(({ lastError }) => lastError === "hostGone");
  expect(given.length).toBeGreaterThan(20);
});

test("a burst at a slow host is worked off four at a time, none forgotten", async ({ pool }) => {
  let atOnce = 0;
  let most = 0;
  await using shop = await receiver(() => 200);
  const { tell, work, log, platform } = await told(pool, shop.url, [shop.host]);
  const slow: typeof platform.fetch = async (url, options) => {
    most = Math.max(most, ++atOnce);
    await sleep(20);
    return platform.fetch(url, options).finally(() => atOnce--);
  };
  for (let n = 0; n < 30; n++) await tell();
  const ids = (await log()).map(({ id }) => id);
  await Promise.all(ids.map((id) => deliver({ ...platform, fetch: slow }, id)));
  await settled(platform);
  await work();
  expect((await log()).map(({ state }) => state)).toEqual(Array(30).fill("delivered"));
  expect(most).toBeLessThanOrEqual(4);
  expect(shop.heard).toHaveLength(30);
});

test("what a removed endpoint still had to hear is dropped", async ({ pool }) => {
  await using shop = await receiver();
  const { tell, work, platform, endpoint, caseId, merchant, log } = await told(pool, shop.url, [shop.host]);
  await tell();
  expect(await removeEndpoint(platform, { id: endpoint.id, caseId: newId(), by: merchant.id })).toBe(false);
  expect(await removeEndpoint(platform, { id: endpoint.id, caseId, by: merchant.id })).toBe(true);
  await work();
  expect(shop.heard).toHaveLength(0);
  expect(await log()).toMatchObject([{ state: "dead", lastError: "endpointRemoved" }]);
  expect(await endpointsOf(platform, caseId)).toEqual([]);
});

test("the test button tells one endpoint, once a press", async ({ pool }) => {
  await using shop = await receiver();
  const { work, platform, endpoint, caseId } = await told(pool, shop.url, [shop.host]);
  const press = { id: endpoint.id, caseId, key: "press-1" };
  expect(await testEndpoint(platform, press)).toBe(true);
  expect(await testEndpoint(platform, press)).toBe(true);
  expect(await testEndpoint(platform, { ...press, caseId: newId() })).toBe(false);
  await work();
  expect(shop.heard.map(({ body }) => JSON.parse(body).type)).toEqual(["test"]);
});

test("production takes https only, and nobody more than five endpoints", async ({ pool }) => {
  await using hall = await channelToSetUp(partsFor(pool, { config: { mode: "production" } }));
  const { platform, caseId, merchant } = hall;
  const add = (url: string, id = newId()) =>
    addEndpoint(platform, {
      id,
      caseId,
      by: merchant.id,
      environment: "live",
      name: "x",
      url,
      types: ["payment_status"],
    });
  expect(await add("http://shop.example/hook")).toEqual({ secret: null, problem: "endpoint.url.notHttps" });
  const id = newId();
  const first = await add("https://shop.example/hook", id);
  expect(first.secret).toMatch(/^whsec_/);
  // The same press again, its page having been lost, sees what it would have seen; for ten minutes.
  expect(await add("https://shop.example/hook", id)).toEqual(first);
  await pool.query("update webhook_endpoint set made_at = made_at - interval '11 minutes'");
  expect(await add("https://shop.example/hook", id)).toEqual({ secret: null, problem: null });
  const more = await Promise.all(Array.from({ length: 8 }, (_, n) => add(`https://shop.example/${n}`)));
  expect(more.filter(({ problem }) => problem === null)).toHaveLength(mostEndpoints - 1);
  expect(more.find(({ problem }) => problem)?.problem).toBe("endpoint.tooMany:5");
});

test.each([
  ["ftp://shop.example/", "endpoint.url.notUrl"],
  ["javascript:alert(1)", "endpoint.url.notUrl"],
  ["shop.example", "endpoint.url.notUrl"],
  ["https://user:pw@shop.example/", "endpoint.url.credentials"],
])("%s is no address for a webhook", (url, problem) => {
  const parsed = NewEndpoint.safeParse({ environment: "live", name: "x", url, types: ["payment_status"] });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([problem]);
});

test("the stand-in is there until an own endpoint takes its place, and comes back after it", async ({ pool }) => {
  await using hall = await channelToSetUp(partsFor(pool));
  const { platform, caseId, merchant } = hall;
  const stand = () => inTransaction(pool, (tx) => ensureStandIn(platform, tx, { caseId, by: merchant.id }));
  await Promise.all([stand(), stand(), stand()]);
  const names = async () =>
    (await endpointsOf(platform, caseId)).map(({ isStandIn, url }) => [isStandIn, url.includes("/psp/receiver/")]);
  expect(await names()).toEqual([[true, true]]);
  const id = newId();
  await addEndpoint(platform, {
    id,
    caseId,
    by: merchant.id,
    environment: "sandbox",
    name: "x",
    url: "https://shop.example/",
    types: ["payment_status"],
  });
  expect(await names()).toEqual([[false, false]]);
  await stand();
  expect(await names()).toEqual([[false, false]]);
  await removeEndpoint(platform, { id, caseId, by: merchant.id });
  expect(await names()).toEqual([[true, true]]);
});
