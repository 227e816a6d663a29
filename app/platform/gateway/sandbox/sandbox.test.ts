import type { Pool } from "pg";
import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { gatewayContract } from "#tests/gateway-contract.ts";
import type { GatewayAccount, PaymentOrder } from "../payment-gateway.ts";
import { newOrderRef } from "./order-ref.ts";
import { findPayment, openForMs, openPayment, settle } from "./payments.server.ts";
import { refundPayment } from "./refunds.server.ts";
import { sandboxGateway } from "./sandbox.server.ts";

const account: GatewayAccount = { clientKey: "AbCdEfGhIjKlMnOp", secretKey: "s", mode: "test" };
const order = (): PaymentOrder => ({
  orderNo: newId(),
  amountMinor: 4000,
  currency: "VND",
  country: "VN",
  channel: "ZALOPAY",
  method: "ZALOPAY_WALLET",
  methodName: "ZaloPay",
  shopName: "Acme",
  successUrl: "https://shop.example/ok",
  failureUrl: "https://shop.example/fail",
});
const clock = () => {
  let at = new Date("2026-11-23T01:00:00.000Z");
  return { now: () => at, pass: (ms: number) => (at = new Date(at.getTime() + ms)) };
};
const jobs = async (pool: Pool): Promise<string[]> =>
  (await pool.query<{ key: string }>("select key from graphile_worker.jobs order by key")).rows.map(({ key }) => key);

test("references sort by time and never repeat", () => {
  const refs = Array.from({ length: 1000 }, () => newOrderRef(new Date("2026-11-23T01:00:00.000Z")));
  expect(new Set(refs).size).toBe(1000);
  expect(newOrderRef(new Date("2026-11-23T01:00:01.000Z")) > refs.toSorted().at(-1)!).toBe(true);
  for (const ref of refs) expect(ref).toMatch(/^[0-9A-Za-z]{27}$/);
});

test("a decision is told once, and a second one changes nothing", async ({ pool }) => {
  const { now } = clock();
  const { orderRef } = await openPayment({ pool, now }, account, order());
  const [first, second] = await Promise.all([
    settle({ pool, now }, orderRef, { to: "Success", instrument: "goesThrough" }),
    settle({ pool, now }, orderRef, { to: "Failed", instrument: "isDeclined" }),
  ]);
  expect(second.status).toBe(first.status);
  expect(await jobs(pool)).toEqual([`announcePayment/${orderRef}/${first.status}`]);
});

test("a pending payment is decided later, by a job filed with it", async ({ pool }) => {
  const { now } = clock();
  const { orderRef } = await openPayment({ pool, now }, account, order());
  expect((await settle({ pool, now }, orderRef, { to: "Pending" })).status).toBe("Pending");
  expect(await jobs(pool)).toEqual([`announcePayment/${orderRef}/Pending`, `settlePending/${orderRef}`]);
  expect((await settle({ pool, now }, orderRef, { to: "Success" })).status).toBe("Success");
});

test("a payment nobody made expires after half an hour, and then takes no money", async ({ pool }) => {
  const { now, pass } = clock();
  const { orderRef } = await openPayment({ pool, now }, account, order());
  pass(openForMs);
  expect((await findPayment({ pool, now }, orderRef))?.status).toBe("Initiated");
  pass(1);
  expect((await findPayment({ pool, now }, orderRef))?.status).toBe("Expired");
  expect((await settle({ pool, now }, orderRef, { to: "Success" })).status).toBe("Expired");
});

test("sixteen refunds at once give back no more than was paid", async ({ pool }) => {
  const { now } = clock();
  const { orderRef } = await openPayment({ pool, now }, account, order());
  await settle({ pool, now }, orderRef, { to: "Success" });
  const asked = Array.from({ length: 16 }, (_, n) =>
    refundPayment({ pool, now }, { orderRef, clientKey: account.clientKey, amountMinor: 1000, key: `k${n}` }),
  );
  const done = (await Promise.allSettled(asked)).filter(({ status }) => status === "fulfilled");
  expect(done).toHaveLength(4);
  expect((await findPayment({ pool, now }, orderRef))?.refundedMinor).toBe(4000);
});

gatewayContract("the built-in sandbox", async (pool) => {
  const { now } = clock();
  return {
    gateway: sandboxGateway({ pool, now, config: testConfig() }),
    account,
    stranger: { ...account, clientKey: "ZyXwVuTsRqPoNmLk" },
    pay: (orderRef) => settle({ pool, now }, orderRef, { to: "Success", instrument: "goesThrough" }),
    [Symbol.asyncDispose]: async () => {},
  };
});

test("the page to pay at lies at our own address", async ({ pool }) => {
  const { now } = clock();
  const gateway = sandboxGateway({ pool, now, config: testConfig({ publicUrl: "https://gangway.example" }) });
  const { orderRef, payUrl } = await gateway.createPayment(account, order());
  expect(payUrl).toBe(`https://gangway.example/psp/pay/${orderRef}`);
});
