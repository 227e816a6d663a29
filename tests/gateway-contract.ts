import type { Pool } from "pg";
import { expect } from "vitest";
import {
  type GatewayAccount,
  type PaymentGateway,
  type PaymentOrder,
  PaymentRefused,
} from "#app/platform/gateway/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "./database.ts";

export interface UnderContract extends AsyncDisposable {
  gateway: PaymentGateway;
  account: GatewayAccount;
  /** Somebody else's account at the same place. */
  stranger: GatewayAccount;
  /** Plays the buyer who pays. */
  pay(orderRef: string): Promise<unknown>;
}

const order = (over: Partial<PaymentOrder> = {}): PaymentOrder => ({
  orderNo: `ORDER-${newId()}`,
  amountMinor: 1050,
  currency: "USD",
  country: "US",
  channel: "PAYLETTER",
  method: "PAYLETTER_CREDIT_CARD",
  methodName: "Payletter Credit Card",
  shopName: "Acme 상점",
  successUrl: "https://shop.example/ok?a=1&b=2",
  failureUrl: "https://shop.example/fail",
  ...over,
});

/** What every implementation of the role keeps. `open` makes one on a database of its own. */
export function gatewayContract(name: string, open: (pool: Pool) => Promise<UnderContract>): void {
  const keeps = (promise: string, work: (made: UnderContract) => Promise<void>) =>
    test(`${name}: ${promise}`, async ({ pool }) => {
      await using made = await open(pool);
      await work(made);
    });

  keeps("a payment is opened, paid and found with its amount", async ({ gateway, account, pay }) => {
    const wanted = order();
    const { orderRef, payUrl } = await gateway.createPayment(account, wanted);
    expect(orderRef).toMatch(/^[0-9A-Za-z]{27}$/);
    expect(new URL(payUrl).pathname).toContain(orderRef);
    const opened = { orderRef, orderNo: wanted.orderNo, amountMinor: 1050, currency: "USD", refundedMinor: 0 };
    expect(await gateway.paymentOf(account, orderRef)).toMatchObject({ ...opened, status: "Initiated" });
    await pay(orderRef);
    expect(await gateway.paymentOf(account, orderRef)).toMatchObject({ ...opened, status: "Success" });
  });

  keeps(
    "the same order is the same payment; another amount under its number is refused",
    async ({ gateway, account }) => {
      const wanted = order();
      const first = await gateway.createPayment(account, wanted);
      expect(await gateway.createPayment(account, wanted)).toEqual(first);
      const other = gateway.createPayment(account, { ...wanted, amountMinor: 1051 });
      await expect(other).rejects.toMatchObject({ name: "PaymentRefused", code: "ORDER_EXISTS" });
    },
  );

  keeps("a refund with one key is one refund, and never more than was paid", async ({ gateway, account, pay }) => {
    const { orderRef } = await gateway.createPayment(account, order());
    await expect(gateway.refund(account, orderRef, 1050, "early")).rejects.toMatchObject({ code: "NOT_PAID" });
    await pay(orderRef);
    const first = await gateway.refund(account, orderRef, 1000, "k1");
    expect(await gateway.refund(account, orderRef, 1000, "k1")).toEqual(first);
    await expect(gateway.refund(account, orderRef, 51, "k2")).rejects.toMatchObject({ code: "REFUND_TOO_LARGE" });
    expect(await gateway.refund(account, orderRef, 50, "k3")).toMatchObject({ amountMinor: 50, status: "SUCCESS" });
    expect((await gateway.paymentOf(account, orderRef))?.refundedMinor).toBe(1050);
  });

  keeps("nobody sees or refunds a stranger's payment", async ({ gateway, account, stranger, pay }) => {
    const { orderRef } = await gateway.createPayment(account, order());
    await pay(orderRef);
    expect(await gateway.paymentOf(stranger, orderRef)).toBeNull();
    const refused = await gateway.refund(stranger, orderRef, 10, "k").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PaymentRefused);
    expect(refused).toMatchObject({ code: "NO_SUCH_PAYMENT" });
    expect(await gateway.paymentOf(account, "0".repeat(27))).toBeNull();
  });

  keeps("amounts of currencies without cents stay whole", async ({ gateway, account }) => {
    const { orderRef } = await gateway.createPayment(account, order({ amountMinor: 40_000, currency: "VND" }));
    expect(await gateway.paymentOf(account, orderRef)).toMatchObject({ amountMinor: 40_000, currency: "VND" });
  });
}
