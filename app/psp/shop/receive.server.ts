import { checkBody } from "#workflows/channel/body-signature.ts";
import { fromMajorUnits } from "#workflows/channel/minor-units.ts";
import { isSigned, type Message } from "#workflows/channel/signature.ts";
import { accountOf, type Parts } from "../account.server.ts";
import { orderOf } from "./orders.server.ts";
import { type Checks, keepReceipt } from "./receipts.server.ts";
import { receiverOf } from "./receiver.server.ts";

export interface Answered {
  status: number;
  body: string;
}

/**
 * A delivery reaches the stand-in, which does what an honest shop does: signature first, then order and amount against its own. It
 * answers 200 to what it believes, 400 to what it does not.
 *
 * @param headers names in lower case
 */
export async function receive(
  platform: Parts,
  token: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
): Promise<Answered> {
  const receiver = await receiverOf(platform, token);
  if (!receiver) return { status: 404, body: "no such receiver" };
  const message = parsed(body);
  const bodyCheck = checkBody(headers, body, receiver.secrets, Math.floor(platform.now().getTime() / 1000));
  const { fields, order, amount, orderNo } =
    message.type === "payment_status" || message.type === "refund_status"
      ? await judge(platform, receiver.caseId, message)
      : { fields: null, order: null, amount: null, orderNo: null };
  const checks: Checks = { body: bodyCheck, fields, order, amount };
  const problem = problemOf(checks);
  const eventId = headers["webhook-id"]?.slice(0, 100) ?? null;
  await keepReceipt(platform, receiver.id, { kind: "webhook", eventId, orderNo, checks, accepted: problem === null });
  return problem ? { status: 400, body: problem } : { status: 200, body: "ok" };
}

function problemOf({ body, fields, order, amount }: Checks): string | null {
  if (body !== "good") return `the delivery is ${body}`;
  if (fields === false) return "signature_hash does not fit";
  if (order === false) return "not an order of this shop";
  return amount === false ? "not the amount of the order" : null;
}

async function judge(platform: Parts, caseId: string, message: Message) {
  const orderNo = typeof message.merchant_order_ref === "string" ? message.merchant_order_ref.slice(0, 100) : null;
  const account = typeof message.merchant_key === "string" ? await accountOf(platform, message.merchant_key) : null;
  const isOurs = account?.caseId === caseId;
  const found = orderNo ? await orderOf(platform, caseId, orderNo) : null;
  // A refund webhook signs no fields of its own, and its amount is what was given back: at most the order's.
  const isRefund = message.type === "refund_status";
  const minor = found && fromMajorUnits(message.amount, found.currency);
  const fits =
    found !== null && minor !== null && (isRefund ? minor <= found.amountMinor : minor === found.amountMinor);
  return {
    orderNo,
    fields: isRefund ? null : isOurs && isSigned("paymentWebhook", message, message.signature_hash, [account.secret]),
    order: found !== null && isOurs && found.channelId === account.channelId,
    amount: found && fits && message.currency === found.currency,
  };
}

function parsed(body: string): Message {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Message) : {};
  } catch {
    return {};
  }
}
