import type { SandboxPayment } from "#app/platform/gateway/index.server.ts";
import { type Message, sign } from "#workflows/channel/signature.ts";

/** Where a buyer goes back to: the shop's own address with the signed outcome in its query. */
export function returnUrl(
  payment: Pick<SandboxPayment, "status" | "orderRef" | "orderNo" | "channelOrderRef" | "successUrl" | "failureUrl">,
  secret: string,
): string {
  const outcome: Message = {
    channel_order_ref: payment.channelOrderRef,
    merchant_order_ref: payment.orderNo,
    order_ref: payment.orderRef,
    status: payment.status,
  };
  const isGood = payment.status === "Success" || payment.status === "Pending";
  const url = new URL(isGood ? payment.successUrl : payment.failureUrl);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, String(value));
  url.searchParams.set("signature_hash", sign("redirect", outcome, secret));
  return url.href;
}
