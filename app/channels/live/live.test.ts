import type { Pool } from "pg";
import { expect } from "vitest";
import { gatewayOf, type PaymentGateway, PaymentRefused, settle } from "#app/platform/gateway/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { test } from "#tests/database.ts";
import { people } from "#tests/walk.ts";
import { channelToSetUp, partsFor } from "../testing/hall.ts";
import { canPayLive, followLiveCheck, liveChecks, lookAtLiveCheck, startLiveCheck } from "./check.server.ts";

/** A channel whose keys the merchant has fetched and which is to be verified. */
async function toVerify(pool: Pool, options: Parameters<typeof partsFor>[1] = {}) {
  const hall = await channelToSetUp(partsFor(pool, options));
  const { journey, channelId, caseId, line } = hall;
  await journey.tested();
  await journey.handedIn();
  await journey.contractSigned();
  await journey.sitePassed();
  await journey.reviewed();
  await journey.approved();
  const keysId = newId();
  await journey.send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, channelId);
  await journey.send(people.integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-77" }, channelId);
  await journey.send(people.approver, { type: "CONFIRM_PAYMENT_ID" }, channelId);
  await journey.send(people.integration, { type: "PROPOSE_KEYS", keysId }, channelId);
  await journey.send(people.approver, { type: "CONFIRM_KEYS", keysId }, channelId);
  await journey.send(journey.merchant, { type: "FETCH_SECRET", keysId }, channelId);
  await journey.send(journey.merchant, { type: "START_LIVE_VERIFICATION" }, channelId);
  const start = { caseId, channelId, line, paymentId: "MID-77", by: journey.merchant.id };
  const channel = async () => (await journey.view()).channels[0]!;
  return { ...hall, start, channel };
}

test("the small payment is paid, its amount compared, given back and recorded; then the channel opens", async ({
  pool,
}) => {
  const { platform, start, channel, journey, channelId, work } = await toVerify(pool);
  await expect(journey.send(journey.merchant, { type: "OPEN_CHANNEL" }, channelId)).rejects.toMatchObject({
    reasons: ["livePaymentPassed"],
  });
  const check = await startLiveCheck(platform, start);
  expect(check).toMatchObject({
    amountMinor: 10_000,
    currency: "VND",
    standIn: true,
    payUrl: expect.stringContaining("/psp/pay/"),
  });
  expect(await lookAtLiveCheck(platform, check.id)).toMatchObject({ state: "made" });
  await settle(platform, check.orderRef!, { to: "Success" });
  expect(await lookAtLiveCheck(platform, check.id)).toMatchObject({
    state: "passed",
    refundRef: expect.stringMatching(/^\w{27}$/),
  });
  const { rows } = await pool.query(
    "select payment_id, mode, refunded_minor, amount_minor from psp_payment where order_ref = $1",
    [check.orderRef],
  );
  expect(rows).toEqual([{ payment_id: "MID-77", mode: "live", refunded_minor: "10000", amount_minor: "10000" }]);
  expect((await channel()).context.livePayment).toBe("passed");
  await work();
  expect((await pool.query("select from webhook_event")).rowCount).toBe(0);
  await journey.send(journey.merchant, { type: "OPEN_CHANNEL" }, channelId);
  expect((await channel()).phase).toBe("live");
});

test("pressing twice is one payment, also when both come at once", async ({ pool }) => {
  const { platform, start } = await toVerify(pool);
  const checks = await Promise.all([
    startLiveCheck(platform, start),
    startLiveCheck(platform, start),
    startLiveCheck(platform, start),
  ]);
  expect(new Set(checks.map(({ orderRef }) => orderRef)).size).toBe(1);
  expect(await liveChecks(platform, start.channelId)).toHaveLength(1);
});

test("page and job that look at once give back once and record once", async ({ pool }) => {
  const { platform, start, channel } = await toVerify(pool);
  const check = await startLiveCheck(platform, start);
  await settle(platform, check.orderRef!, { to: "Success" });
  const before = (await channel()).version;
  await Promise.all(Array.from({ length: 5 }, () => lookAtLiveCheck(platform, check.id)));
  expect((await channel()).version).toBe(before + 1);
  expect((await pool.query("select from psp_refund")).rowCount).toBe(1);
});

