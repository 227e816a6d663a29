import type { Pool } from "pg";
import { expect } from "vitest";
import { findPayment } from "#app/platform/gateway/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { decide, paymentPage, receiptsOf, receiveReturn, receiverOfCase, wayBack } from "#app/psp/index.server.ts";
import { test } from "#tests/database.ts";
import { zaloPay } from "#tests/walk.ts";
import { isSigned } from "#workflows/channel/signature.ts";
import { testItems } from "#workflows/channel/test-plan.ts";
import { channelUnderTest, type Heard, partsFor, receiver } from "../testing/hall.ts";
import { addEndpoint } from "../webhooks/endpoints.server.ts";
import { readTestFacts } from "./facts.server.ts";
import { recordTests } from "./record.server.ts";
import { ShopRefused, shopOf } from "./shop-client.server.ts";
import { startTestPayment } from "./start-payment.server.ts";
import { mostTrialsAnHour, runTrials, sayReturns } from "./trials.server.ts";

type Under = Awaited<ReturnType<typeof channelUnderTest>>;
const two = { ...zaloPay, methods: ["ZALOPAY_WALLET", "ZALOPAY_ATMCARD"] };

/** A merchant at the payment page: pays as told, and goes back to the shop. */
async function pay(
  under: Under,
  outcome: "success" | "failure" | "cancel" | "pending",
  method = under.line.methods[0]!,
) {
  const { platform, caseId, channelId, line, merchant } = under;
  const started = (await startTestPayment(platform, { caseId, channelId, line, method, by: merchant.id }))!;
  await decide(platform, (await paymentPage(platform, started.orderRef))!, { outcome });
  const back = new URL((await wayBack(platform, started.orderRef))!);
  const token = back.pathname.split("/").at(-1)!;
  const returned = await receiveReturn(platform, token, back.searchParams);
  return { ...started, back, token, returned };
}

const outcomes = async (under: Under) =>
  Object.fromEntries(
    Object.entries((await under.channel()).context.tests).map(([item, test]) => [item, test?.outcome]),
  );

test("a merchant without a server passes the whole plan from the portal, each item with the row that proves it", async ({
  pool,
}) => {
  await using hall = partsFor(pool);
  const under = await channelUnderTest(hall, two);
  const { platform, caseId, channelId, line, merchant, work } = under;
  const shop = (await shopOf(platform, channelId))!;

  const first = await pay(under, "success");
  expect(first.returned).toMatchObject({
    accepted: true,
    status: "Success",
    order: { amountMinor: 50_000, currency: "VND" },
  });
  await pay(under, "failure");
  await work();
  expect(await outcomes(under)).toEqual({ paymentFlow: "passed", testInstruments: "passed" });

  await pay(under, "success", "ZALOPAY_ATMCARD");
  await shop.refund(first.orderRef, 50_000, "VND", "refund-1");
  expect(await shop.status(first.orderRef)).toMatchObject({
    status: "Success",
    amount: 50_000,
    refunded_amount: 50_000,
  });
  await work();
  expect(await runTrials(platform, { caseId, channelId, line, by: merchant.id })).toEqual({ problem: null });

  expect(await outcomes(under)).toEqual(Object.fromEntries(testItems.map((item) => [item, "passed"])));
  for (const { ref } of Object.values((await under.channel()).context.tests)) {
    const { rows } = await pool.query(
      `select 1 from psp_payment where id = $1 union all select 1 from psp_refund where id = $1
       union all select 1 from webhook_delivery where id = $1 union all select 1 from test_trial where id = $1`,
      [ref],
    );
    expect(rows).toHaveLength(1);
  }
  await under.journey.send(merchant, { type: "COMPLETE_TESTS" }, channelId);
  expect((await under.channel()).phase).toBe("tested");
  expect(hall.errors).toEqual([]);
});

