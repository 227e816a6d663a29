import type { Tx } from "../../db/db.server.ts";
import { inTransaction } from "../../db/transaction.server.ts";
import { newId } from "../../ids.ts";
import { addJob } from "../../jobs.server.ts";
import type { Platform } from "../../platform.ts";
import { type GatewayAccount, type PaymentOrder, PaymentRefused, type PaymentStatus } from "../payment-gateway.ts";
import { newOrderRef } from "./order-ref.ts";
import { type Instrument, type PaymentRow, paymentOfRow, type SandboxPayment } from "./rows.server.ts";

type Parts = Pick<Platform, "pool" | "now">;

/** How long a buyer may take. */
export const openForMs = 30 * 60_000;
/** How long a payment that is pending stays so. */
export const pendingForMs = 10_000;

/**
 * Opens a payment, or finds the one that the order has already.
 *
 * @throws PaymentRefused `ORDER_EXISTS` when the order number was used for something else
 */
export async function openPayment(
  { pool, now }: Parts,
  account: Pick<GatewayAccount, "clientKey" | "mode">,
  order: PaymentOrder,
): Promise<SandboxPayment> {
  if (!Number.isSafeInteger(order.amountMinor) || order.amountMinor <= 0) throw new PaymentRefused("AMOUNT_NOT_VALID");
  const at = now();
  await pool.query(
    `insert into psp_payment (id, order_ref, client_key, mode, payment_id, merchant_order_ref, amount_minor, currency, country_code,
       channel_key, method_key, method_name, shop_name, success_url, failure_url, status, channel_order_ref, made_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,'Initiated',$16,$17)
     on conflict (client_key, merchant_order_ref) do nothing`,
    [
      newId(),
      newOrderRef(at),
      account.clientKey,
      account.mode,
      order.paymentId ?? null,
      order.orderNo,
      order.amountMinor,
      order.currency,
      order.country,
      order.channel,
      order.method,
      order.methodName,
      order.shopName,
      order.successUrl,
      order.failureUrl,
      `SB-${newOrderRef(at).slice(0, 12)}`,
      at,
    ],
  );
  const { rows } = await pool.query<PaymentRow>(
    "select * from psp_payment where client_key = $1 and merchant_order_ref = $2",
    [account.clientKey, order.orderNo],
  );
  const payment = paymentOfRow(rows[0]!);
  const isTheSame =
    payment.amountMinor === order.amountMinor && payment.currency === order.currency && payment.method === order.method;
  if (!isTheSame) throw new PaymentRefused("ORDER_EXISTS", order.orderNo);
  return payment;
}

/** The payment of that reference, closed first when its time is over; null when there is none. */
export async function findPayment({ pool, now }: Parts, orderRef: string): Promise<SandboxPayment | null> {
  const { rows } = await pool.query<PaymentRow>("select * from psp_payment where order_ref = $1", [orderRef]);
  if (!rows[0]) return null;
  const payment = paymentOfRow(rows[0]);
  const isOver = payment.status === "Initiated" && now().getTime() - payment.madeAt.getTime() > openForMs;
  return isOver ? settle({ pool, now }, orderRef, { to: "Expired", reason: "the buyer did not pay in time" }) : payment;
}

export interface Settlement {
  to: "Success" | "Failed" | "Pending" | "Expired";
  reason?: string;
  instrument?: Instrument;
  /** The way to pay that the buyer chose, where the order left it open. */
  method?: { key: string; name: string };
}

/** From where a payment may get there. What is settled stays so. */
const before: Record<Settlement["to"], string[]> = {
  Success: ["Initiated", "Pending"],
  Failed: ["Initiated", "Pending"],
  Pending: ["Initiated"],
  Expired: ["Initiated"],
};

/**
 * Decides a payment, and files with it the job that tells the shop. Decided a second time it stays as it is.
 *
 * @throws PaymentRefused `NO_SUCH_PAYMENT`
 */
export const settle = (
  { pool, now }: Parts,
  orderRef: string,
  { to, reason, instrument, method }: Settlement,
): Promise<SandboxPayment> =>
  inTransaction(pool, async (tx) => {
    const at = now();
    const { rows } = await tx.query<PaymentRow & Record<string, unknown>>(
      `update psp_payment set status = $2, reason = $3, instrument = coalesce($4, instrument), settled_at = $5,
         method_name = case when method_key = '' then coalesce($8, method_name) else method_name end,
         method_key = case when method_key = '' then coalesce($7, method_key) else method_key end
       where order_ref = $1 and status = any($6) returning *`,
      [
        orderRef,
        to,
        reason ?? null,
        instrument ?? null,
        to === "Pending" ? null : at,
        before[to],
        method?.key ?? null,
        method?.name ?? null,
      ],
    );
    if (!rows[0]) return paymentOfRow(await rowOf(tx, orderRef));
    await addJob(tx, {
      task: "announcePayment",
      payload: { orderRef, status: to },
      key: `announcePayment/${orderRef}/${to}`,
    });
    if (to === "Pending") {
      const runAt = new Date(at.getTime() + pendingForMs);
      await addJob(tx, { task: "settlePending", payload: { orderRef }, key: `settlePending/${orderRef}`, runAt });
    }
    return paymentOfRow(rows[0]);
  });

/** Remembers that the buyer went back to the shop. */
export async function markReturned({ pool, now }: Parts, orderRef: string): Promise<void> {
  await pool.query("update psp_payment set returned_at = $2 where order_ref = $1 and returned_at is null", [
    orderRef,
    now(),
  ]);
}

/** Remembers what the shop was told when it asked. */
export async function markAsked({ pool, now }: Parts, orderRef: string, status: PaymentStatus): Promise<void> {
  await pool.query("update psp_payment set asked_at = $2, asked_status = $3 where order_ref = $1", [
    orderRef,
    now(),
    status,
  ]);
}

/** Payments made under any of these accounts, oldest first. */
export async function paymentsOf({ pool }: Pick<Parts, "pool">, clientKeys: string[]): Promise<SandboxPayment[]> {
  const { rows } = await pool.query<PaymentRow>(
    "select * from psp_payment where client_key = any($1) order by made_at desc, id desc limit 500",
    [clientKeys],
  );
  return rows.map(paymentOfRow).reverse();
}

export async function rowOf(tx: Tx, orderRef: string, lock = ""): Promise<PaymentRow> {
  const { rows } = await tx.query<PaymentRow & Record<string, unknown>>(
    `select * from psp_payment where order_ref = $1 ${lock}`,
    [orderRef],
  );
  if (!rows[0]) throw new PaymentRefused("NO_SUCH_PAYMENT", orderRef);
  return rows[0];
}
