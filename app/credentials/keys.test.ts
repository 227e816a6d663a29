import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { expect } from "vitest";
import { dispatch, system } from "#app/engine/index.server.ts";
import { openDb } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { newKey } from "#app/platform/keys/key-text.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { people, walk } from "#tests/walk.ts";
import {
  believedForMs,
  confirmKeys,
  keyHistory,
  makeKeys,
  rotateKeys,
  secretAgain,
  shownKeys,
  takeSecret,
  tasks,
  verifyKey,
} from "./index.server.ts";
import { forgetSecret } from "./integration-keys.server.ts";

const vault = aesVault(testConfig().encryptionKeys);
const clock = () => {
  let at = new Date("2026-11-23T01:00:00.000Z");
  return { now: () => at, pass: (hours: number) => (at = new Date(at.getTime() + hours * 3_600_000)) };
};

/** A channel whose payment ID is issued: the next thing are its keys. */
async function idIssued(pool: Pool, now: () => Date) {
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed();
  await journey.accepted();
  await journey.tested();
  await journey.handedIn();
  await journey.contractSigned();
  await journey.sitePassed();
  await journey.reviewed();
  await journey.approved();
  const channelId = (await journey.view()).channels[0]!.id;
  await journey.send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, channelId);
  await journey.send(people.integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-1" }, channelId);
  await journey.send(people.approver, { type: "CONFIRM_PAYMENT_ID" }, channelId);
  const platform = { pool, now, vault };
  const propose = async () => {
    const keys = makeKeys(platform, { caseId: journey.caseId, channelId, by: people.integration.id });
    await dispatch(platform, {
      subject: channelId,
      event: { type: "PROPOSE_KEYS", keysId: keys.id },
      actor: people.integration,
      idempotencyKey: newId(),
      also: (tx, { seq }) => keys.insert(tx, seq),
    });
    return keys;
  };
  const confirm = (keysId: string, by = people.secondIntegration) =>
    dispatch(platform, {
      subject: channelId,
      event: { type: "CONFIRM_KEYS", keysId },
      actor: by,
      idempotencyKey: newId(),
      also: (tx) => confirmKeys(tx, { keysId, by: by.id, at: now() }),
    });
  const fetch = async (keysId: string, key = newId()) => {
    let secret: string | null = null;
    await dispatch(platform, {
      subject: channelId,
      event: { type: "FETCH_SECRET", keysId },
      actor: journey.merchant,
      idempotencyKey: key,
      also: async (tx) => {
        secret = await takeSecret(platform, tx, { keysId, by: journey.merchant.id, at: now() });
      },
    });
    return secret as string | null;
  };
  return { journey, channelId, platform, propose, confirm, fetch };
}

/** Keys in the merchant's hands. */
async function issued(pool: Pool, now: () => Date) {
  const made = await idIssued(pool, now);
  const { id } = await made.propose();
  await made.confirm(id);
  return { ...made, keysId: id, secret: (await made.fetch(id))! };
}

test("a key works from its confirmation on, and says whose it is and what for", async ({ pool }) => {
  const { now } = clock();
  const { channelId, journey, platform, keysId, secret } = await issued(pool, now);
  expect(await verifyKey(platform, secret)).toEqual({
    keyId: keysId,
    caseId: journey.caseId,
    channelId,
    scopes: ["payments.write", "payments.read", "refunds.write"],
  });
  expect((await keyHistory(platform, channelId)).map(({ what, by }) => `${what} by ${by}`).toSorted()).toEqual([
    "confirmed by jung",
    `fetched by ${journey.merchant.id}`,
    "made by choi",
  ]);
});

test("an unconfirmed key opens nothing", async ({ pool }) => {
  const { now } = clock();
  const { channelId, platform, propose } = await idIssued(pool, now);
  const { id } = await propose();
  const { rows } = await pool.query("select sealed from integration_key where id = $1", [id]);
  const secret = vault.open(rows[0].sealed, `integration_key.sealed/${id}`);
  expect(await verifyKey(platform, secret)).toBeNull();
  expect((await shownKeys(platform, channelId))[0]).toMatchObject({ id, state: "proposed" });
});

