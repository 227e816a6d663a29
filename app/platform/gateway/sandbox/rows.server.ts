import type { Payment, PaymentStatus } from "../payment-gateway.ts";

/** Which of the sandbox's test cards and wallets paid. */
export type Instrument = "goesThrough" | "isDeclined";

/** A payment of the sandbox with all that its pages and messages say. */
export interface SandboxPayment extends Payment {
  id: string;
  clientKey: string;
  mode: "test" | "live";
  paymentId: string | null;
  country: string;
  channel: string;
  method: string;
  methodName: string;
  shopName: string;
  successUrl: string;
  failureUrl: string;
  reason: string | null;
  instrument: Instrument | null;
  madeAt: Date;
  settledAt: Date | null;
  returnedAt: Date | null;
  askedAt: Date | null;
  askedStatus: PaymentStatus | null;
}

export interface PaymentRow {
  id: string;
  order_ref: string;
  client_key: string;
  mode: "test" | "live";
  payment_id: string | null;
  merchant_order_ref: string;
  amount_minor: string;
  currency: string;
  country_code: string;
  channel_key: string;
  method_key: string;
  method_name: string;
  shop_name: string;
  success_url: string;
  failure_url: string;
  status: PaymentStatus;
  reason: string | null;
  instrument: Instrument | null;
  channel_order_ref: string;
  refunded_minor: string;
  made_at: Date;
  settled_at: Date | null;
  returned_at: Date | null;
  asked_at: Date | null;
  asked_status: PaymentStatus | null;
}

export const paymentOfRow = (row: PaymentRow): SandboxPayment => ({
  id: row.id,
  orderRef: row.order_ref,
  orderNo: row.merchant_order_ref,
  channelOrderRef: row.channel_order_ref,
  status: row.status,
  amountMinor: Number(row.amount_minor),
  currency: row.currency,
  refundedMinor: Number(row.refunded_minor),
  clientKey: row.client_key,
  mode: row.mode,
  paymentId: row.payment_id,
  country: row.country_code,
  channel: row.channel_key,
  method: row.method_key,
  methodName: row.method_name,
  shopName: row.shop_name,
  successUrl: row.success_url,
  failureUrl: row.failure_url,
  reason: row.reason,
  instrument: row.instrument,
  madeAt: row.made_at,
  settledAt: row.settled_at,
  returnedAt: row.returned_at,
  askedAt: row.asked_at,
  askedStatus: row.asked_status,
});
