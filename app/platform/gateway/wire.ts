import { z } from "zod";
import { paymentRefusals } from "./payment-gateway.ts";

/** What is sent and answered over HTTP, in the aggregator's own field names. Amounts are major units: 10.5 is USD 10.50. */
export const Amount = z.union([z.number(), z.string().max(20)]);

export const CreatePayment = z.object({
  client_key: z.string().min(1).max(64),
  amount: Amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  merchant_order_id: z.string().min(1).max(100),
  success_url: z.url({ protocol: /^https?$/ }).max(2000),
  failure_url: z.url({ protocol: /^https?$/ }).max(2000),
  signature_hash: z.string().max(200),
  pmt_channel: z.string().max(60).optional(),
  pmt_method: z.string().max(120).optional(),
  method_name: z.string().max(200).optional(),
  country_code: z.string().max(6).optional(),
  merchant_name: z.string().max(200).optional(),
  /** The live merchant identifier; absent in test mode. */
  mid: z.string().max(120).optional(),
});
export type CreatePayment = z.infer<typeof CreatePayment>;

export const Created = z.object({ order_ref: z.string(), redirect_url: z.url({ protocol: /^https?$/ }) });

export const PaymentAnswer = z.object({
  order_ref: z.string(),
  merchant_order_ref: z.string(),
  channel_order_ref: z.string(),
  status: z.enum(["Initiated", "Pending", "Success", "Failed", "Expired"]),
  amount: Amount,
  currency: z.string(),
  refunded_amount: Amount,
});
export type PaymentAnswer = z.infer<typeof PaymentAnswer>;

export const AskRefund = z.object({ amount: Amount, idempotency_key: z.string().min(1).max(120) });
export const RefundAnswer = z.object({
  refund_ref: z.string(),
  amount: Amount,
  status: z.enum(["SUCCESS", "IN_QUEUE"]),
});

/** A no. `code` is what a program reads, `message` what its author does. */
export const Problem = z.object({ code: z.string(), message: z.string() });
export const refusalOf = (code: string) => paymentRefusals.find((known) => known === code) ?? "REFUSED";

export const CLIENT_KEY_HEADER = "x-portone-client-key";