test("a secret is fetched once: again only by the press whose page was lost, and after ten minutes nothing of it is kept", async ({
  pool,
}) => {
  const { now, pass } = clock();
  const { channelId, platform, propose, confirm, fetch } = await idIssued(pool, now);
  const { id } = await propose();
  await confirm(id);
  const key = newId();
  const secret = (await fetch(id, key))!;
  expect(secret).toMatch(/^gw_live_/);
  expect(await fetch(id, key)).toBeNull();
  const by = (await pool.query("select fetched_by from integration_key where id = $1", [id])).rows[0].fetched_by;
  expect(await secretAgain(platform, { keysId: id, by })).toBe(secret);
  expect(await secretAgain(platform, { keysId: id, by: newId() })).toBeNull();
  await expect(fetch(id)).rejects.toMatchObject({ reasons: ["secretNotFetched"] });
  const everything = JSON.stringify((await pool.query("select * from integration_key")).rows);
  expect(everything).not.toContain(secret);
  expect(everything).not.toContain(secret.slice(25, 60));
  pass(0.17);
  expect(await secretAgain(platform, { keysId: id, by })).toBeNull();
  const jobs = await pool.query("select run_at from graphile_worker.jobs where key = $1", [`forgetSecret/${id}`]);
  expect(jobs.rows).toHaveLength(1);
  await forgetSecret(platform, id);
  expect((await pool.query("select sealed from integration_key where id = $1", [id])).rows[0].sealed).toBeNull();
  expect((await shownKeys(platform, channelId))[0]!.secret).toBe(`gw_live_********${secret.slice(-3)}`);
});

test("two who fetch at the same moment: one sees the secret", async ({ pool }) => {
  const { now } = clock();
  const { propose, confirm, fetch } = await idIssued(pool, now);
  const { id } = await propose();
  await confirm(id);
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => fetch(id)));
  const seen = answers.filter((answer) => answer.status === "fulfilled" && answer.value !== null);
  expect(seen).toHaveLength(1);
});

test("who proposed the keys cannot confirm them, not even past the chart", async ({ pool }) => {
  const { now } = clock();
  const { propose, confirm } = await idIssued(pool, now);
  const { id } = await propose();
  await expect(confirm(id, people.integration)).rejects.toMatchObject({ reasons: ["isAnotherPerson"] });
  const past = inTransaction(pool, (tx) => confirmKeys(tx, { keysId: id, by: people.integration.id, at: now() }));
  await expect(past).rejects.toThrow("keys_need_two_people");
});

test("returned keys are revoked by the chart's own job, also when it runs twice, and new ones are left alone", async ({
  pool,
}) => {
  const { now } = clock();
  const { channelId, journey, platform, propose, confirm, fetch } = await idIssued(pool, now);
  const first = await propose();
  const { seq } = await journey.send(people.approver, { type: "RETURN_KEYS", reason: "wrong channel" }, channelId);
  const second = await propose();
  const job = { caseId: journey.caseId, subject: channelId, seq, params: {} };
  const run = () => tasks(platform).revokeKeys!(job, {} as never);
  await run();
  await run();
  const states = Object.fromEntries((await shownKeys(platform, channelId)).map(({ id, state }) => [id, state]));
  expect(states).toEqual({ [first.id]: "revoked", [second.id]: "proposed" });
  expect((await keyHistory(platform, channelId)).filter(({ what }) => what === "revoked")).toHaveLength(1);
  await confirm(second.id);
  expect(await verifyKey(platform, (await fetch(second.id))!)).not.toBeNull();
});

test("a revoked key is dead within five seconds in a process that had believed it", async ({ pool, databaseUrl }) => {
  const { now } = clock();
  const { channelId, journey, platform, secret } = await issued(pool, now);
  await using elsewhere = openDb(databaseUrl, { max: 2 });
  const other = { pool: elsewhere.pool, now };
  expect(await verifyKey(other, secret)).not.toBeNull();
  const { seq } = await journey.send(journey.merchant, { type: "CLOSE_CHANNEL", reason: "no more" }, channelId);
  await tasks(platform).revokeKeys!({ subject: channelId, seq }, {} as never);
  const revokedAt = performance.now();
  while ((await verifyKey(other, secret)) !== null) await sleep(50);
  expect(performance.now() - revokedAt).toBeLessThan(5_000);
  expect(believedForMs).toBeLessThan(5_000);
});

