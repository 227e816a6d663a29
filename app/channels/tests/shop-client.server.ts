import type { z } from "zod";
import { pairOfChannel, type TestPair } from "#app/credentials/index.server.ts";
import { requestToken } from "#app/platform/gateway/jwt.ts";
import { CLIENT_KEY_HEADER, Created, PaymentAnswer, Problem, RefundAnswer } from "#app/platform/gateway/wire.ts";
import { createPayment, type PspParts, paymentStatus, refund } from "#app/psp/index.server.ts";
import { majorUnits } from "#workflows/channel/minor-units.ts";
import { sign } from "#workflows/channel/signature.ts";

/** The API said no to a request that the portal sent for a merchant. */
export class ShopRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = "ShopRefused";
    this.code = code;
  }
}

/**
 * What a merchant's server does, done for a merchant who has none: the same signed requests to the same API, with the channel's own
 * test keys. Only the network between is left out.
 *
 * @returns null when the channel has no test keys
 */
export async function shopOf(platform: PspParts, channelId: string) {
  const pair = await pairOfChannel(platform, channelId);
  return pair && shopWith(platform, pair);
}

export function shopWith(platform: PspParts, { clientKey, secret }: TestPair) {
  const request = (path: string, body?: object) =>
    new Request(`${platform.config.publicUrl}/psp/api${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${requestToken(clientKey, secret, Math.floor(platform.now().getTime() / 1000))}`,
        [CLIENT_KEY_HEADER]: clientKey,
      },
      body: body && JSON.stringify(body),
    });
  return {
    clientKey,
    async pay(order: {
      orderNo: string;
      amountMinor: number;
      currency: string;
      method: string;
      shopName: string;
      successUrl: string;
      failureUrl: string;
    }) {
      const fields = {
        client_key: clientKey,
        amount: majorUnits(order.amountMinor, order.currency),
        currency: order.currency,
        merchant_order_id: order.orderNo,
        success_url: order.successUrl,
        failure_url: order.failureUrl,
      };
      const body = {
        ...fields,
        signature_hash: sign("paymentRequest", fields, secret),
        pmt_method: order.method,
        merchant_name: order.shopName,
      };
      return read(await createPayment(platform, request("/payments", body)), Created);
    },
    status: async (orderRef: string) =>
      read(await paymentStatus(platform, request(`/payments/${orderRef}`), orderRef), PaymentAnswer),
    refund: async (orderRef: string, amountMinor: number, currency: string, key: string) =>
      read(
        await refund(
          platform,
          request(`/payments/${orderRef}/refunds`, { amount: majorUnits(amountMinor, currency), idempotency_key: key }),
          orderRef,
        ),
        RefundAnswer,
      ),
  };
}

async function read<S extends z.ZodType>(response: Response, Answer: S): Promise<z.output<S>> {
  const body: unknown = await response.json();
  if (response.ok) return Answer.parse(body);
  const { code, message } = Problem.parse(body);
  throw new ShopRefused(code, message);
}
