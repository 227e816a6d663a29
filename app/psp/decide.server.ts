import { z } from "zod";
import {
  findPayment,
  isOrderRef,
  markReturned,
  type SandboxPayment,
  type Settlement,
  settle,
} from "#app/platform/gateway/index.server.ts";
import { accountOf, type Parts } from "./account.server.ts";
import { lineOf, methodName } from "./line.server.ts";
import { returnUrl } from "./redirect.ts";

/** What a buyer of the sandbox can do. */
export const Decision = z.object({
  outcome: z.enum(["success", "failure", "cancel", "pending"]),
  method: z.string().max(120).optional(),
});
export type Decision = z.infer<typeof Decision>;

const settlements: Record<Decision["outcome"], Omit<Settlement, "method">> = {
  success: { to: "Success", instrument: "goesThrough" },
  failure: { to: "Failed", instrument: "isDeclined", reason: "declined by the test wallet or card" },
  cancel: { to: "Failed", reason: "cancelled by the buyer" },
  pending: { to: "Pending", instrument: "goesThrough" },
};

/** A payment page: the payment, and the ways to pay where the buyer may still choose. */
export interface PaymentPage {
  payment: SandboxPayment;
  methods: { key: string; name: string }[];
}

/** @returns null when there is no such payment */
export async function paymentPage(platform: Parts, orderRef: string | undefined): Promise<PaymentPage | null> {
  const payment = isOrderRef(orderRef) ? await findPayment(platform, orderRef) : null;
  if (!payment) return null;
  const account = payment.method === "" ? await accountOf(platform, payment.clientKey) : null;
  const line = account?.channelId ? await lineOf(platform, account.channelId) : null;
  const keys = line?.methods ?? [];
  return {
    payment,
    methods: await Promise.all(keys.map(async (key) => ({ key, name: await methodName(platform, key) }))),
  };
}

/** @returns false when the buyer has not said how he pays; a payment that is decided already stays so */
export async function decide(
  platform: Parts,
  { payment, methods }: PaymentPage,
  { outcome, method }: Decision,
): Promise<boolean> {
  const chosen = methods.find(({ key }) => key === method);
  if (payment.method === "" && methods.length > 0 && outcome !== "cancel" && !chosen) return false;
  await settle(platform, payment.orderRef, { ...settlements[outcome], method: chosen });
  return true;
}

/** Sends the buyer back to the shop, and remembers it. Null while there is nothing to go back with. */
export async function wayBack(platform: Parts, orderRef: string | undefined): Promise<string | null> {
  const payment = isOrderRef(orderRef) ? await findPayment(platform, orderRef) : null;
  const account = payment && (await accountOf(platform, payment.clientKey));
  if (!payment || !account || payment.status === "Initiated") return null;
  await markReturned(platform, payment.orderRef);
  return returnUrl(payment, account.secret);
}
