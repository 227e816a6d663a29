import type { Platform } from "../platform.ts";
import type { PaymentGateway } from "./payment-gateway.ts";
import { sandboxGateway } from "./sandbox/sandbox.server.ts";

export { httpGateway } from "./http.server.ts";
export {
  type GatewayAccount,
  type Payment,
  type PaymentGateway,
  type PaymentOrder,
  PaymentRefused,
  type PaymentStatus,
  type Refund,
} from "./payment-gateway.ts";
export { isOrderRef } from "./sandbox/order-ref.ts";
export {
  findPayment,
  markAsked,
  markReturned,
  openForMs,
  openPayment,
  paymentsOf,
  pendingForMs,
  type Settlement,
  settle,
} from "./sandbox/payments.server.ts";
export { refundPayment, refundsOf, type SandboxRefund } from "./sandbox/refunds.server.ts";
export type { Instrument, SandboxPayment } from "./sandbox/rows.server.ts";
export { houseAccount, sandboxGateway } from "./sandbox/sandbox.server.ts";

/** The PSP that the house was given, or the built-in sandbox where none was. */
export const gatewayOf = (
  platform: Pick<Platform, "pool" | "now" | "config"> & { gateway?: PaymentGateway },
): PaymentGateway => platform.gateway ?? sandboxGateway(platform);