test("the stand-in refuses what is forged, changed or not its own, and says why", async ({ pool }) => {
  await using hall = partsFor(pool);
  const under = await channelUnderTest(hall);
  const { platform, caseId, channelId, line, merchant, work } = under;
  await pay(under, "success");
  await work();
  await runTrials(platform, { caseId, channelId, line, by: merchant.id });
  const receipts = await receiptsOf(platform, (await receiverOfCase(platform, caseId))!.id);
  const refused = receipts.filter(({ accepted }) => !accepted).map(({ kind, checks }) => ({ kind, ...checks }));
  expect(refused).toEqual(
    expect.arrayContaining([
      { kind: "webhook", body: "forged", fields: false, order: true, amount: true },
      { kind: "webhook", body: "good", fields: true, order: true, amount: false },
      { kind: "return", body: null, fields: false, order: true, amount: null },
    ]),
  );
  expect(
    receipts
      .filter(({ accepted }) => accepted)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(["return", "webhook"]);
});

test("a payment pends, then goes through, and the shop is told of both", async ({ pool }) => {
  await using hall = partsFor(pool);
  const under = await channelUnderTest(hall);
  const { orderRef, returned } = await pay(under, "pending");
  expect(returned).toMatchObject({ status: "Pending", accepted: true });
  await under.work();
  expect((await findPayment(under.platform, orderRef))?.status).toBe("Pending");
  under.pass(11_000);
  await under.work();
  expect((await findPayment(under.platform, orderRef))?.status).toBe("Success");
  const { rows } = await pool.query("select about from webhook_event order by made_at, id");
  expect(rows.map(({ about }) => about)).toEqual(["pending", "success"]);
});

/** A shop with a server of its own that checks as much as told. */
async function shopServer(secretOf: () => string, checks: { signature: boolean; amount: boolean }) {
  const orders = new Map<string, number>();
  const server = await receiver(({ body }: Heard) => {
    const message = JSON.parse(body);
    if (message.type !== "payment_status") return 200;
    if (checks.signature && !isSigned("paymentWebhook", message, message.signature_hash, [secretOf()])) return 401;
    if (checks.amount && orders.get(message.merchant_order_ref) !== message.amount) return 422;
    return 200;
  });
  return Object.assign(server, { orders });
}

async function withServer(pool: Pool, checks: { signature: boolean; amount: boolean }) {
  let secret = "";
  const server = await shopServer(() => secret, checks);
  const under = await channelUnderTest(partsFor(pool, { allow: [server.host] }));
  secret = under.secret;
  const { platform, caseId, merchant } = under;
  await addEndpoint(platform, {
    id: newId(),
    caseId,
    by: merchant.id,
    environment: "sandbox",
    name: "Shop",
    url: server.url,
    types: ["payment_status", "refund_status"],
  });
  const shop = (await shopOf(platform, under.channelId))!;
  const order = async (orderNo: string) => {
    server.orders.set(orderNo, 70_000);
    const urls = { successUrl: "https://shop.example/ok", failureUrl: "https://shop.example/no" };
    return shop.pay({
      orderNo,
      amountMinor: 70_000,
      currency: "VND",
      method: "ZALOPAY_WALLET",
      shopName: "Shop",
      ...urls,
    });
  };
  const decided = async (orderNo: string, outcome: "success" | "failure") => {
    const { order_ref } = await order(orderNo);
    await decide(platform, (await paymentPage(platform, order_ref))!, { outcome });
    return { order_ref, back: new URL((await wayBack(platform, order_ref))!) };
  };
  return { ...under, server, shop, order, decided };
}

test("a merchant's own server passes by what it answers; what nobody else can see, the merchant says", async ({
  pool,
}) => {
  const under = await withServer(pool, { signature: true, amount: true });
  await using _server = under.server;
  const { platform, caseId, channelId, line, merchant, work, decided, order, shop } = under;
  const { order_ref, back } = await decided("A-1", "success");
  expect(back.origin + back.pathname).toBe("https://shop.example/ok");
  expect(
    isSigned("redirect", Object.fromEntries(back.searchParams), back.searchParams.get("signature_hash"), [
      under.secret,
    ]),
  ).toBe(true);
  const failed = await decided("A-2", "failure");
  expect(failed.back.pathname).toBe("/no");
  await shop.refund(order_ref, 20_000, "VND", "r");
  await shop.status(order_ref);
  await work();
  const trying = { caseId, channelId, line, by: merchant.id };
  expect(await runTrials(platform, trying)).toEqual({ problem: "trials.nothingUnpaid" });
  await order("A-3");
  expect(await runTrials(platform, trying)).toEqual({ problem: null });
  expect((await outcomes(under)).signatures).toBeUndefined();
  await sayReturns(platform, trying, { genuineTaken: true, changedRefused: true });
  expect(await outcomes(under)).toEqual(Object.fromEntries(testItems.map((item) => [item, "passed"])));
});

test("a server that believes anybody fails on signatures and amounts, and passes once it is mended", async ({
  pool,
}) => {
  const checks = { signature: false, amount: false };
  const under = await withServer(pool, checks);
  await using _server = under.server;
  const { platform, caseId, channelId, line, merchant, work, decided, order } = under;
  await decided("B-1", "success");
  await order("B-2");
  await work();
  const trying = { caseId, channelId, line, by: merchant.id };
  await runTrials(platform, trying);
  expect(await outcomes(under)).toMatchObject({ signatures: "failed", confirmation: "failed" });
  await expect(under.journey.send(merchant, { type: "COMPLETE_TESTS" }, channelId)).rejects.toMatchObject({
    reasons: ["everyTestPassed"],
  });
  Object.assign(checks, { signature: true, amount: true });
  await runTrials(platform, trying);
  await sayReturns(platform, trying, { genuineTaken: true, changedRefused: false });
  expect(await outcomes(under)).toMatchObject({ signatures: "failed", confirmation: "passed" });
  await sayReturns(platform, trying, { genuineTaken: true, changedRefused: true });
  expect(await outcomes(under)).toMatchObject({ signatures: "passed", confirmation: "passed" });
});

test("a server that answers 500 fails the webhooks until it answers 200", async ({ pool }) => {
  let status = 500;
  await using server = await receiver(() => status);
  await using hall = partsFor(pool, { allow: [server.host] });
  const under = await channelUnderTest(hall, { ...zaloPay, refund: false });
  const { platform, caseId, merchant } = under;
  const endpoint = { environment: "sandbox" as const, name: "x", url: server.url, types: ["payment_status" as const] };
  await addEndpoint(platform, { ...endpoint, id: newId(), caseId, by: merchant.id });
  await pay(under, "success");
  await pay(under, "failure");
  await under.work();
  expect((await outcomes(under)).webhooks).toBe("failed");
  status = 204;
  under.pass(30_000);
  await under.work();
  expect((await outcomes(under)).webhooks).toBe("failed");
  status = 200;
  await pay(under, "success");
  await pay(under, "failure");
  await under.work();
  expect((await outcomes(under)).webhooks).toBe("passed");
});

test("two who look at the same moment record each item once", async ({ pool }) => {
  await using hall = partsFor(pool);
  const under = await channelUnderTest(hall);
  await pay(under, "success");
  const before = (await under.channel()).version;
  await Promise.all(Array.from({ length: 6 }, () => recordTests(under.platform, under.channelId)));
  const { version, context } = await under.channel();
  expect(version - before).toBe(Object.keys(context.tests).length);
});

test("trials are no battering ram: thirty in an hour", async ({ pool }) => {
  await using hall = partsFor(pool);
  const under = await channelUnderTest(hall);
  const { platform, caseId, channelId, line, merchant } = under;
  const trying = { caseId, channelId, line, by: merchant.id };
  let problem: string | null = null;
  for (let n = 0; n < mostTrialsAnHour && !problem; n++) problem = (await runTrials(platform, trying)).problem;
  expect(problem).toBe("trials.tooMany");
  under.pass(3_600_001);
  expect((await runTrials(platform, trying)).problem).toBeNull();
});

test("new test keys end the old ones, and what happened under them still counts", async ({ pool }) => {
  await using hall = partsFor(pool);
  const under = await channelUnderTest(hall);
  const { platform, caseId, channelId } = under;
  const old = (await shopOf(platform, channelId))!;
  await pay(under, "success");
  const { makeTestCredentials } = await import("#app/credentials/index.server.ts");
  await makeTestCredentials(platform, { caseId, channelId, by: "m" }).insert(pool);
  const order = { orderNo: "X", amountMinor: 1, currency: "VND", method: "ZALOPAY_WALLET", shopName: "x" };
  const urls = { successUrl: "https://a.example/", failureUrl: "https://a.example/" };
  await expect(old.pay({ ...order, ...urls })).rejects.toBeInstanceOf(ShopRefused);
  await under.work();
  const { facts } = await readTestFacts(platform, { caseId, channelId, wanted: [] });
  expect(facts.payments).toHaveLength(1);
  expect(facts.notices).toMatchObject([{ about: "success", answered: "ok" }]);
});
