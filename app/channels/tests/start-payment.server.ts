import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { type PspParts, placeOrder, receiverOfCase, returnPage } from "#app/psp/index.server.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { shopName } from "../channel.server.ts";
import { ensureStandIn } from "../webhooks/endpoints.server.ts";
import { sampleAmount } from "./sample-amount.ts";
import { shopOf } from "./shop-client.server.ts";

export interface TestPaymentStart {
  caseId: string;
  channelId: string;
  line: ChannelLine;
  method: string;
  by: string;
}

/**
 * "Run a test payment": places an order at the stand-in shop and asks the sandbox, signed, to take a payment for it.
 *
 * @returns where the buyer pays; null when the channel has no test keys, or not that method
 */
export async function startTestPayment(
  platform: PspParts,
  start: TestPaymentStart,
): Promise<{ orderRef: string; payUrl: string; orderNo: string } | null> {
  const { caseId, channelId, line, method, by } = start;
  const shop = await shopOf(platform, channelId);
  if (!shop || !line.methods.includes(method)) return null;
  const token = await tokenOf(platform, caseId, by);
  const order = await placeOrder(platform, {
    caseId,
    channelId,
    amountMinor: sampleAmount(line.currency),
    currency: line.currency,
    method,
    by,
  });
  const back = returnPage(platform, token);
  const { order_ref, redirect_url } = await shop.pay({
    ...order,
    shopName: await shopName(platform, caseId),
    successUrl: back,
    failureUrl: back,
  });
  return { orderRef: order_ref, payUrl: redirect_url, orderNo: order.orderNo };
}

/** The stand-in is there even where the merchant's own server is told: its page is where the buyer comes back to. */
async function tokenOf(platform: PspParts, caseId: string, by: string): Promise<string> {
  const there = await receiverOfCase(platform, caseId);
  if (there) return there.token;
  await inTransaction(platform.pool, (tx) => ensureStandIn(platform, tx, { caseId, by }));
  return (await receiverOfCase(platform, caseId))!.token;
}