test("wrong keys are refused: another's secret under my name, a typo, a key of nobody", async ({ pool }) => {
  const { now } = clock();
  const { platform, secret } = await issued(pool, now);
  const stranger = newKey("live");
  expect(await verifyKey(platform, stranger.text)).toBeNull();
  expect(await verifyKey(platform, `${secret.slice(0, -1)}${secret.endsWith("0") ? "1" : "0"}`)).toBeNull();
  expect(await verifyKey(platform, "")).toBeNull();
  // The right public half with another random half, checksum and all.
  const { crc32 } = await import("node:zlib");
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const body = secret.slice(0, 25) + stranger.text.slice(25, -6);
  let [rest, check] = [crc32(body), ""];
  for (let n = 0; n < 6; n++) [check, rest] = [digits[rest % 62]! + check, Math.floor(rest / 62)];
  expect(await verifyKey(platform, body + check)).toBeNull();
});

test("a rotation lets both keys work for a day, then only the new one", async ({ pool }) => {
  const { now, pass } = clock();
  const { channelId, journey, platform, secret } = await issued(pool, now);
  const ask = { caseId: journey.caseId, channelId, by: journey.merchant.id, overlapHours: 24, newKeyId: newId() };
  const rotated = (await rotateKeys(platform, ask))!;
  expect(await rotateKeys(platform, ask)).toEqual({ clientKey: rotated.clientKey, secret: null });
  expect(await verifyKey(platform, secret)).not.toBeNull();
  expect(await verifyKey(platform, rotated.secret!)).not.toBeNull();
  pass(23.9);
  await sleep(believedForMs);
  expect(await verifyKey(platform, secret)).not.toBeNull();
  pass(0.2);
  expect(await verifyKey(platform, secret)).toBeNull();
  expect(await verifyKey(platform, rotated.secret!)).not.toBeNull();
  expect((await shownKeys(platform, channelId)).map(({ state }) => state)).toEqual(["active", "expired"]);
  const kept = (await pool.query("select sealed from integration_key")).rows.map(({ sealed }) => sealed);
  // The first is kept sealed until it is forgotten; the new one was never kept.
  expect(kept.filter(Boolean)).toHaveLength(1);
});

test("without overlap the old key ends at once; a third rotation leaves two keys, never three", async ({ pool }) => {
  const { now } = clock();
  const { channelId, journey, platform } = await issued(pool, now);
  const rotate = (overlapHours: number) =>
    rotateKeys(platform, {
      caseId: journey.caseId,
      channelId,
      by: journey.merchant.id,
      overlapHours,
      newKeyId: newId(),
    });
  const states = async () => (await shownKeys(platform, channelId)).map(({ state }) => state).toSorted();
  await rotate(168);
  expect(await states()).toEqual(["active", "overlapping"]);
  await rotate(1);
  expect(await states()).toEqual(["active", "overlapping", "revoked"]);
  await rotate(0);
  expect(await states()).toEqual(["active", "revoked", "revoked", "revoked"]);
  await expect(rotate(168.1)).rejects.toThrow(RangeError);
  await expect(rotate(-1)).rejects.toThrow(RangeError);
});

test("keys of a foreign or finished channel are not rotated", async ({ pool }) => {
  const { now } = clock();
  const { channelId, journey, platform } = await issued(pool, now);
  const ask = { channelId, by: journey.merchant.id, overlapHours: 24, newKeyId: newId() };
  expect(await rotateKeys(platform, { ...ask, caseId: newId() })).toBeNull();
  await journey.send(journey.merchant, { type: "CLOSE_CHANNEL", reason: "no more" }, channelId);
  expect(await rotateKeys(platform, { ...ask, caseId: journey.caseId })).toBeNull();
});

test("the use of a key is noted", async ({ pool }) => {
  const { now } = clock();
  const { channelId, platform, secret } = await issued(pool, now);
  await verifyKey(platform, secret);
  await expect.poll(async () => (await shownKeys(platform, channelId))[0]!.lastUsedAt).toEqual(now());
});

test("the history of keys cannot be changed", async ({ pool }) => {
  const { now } = clock();
  await issued(pool, now);
  await expect(pool.query("update key_log set what = 'x'")).rejects.toThrow("append-only");
  await expect(pool.query("delete from key_log")).rejects.toThrow("append-only");
  expect(system.id).toBe("system");
});
