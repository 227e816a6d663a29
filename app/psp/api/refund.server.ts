import { findPayment, isOrderRef, PaymentRefused, refundPayment } from "#app/platform/gateway/index.server.ts";
import { AskRefund } from "#app/platform/gateway/wire.ts";
import { fromMajorUnits, majorUnits } from "#workflows/channel/minor-units.ts";
import type { Parts } from "../account.server.ts";
import { ApiProblem, answering, readJson } from "./answers.server.ts";
import { askerOf } from "./asker.server.ts";

/** `POST /psp/api/payments/:orderRef/refunds`: gives money back; the same `idempotency_key` once. */
export const refund = (platform: Parts, request: Request, orderRef: string | undefined): Promise<Response> =>
  answering(async () => {
    const account = await askerOf(platform, request);
    const parsed = AskRefund.safeParse(await readJson(request));
    if (!parsed.success) throw new ApiProblem(400, "VALIDATION", "Send amount (major units) and idempotency_key.");
    const payment = isOrderRef(orderRef) ? await findPayment(platform, orderRef) : null;
    if (payment?.clientKey !== account.clientKey) {
      throw new ApiProblem(404, "NO_SUCH_PAYMENT", "This key has no payment of that order_ref.");
    }
    const { amount, idempotency_key: key } = parsed.data;
    const amountMinor = fromMajorUnits(amount, payment.currency);
    if (amountMinor === null)
      throw new ApiProblem(400, "AMOUNT_NOT_VALID", `${amount} is no amount of ${payment.currency}.`);
    try {
      const done = await refundPayment(platform, { ...payment, amountMinor, key });
      return {
        refund_ref: done.refundRef,
        amount: majorUnits(done.amountMinor, payment.currency),
        status: done.status,
      };
    } catch (error) {
      if (error instanceof PaymentRefused) throw new ApiProblem(409, error.code, error.message);
      throw error;
    }
  });
