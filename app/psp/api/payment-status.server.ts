import { findPayment, isOrderRef, markAsked } from "#app/platform/gateway/index.server.ts";
import type { PaymentAnswer } from "#app/platform/gateway/wire.ts";
import { majorUnits } from "#workflows/channel/minor-units.ts";
import type { Parts } from "../account.server.ts";
import { ApiProblem, answering } from "./answers.server.ts";
import { askerOf } from "./asker.server.ts";

/** `GET /psp/api/payments/:orderRef`: how a payment stands, to whom it belongs. */
export const paymentStatus = (platform: Parts, request: Request, orderRef: string | undefined): Promise<Response> =>
  answering(async (): Promise<PaymentAnswer> => {
    const account = await askerOf(platform, request);
    const payment = isOrderRef(orderRef) ? await findPayment(platform, orderRef) : null;
    if (payment?.clientKey !== account.clientKey) {
      throw new ApiProblem(404, "NO_SUCH_PAYMENT", "This key has no payment of that order_ref.");
    }
    await markAsked(platform, payment.orderRef, payment.status);
    return {
      order_ref: payment.orderRef,
      merchant_order_ref: payment.orderNo,
      channel_order_ref: payment.channelOrderRef,
      status: payment.status,
      amount: majorUnits(payment.amountMinor, payment.currency),
      currency: payment.currency,
      refunded_amount: majorUnits(payment.refundedMinor, payment.currency),
    };
  });