test("a merchant who never comes back is followed by a job; one who does not pay has failed and may try again", async ({
  pool,
}) => {
  const { platform, start, channel, work, pass } = await toVerify(pool);
  const first = await startLiveCheck(platform, start);
  await settle(platform, first.orderRef!, { to: "Failed", reason: "declined" });
  pass(61_000);
  await work();
  expect(await liveChecks(platform, start.channelId)).toMatchObject([{ state: "failed", failure: "notPaid" }]);
  expect((await channel()).context.livePayment).toBe("failed");
  const second = await startLiveCheck(platform, start);
  expect(second.id).not.toBe(first.id);
  await settle(platform, second.orderRef!, { to: "Success" });
  pass(61_000);
  await work();
  expect((await channel()).context.livePayment).toBe("passed");
});

/** A PSP that does as told where the sandbox would do right. */
const unlike = (platform: Parameters<typeof gatewayOf>[0], over: Partial<PaymentGateway>): PaymentGateway => ({
  ...gatewayOf(platform),
  ...over,
});

test("another amount than asked is a failure, and what was paid is given back", async ({ pool }) => {
  const { platform, start, channel } = await toVerify(pool);
  const check = await startLiveCheck(platform, start);
  await settle(platform, check.orderRef!, { to: "Success" });
  const refunded: number[] = [];
  const sandbox = gatewayOf(platform);
  const gateway = unlike(platform, {
    paymentOf: async (...asked) => ({ ...(await sandbox.paymentOf(...asked))!, amountMinor: 9_000 }),
    refund: async (_account, _ref, amountMinor) => {
      refunded.push(amountMinor);
      return { refundRef: "r", amountMinor, status: "SUCCESS" };
    },
  });
  expect(await lookAtLiveCheck({ ...platform, gateway }, check.id)).toMatchObject({
    state: "failed",
    failure: "wrongAmount",
  });
  expect(refunded).toEqual([9_000]);
  expect((await channel()).context.livePayment).toBe("failed");
});

test("a PSP that refuses the refund fails the check; one that does not answer is asked again", async ({ pool }) => {
  const { platform, start, channel } = await toVerify(pool);
  const check = await startLiveCheck(platform, start);
  await settle(platform, check.orderRef!, { to: "Success" });
  const silent = unlike(platform, { refund: () => Promise.reject(new UpstreamError("psp", "no answer", true)) });
  await expect(followLiveCheck({ ...platform, gateway: silent }, check.id)).rejects.toBeInstanceOf(UpstreamError);
  expect(await liveChecks(platform, start.channelId)).toMatchObject([{ state: "paid" }]);
  expect((await channel()).context.livePayment).toBe("none");
  const refusing = unlike(platform, { refund: () => Promise.reject(new PaymentRefused("REFUSED")) });
  expect(await lookAtLiveCheck({ ...platform, gateway: refusing }, check.id)).toMatchObject({
    state: "failed",
    failure: "refundRefused",
  });
});

test("a try that the PSP did not take leaves the order number, and the next try takes it up", async ({ pool }) => {
  const { platform, start } = await toVerify(pool);
  const asked: string[] = [];
  const silent = unlike(platform, {
    createPayment: (_account, order) => {
      asked.push(order.orderNo);
      return Promise.reject(new UpstreamError("psp", "no answer", true));
    },
  });
  await expect(startLiveCheck({ ...platform, gateway: silent }, start)).rejects.toBeInstanceOf(UpstreamError);
  const check = await startLiveCheck(platform, start);
  expect([check.orderNo]).toEqual(asked);
});

test("in production the sandbox pretends nothing: without a PSP no live payment is made", async ({ pool }) => {
  const { platform } = partsFor(pool, { config: { mode: "production" } });
  expect(canPayLive(platform)).toBe(false);
  expect(canPayLive({ ...platform, gateway: unlike(platform, { standsIn: false }) })).toBe(true);
  expect(canPayLive(partsFor(pool).platform)).toBe(true);
});
