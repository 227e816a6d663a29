import { openPayment, type PaymentOrder, PaymentRefused } from "#app/platform/gateway/index.server.ts";
import { CreatePayment } from "#app/platform/gateway/wire.ts";
import { fromMajorUnits } from "#workflows/channel/minor-units.ts";
import { isSigned } from "#workflows/channel/signature.ts";
import { type Account, accountOf, type Parts } from "../account.server.ts";
import { lineOf, methodName } from "../line.server.ts";
import { ApiProblem, answering, readJson } from "./answers.server.ts";

/** `POST /psp/api/payments`: opens a payment that was asked for with a good signature. */
export const createPayment = (platform: Parts, request: Request): Promise<Response> =>
  answering(async () => {
    const parsed = CreatePayment.safeParse(await readJson(request));
    if (!parsed.success) {
      const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
      throw new ApiProblem(400, "VALIDATION", wrong);
    }
    const asked = parsed.data;
    const account = await accountOf(platform, asked.client_key);
    if (!account || account.isRetired || !isSigned("paymentRequest", asked, asked.signature_hash, [account.secret])) {
      throw new ApiProblem(
        401,
        "SIGNATURE_REFUSED",
        "signature_hash does not fit the fields and this client key's secret.",
      );
    }
    const order = await orderOf(platform, account, asked);
    try {
      const { orderRef } = await openPayment(platform, account, order);
      return { order_ref: orderRef, redirect_url: `${platform.config.publicUrl}/psp/pay/${orderRef}` };
    } catch (error) {
      if (error instanceof PaymentRefused) throw new ApiProblem(409, error.code, error.message);
      throw error;
    }
  });

async function orderOf(platform: Parts, account: Account, asked: CreatePayment): Promise<PaymentOrder> {
  const amountMinor = fromMajorUnits(asked.amount, asked.currency);
  if (amountMinor === null)
    throw new ApiProblem(400, "AMOUNT_NOT_VALID", `${asked.amount} is no amount of ${asked.currency}.`);
  const line = account.channelId ? await lineOf(platform, account.channelId) : null;
  if (line && line.currency !== asked.currency) {
    throw new ApiProblem(400, "CURRENCY_NOT_ENABLED", `This channel takes ${line.currency}.`);
  }
  if (line && asked.pmt_channel && asked.pmt_channel !== line.channel) {
    throw new ApiProblem(
      400,
      "INVALID_PAYMENT_CHANNEL_KEY",
      `This channel is ${line.channel}; keys are case-sensitive.`,
    );
  }
  if (line && asked.pmt_method && !line.methods.includes(asked.pmt_method)) {
    throw new ApiProblem(
      400,
      "METHOD_NOT_ENABLED",
      `This channel has ${line.methods.join(", ")}; keys are case-sensitive.`,
    );
  }
  const method = asked.pmt_method ?? (line?.methods.length === 1 ? line.methods[0]! : "");
  return {
    orderNo: asked.merchant_order_id,
    amountMinor,
    currency: asked.currency,
    country: asked.country_code ?? line?.country ?? "GLOBAL",
    channel: line?.channel ?? asked.pmt_channel ?? "SANDBOX",
    method,
    methodName: asked.method_name ?? (method && (await methodName(platform, method))),
    shopName: asked.merchant_name ?? account.clientKey,
    paymentId: asked.mid,
    successUrl: asked.success_url,
    failureUrl: asked.failure_url,
  };
}
