import type { ZodType, z } from "zod";
import { fromMajorUnits, majorUnits } from "#workflows/channel/minor-units.ts";
import { sign } from "#workflows/channel/signature.ts";
import { assertNoTransaction } from "../outside.server.ts";
import type { Platform } from "../platform.ts";
import { mayRetry, UpstreamError } from "../upstream-error.ts";
import { requestToken } from "./jwt.ts";
import { type GatewayAccount, type PaymentGateway, PaymentRefused } from "./payment-gateway.ts";
import { CLIENT_KEY_HEADER, Created, PaymentAnswer, Problem, RefundAnswer, refusalOf } from "./wire.ts";

const DEADLINE_MS = 10_000;

/**
 * A payment service provider over HTTP, in the aggregator's language: signed payment requests, tokens for the rest.
 *
 * @param options.url where its API begins, without a slash at the end; our own setting, not something a user typed
 */
export function httpGateway(
  { now }: Pick<Platform, "now">,
  { url, clientKey, secretKey }: { url: string; clientKey: string; secretKey: string },
): PaymentGateway {
  async function ask<S extends ZodType>(
    account: GatewayAccount,
    path: string,
    Answer: S,
    body?: object,
  ): Promise<z.output<S>> {
    assertNoTransaction("gateway");
    const token = requestToken(account.clientKey, account.secretKey, Math.floor(now().getTime() / 1000));
    const response = await fetch(`${url}${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        [CLIENT_KEY_HEADER]: account.clientKey,
      },
      body: body && JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(DEADLINE_MS),
    }).catch((cause: unknown) => {
      throw new UpstreamError("psp", "no answer", true, { cause });
    });
    const text = await response.text().catch((cause: unknown) => {
      throw new UpstreamError("psp", "the answer broke off", true, { cause });
    });
    if (!response.ok) throw failure(response.status, text);
    const parsed = Answer.safeParse(json(text));
    if (!parsed.success)
      throw new UpstreamError("psp", "an answer we do not understand", false, { cause: parsed.error });
    return parsed.data;
  }

  return {
    standsIn: false,
    house: { clientKey, secretKey, mode: "live" },
    async createPayment(account, order) {
      const request = {
        client_key: account.clientKey,
        amount: majorUnits(order.amountMinor, order.currency),
        currency: order.currency,
        merchant_order_id: order.orderNo,
        success_url: order.successUrl,
        failure_url: order.failureUrl,
      };
      const answer = await ask(account, "/payments", Created, {
        ...request,
        signature_hash: sign("paymentRequest", request, account.secretKey),
        pmt_channel: order.channel,
        pmt_method: order.method,
        method_name: order.methodName,
        country_code: order.country,
        merchant_name: order.shopName,
        mid: order.paymentId,
      });
      return { orderRef: answer.order_ref, payUrl: answer.redirect_url };
    },
    async paymentOf(account, orderRef) {
      try {
        const answer = await ask(account, `/payments/${encodeURIComponent(orderRef)}`, PaymentAnswer);
        return {
          orderRef: answer.order_ref,
          orderNo: answer.merchant_order_ref,
          channelOrderRef: answer.channel_order_ref,
          status: answer.status,
          amountMinor: amountOf(answer.amount, answer.currency),
          currency: answer.currency,
          refundedMinor: Number(answer.refunded_amount) === 0 ? 0 : amountOf(answer.refunded_amount, answer.currency),
        };
      } catch (error) {
        if (error instanceof PaymentRefused && error.code === "NO_SUCH_PAYMENT") return null;
        throw error;
      }
    },
    async refund(account, orderRef, amountMinor, key) {
      const payment = await this.paymentOf(account, orderRef);
      if (!payment) throw new PaymentRefused("NO_SUCH_PAYMENT", orderRef);
      const answer = await ask(account, `/payments/${encodeURIComponent(orderRef)}/refunds`, RefundAnswer, {
        amount: majorUnits(amountMinor, payment.currency),
        idempotency_key: key,
      });
      return {
        refundRef: answer.refund_ref,
        amountMinor: amountOf(answer.amount, payment.currency),
        status: answer.status,
      };
    },
  };
}

function failure(status: number, text: string): Error {
  const problem = Problem.safeParse(json(text));
  if (problem.success && status >= 400 && status < 500 && !mayRetry(status)) {
    const { code, message } = problem.data;
    return new PaymentRefused(refusalOf(code), `${code} ${message}`.slice(0, 300));
  }
  return new UpstreamError("psp", `answered ${status}`, mayRetry(status));
}

function amountOf(amount: number | string, currency: string): number {
  const minor = fromMajorUnits(amount, currency);
  if (minor === null) throw new UpstreamError("psp", `${amount} is no amount of ${currency}`, false);
  return minor;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
