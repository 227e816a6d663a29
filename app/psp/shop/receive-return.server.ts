import { findPayment, isOrderRef, type SandboxPayment } from "#app/platform/gateway/index.server.ts";
import { isSigned } from "#workflows/channel/signature.ts";
import { accountOf, type Parts } from "../account.server.ts";
import { orderOf, type ShopOrder } from "./orders.server.ts";
import { keepReceipt } from "./receipts.server.ts";
import { receiverOf } from "./receiver.server.ts";

/** What the stand-in makes of a buyer who came back. */
export interface Returned {
  caseId: string;
  /** Null when it is no order of this shop. */
  order: ShopOrder | null;
  status: string | null;
  signatureIsGood: boolean;
  accepted: boolean;
}

/**
 * A buyer comes back from the payment page. The query is believed only when it is signed with the secret of the channel whose order
 * it names; what was paid is read from the shop's own order, never from the query.
 *
 * @returns null when there is no such stand-in
 */
export async function receiveReturn(platform: Parts, token: string, query: URLSearchParams): Promise<Returned | null> {
  const receiver = await receiverOf(platform, token);
  if (!receiver) return null;
  const message = Object.fromEntries(query);
  const orderRef = message.order_ref;
  const payment: SandboxPayment | null = isOrderRef(orderRef) ? await findPayment(platform, orderRef) : null;
  const account = payment ? await accountOf(platform, payment.clientKey) : null;
  const isOurs = account?.caseId === receiver.caseId;
  const signatureIsGood = isOurs && isSigned("redirect", message, message.signature_hash, [account.secret]);
  const order = message.merchant_order_ref
    ? await orderOf(platform, receiver.caseId, message.merchant_order_ref)
    : null;
  const isThisOrder = order !== null && order.channelId === account?.channelId && payment?.orderNo === order.orderNo;
  const accepted = signatureIsGood && isThisOrder;
  await keepReceipt(platform, receiver.id, {
    kind: "return",
    eventId: payment?.orderRef ?? null,
    orderNo: order?.orderNo ?? null,
    checks: { body: null, fields: signatureIsGood, order: isThisOrder, amount: null },
    accepted,
  });
  return { caseId: receiver.caseId, order, status: message.status?.slice(0, 40) ?? null, signatureIsGood, accepted };
}
