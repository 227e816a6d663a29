import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { openDb } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import { believedForMs } from "#app/platform/keys/index.server.ts";
import { test } from "#tests/database.ts";
import { keysOf, makeKey, revokeKey, rotateKey, setPaused, verifyPartnerKey } from "./index.server.ts";
import { partnerHall } from "./testing/hall.ts";

test("a partner's key says whose it is and what for; at rest there is only its digest", async ({ pool }) => {
  const { parts, key, keyId, partnerId } = await partnerHall(pool);
  expect(key).toMatch(/^gw_partner_test_[A-Za-z]{16}_[0-9A-Za-z]{49}$/);
  expect(await verifyPartnerKey(parts, key)).toMatchObject({
    keyId,
    partnerId,
    scopes: ["referrals.write", "referrals.read", "funnel.read"],
  });
  expect(await verifyPartnerKey(parts, `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`)).toBeNull();
  const kept = JSON.stringify((await pool.query("select * from partner_key")).rows);
  expect(kept).not.toContain(key.slice(-40));
  const [shown] = await keysOf(parts, partnerId);
  expect(shown).toMatchObject({ state: "active", name: "server" });
  expect(JSON.stringify(shown)).not.toContain(key.slice(-40));
  await expect.poll(async () => (await keysOf(parts, partnerId))[0]!.lastUsedAt).toEqual(parts.now());
});

test("pressing twice makes one key, and shows it once", async ({ pool }) => {
  const { parts, partnerId } = await partnerHall(pool);
  const wanted = { id: newId(), partnerId, name: "x", scopes: ["funnel.read"] as const, days: null, by: "admin" };
  expect(await makeKey(parts, wanted)).toMatch(/^gw_partner_test_/);
  expect(await makeKey(parts, wanted)).toBeNull();
  expect(await keysOf(parts, partnerId)).toHaveLength(2);
});

test("a rotation lets both keys work for a day, then only the new one; never three", async ({ pool }) => {
  const { parts, partnerId, key, keyId, pass } = await partnerHall(pool);
  const rotate = (overlapHours: number, newKeyId = newId()) =>
    rotateKey(parts, { partnerId, id: keyId, newKeyId, overlapHours, by: "admin" });
  const again = newId();
  const second = (await rotate(24, again))!;
  expect(await rotate(24, again)).toBeNull();
  expect(await verifyPartnerKey(parts, key)).not.toBeNull();
  expect(await verifyPartnerKey(parts, second)).not.toBeNull();
  const third = (await rotate(24))!;
  const states = async () => (await keysOf(parts, partnerId)).map(({ state }) => state);
  expect(await states()).toEqual(["active", "overlapping", "revoked"]);
  pass(1.01);
  await sleep(believedForMs);
  expect(await verifyPartnerKey(parts, second)).toBeNull();
  expect(await verifyPartnerKey(parts, third)).not.toBeNull();
  expect(await states()).toEqual(["active", "expired", "revoked"]);
  await expect(rotate(169)).rejects.toThrow(RangeError);
  pass(365);
  expect(await verifyPartnerKey(parts, third)).toBeNull();
});

test("another partner's key is neither rotated nor revoked", async ({ pool }) => {
  const { parts, key, keyId } = await partnerHall(pool);
  const other = await partnerHall(pool, { slug: "other" });
  const foreign = { partnerId: other.partnerId, id: keyId, by: "admin" };
  expect(await rotateKey(parts, { ...foreign, newKeyId: newId(), overlapHours: 0 })).toBeNull();
  await revokeKey(parts, foreign);
  expect(await verifyPartnerKey(parts, key)).not.toBeNull();
});

test("a revoked key, and those of a paused partner, are dead within five seconds where they had been believed", async ({
  pool,
  databaseUrl,
}) => {
  const { parts, key, keyId, partnerId } = await partnerHall(pool);
  const paused = await partnerHall(pool, { slug: "paused" });
  await using elsewhere = openDb(databaseUrl, { max: 2 });
  const there = { pool: elsewhere.pool, now: parts.now };
  for (const one of [key, paused.key]) expect(await verifyPartnerKey(there, one)).not.toBeNull();
  await revokeKey(parts, { partnerId, id: keyId, by: "admin" });
  await setPaused(parts, { id: paused.partnerId, isPaused: true, by: "admin" });
  expect(believedForMs).toBeLessThan(5_000);
  await sleep(believedForMs);
  for (const one of [key, paused.key]) expect(await verifyPartnerKey(there, one)).toBeNull();
});

test("what was done to partners and keys stays written", async ({ pool }) => {
  const { parts, partnerId, keyId } = await partnerHall(pool);
  await revokeKey(parts, { partnerId, id: keyId, by: "kim" });
  await revokeKey(parts, { partnerId, id: keyId, by: "kim" });
  const { rows } = await pool.query("select what, actor_id from partner_log order by id");
  expect(rows.map(({ what, actor_id }) => `${what} by ${actor_id}`)).toEqual([
    "made by admin",
    "keyMade by admin",
    "keyRevoked by kim",
  ]);
  await expect(pool.query("delete from partner_log")).rejects.toThrow("append-only");
});
