import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { findPayment, refundsOf, type SandboxPayment } from "#app/platform/gateway/index.server.ts";
import { type Account, accountOf, type PspParts } from "#app/psp/index.server.ts";
import { majorUnits } from "#workflows/channel/minor-units.ts";
import { sign } from "#workflows/channel/signature.ts";
import { emitWebhook } from "./emit.server.ts";

/** The aggregator's code series: 1000 pending, 2000 success, 6000 the bank or the card. */
const codes = { Initiated: 1000, Pending: 1000, Success: 2000, Failed: 6000, Expired: 6000 } as const;
const abouts = { Success: "success", Failed: "failure", Expired: "failure", Pending: "pending" } as const;

/** The payment webhook with its documented fields, signed with the channel's secret. */
export function paymentNews(
  payment: SandboxPayment,
  status: keyof typeof codes,
  account: Pick<Account, "clientKey" | "secret">,
) {
  const fields = {
    amount: majorUnits(payment.amountMinor, payment.currency),
    channel_key: payment.channel,
    channel_order_ref: payment.channelOrderRef,
    country_code: payment.country,
    currency: payment.currency,
    merchant_order_ref: payment.orderNo,
    method_name: payment.methodName,
    order_ref: payment.orderRef,
    status,
  };
  return {
    ...fields,
    merchant_key: account.clientKey,
    method_key: payment.method,
    status_code: codes[status],
    status_reason: payment.reason,
    is_refund_allowed: status === "Success",
    is_multi_refund_allowed: status === "Success",
    signature_hash: sign("paymentWebhook", fields, account.secret),
  };
}

/** Tells a shop how its payment stands. The house's own payments are nobody's news. */
export async function announcePayment(
  platform: PspParts,
  { orderRef, status }: { orderRef: string; status: keyof typeof abouts },
): Promise<void> {
  const found = await shopOf(platform, orderRef);
  if (!found) return;
  const { payment, account, caseId, channelId } = found;
  await inTransaction(platform.pool, (tx) =>
    emitWebhook(tx, {
      caseId,
      channelId,
      environment: "sandbox",
      type: "payment_status",
      about: abouts[status],
      cause: `payment/${orderRef}/${status}`,
      body: paymentNews(payment, status, account),
      at: platform.now(),
    }),
  );
}

/** Tells a shop of a refund. No field of it is signed by the documents: the signature over the delivery covers it. */
export async function announceRefund(
  platform: PspParts,
  { orderRef, refundRef }: { orderRef: string; refundRef: string },
): Promise<void> {
  const found = await shopOf(platform, orderRef);
  const refund =
    found && (await refundsOf(platform, [found.account.clientKey])).find((one) => one.refundRef === refundRef);
  if (!found || !refund) return;
  const { payment, account, caseId, channelId } = found;
  const body = {
    refund_ref: refundRef,
    order_ref: orderRef,
    merchant_order_ref: payment.orderNo,
    merchant_key: account.clientKey,
    amount: majorUnits(refund.amountMinor, payment.currency),
    currency: payment.currency,
    refund_type: refund.amountMinor === payment.amountMinor ? "full" : "partial",
    status: refund.status,
  };
  await inTransaction(platform.pool, (tx) =>
    emitWebhook(tx, {
      caseId,
      channelId,
      environment: "sandbox",
      type: "refund_status",
      about: "refund",
      cause: `refund/${refundRef}`,
      body,
      at: platform.now(),
    }),
  );
}

async function shopOf(platform: PspParts, orderRef: string) {
  const payment = await findPayment(platform, orderRef);
  const account = payment && (await accountOf(platform, payment.clientKey));
  if (!payment || !account?.caseId || !account.channelId) return null;
  return { payment, account, caseId: account.caseId, channelId: account.channelId };
}
