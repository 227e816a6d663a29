import { createHmac } from "node:crypto";
import { assertNoTransaction } from "../../outside.server.ts";
import type { Platform } from "../../platform.ts";
import type { PaymentGateway } from "../payment-gateway.ts";
import { findPayment, openPayment } from "./payments.server.ts";
import { refundPayment } from "./refunds.server.ts";

/** The built-in sandbox, asked in process. Its pages and its API over HTTP are the room app/psp. */
export const sandboxGateway = (platform: Pick<Platform, "pool" | "now" | "config">): PaymentGateway => ({
  standsIn: true,
  house: houseAccount(platform),
  async createPayment(account, order) {
    assertNoTransaction("gateway");
    const { orderRef } = await openPayment(platform, account, order);
    return { orderRef, payUrl: `${platform.config.publicUrl}/psp/pay/${orderRef}` };
  },
  async paymentOf(account, orderRef) {
    assertNoTransaction("gateway");
    const payment = await findPayment(platform, orderRef);
    if (payment?.clientKey !== account.clientKey) return null;
    const { orderNo, channelOrderRef, status, amountMinor, currency, refundedMinor } = payment;
    return { orderRef, orderNo, channelOrderRef, status, amountMinor, currency, refundedMinor };
  },
  async refund(account, orderRef, amountMinor, key) {
    assertNoTransaction("gateway");
    return refundPayment(platform, { orderRef, clientKey: account.clientKey, amountMinor, key });
  },
});

/** The house's account at its own sandbox: a secret nobody has to keep, for it comes out of another. */
export const houseAccount = ({ config }: Pick<Platform, "config">) => ({
  clientKey: "GangwayLiveCheck",
  secretKey: createHmac("sha256", config.sessionSecret).update("sandbox account of the house").digest("hex"),
  mode: "live" as const,
});
