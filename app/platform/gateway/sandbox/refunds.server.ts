import { inTransaction } from "../../db/transaction.server.ts";
import { newId } from "../../ids.ts";
import { addJob } from "../../jobs.server.ts";
import type { Platform } from "../../platform.ts";
import { PaymentRefused, type Refund } from "../payment-gateway.ts";
import { newOrderRef } from "./order-ref.ts";
import { rowOf } from "./payments.server.ts";

/**
 * Gives back a part or all of a payment, and files the job that tells the shop. The same key is the same refund.
 *
 * @throws PaymentRefused `NOT_PAID`, `REFUND_TOO_LARGE`, `AMOUNT_NOT_VALID`, `NO_SUCH_PAYMENT`
 */
export const refundPayment = (
  { pool, now }: Pick<Platform, "pool" | "now">,
  { orderRef, clientKey, amountMinor, key }: { orderRef: string; clientKey: string; amountMinor: number; key: string },
): Promise<Refund> =>
  inTransaction(pool, async (tx) => {
    const payment = await rowOf(tx, orderRef, "for update");
    if (payment.client_key !== clientKey) throw new PaymentRefused("NO_SUCH_PAYMENT", orderRef);
    const earlier = await tx.query<{ refund_ref: string; amount_minor: string; status: Refund["status"] }>(
      "select refund_ref, amount_minor, status from psp_refund where payment_id = $1 and key = $2",
      [payment.id, key],
    );
    const [done] = earlier.rows;
    if (done) return { refundRef: done.refund_ref, amountMinor: Number(done.amount_minor), status: done.status };
    if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) throw new PaymentRefused("AMOUNT_NOT_VALID");
    if (payment.status !== "Success") throw new PaymentRefused("NOT_PAID", payment.status);
    if (Number(payment.refunded_minor) + amountMinor > Number(payment.amount_minor))
      throw new PaymentRefused("REFUND_TOO_LARGE");

    const at = now();
    const refundRef = newOrderRef(at);
    await tx.query(
      "insert into psp_refund (id, refund_ref, payment_id, key, amount_minor, status, made_at) values ($1,$2,$3,$4,$5,'SUCCESS',$6)",
      [newId(), refundRef, payment.id, key, amountMinor, at],
    );
    await tx.query("update psp_payment set refunded_minor = refunded_minor + $2 where id = $1", [
      payment.id,
      amountMinor,
    ]);
    await addJob(tx, { task: "announceRefund", payload: { orderRef, refundRef }, key: `announceRefund/${refundRef}` });
    return { refundRef, amountMinor, status: "SUCCESS" };
  });

/** A refund with the payment it is of. */
export interface SandboxRefund extends Refund {
  id: string;
  orderRef: string;
  madeAt: Date;
}

/** Refunds of payments made under any of these accounts, oldest first. */
export async function refundsOf({ pool }: Pick<Platform, "pool">, clientKeys: string[]): Promise<SandboxRefund[]> {
  const { rows } = await pool.query(
    `select r.id, r.refund_ref, r.amount_minor, r.status, r.made_at, p.order_ref from psp_refund r
       join psp_payment p on p.id = r.payment_id where p.client_key = any($1) order by r.made_at, r.id limit 500`,
    [clientKeys],
  );
  return rows.map((row) => ({
    id: row.id,
    refundRef: row.refund_ref,
    amountMinor: Number(row.amount_minor),
    status: row.status,
    orderRef: row.order_ref,
    madeAt: row.made_at,
  }));
}
