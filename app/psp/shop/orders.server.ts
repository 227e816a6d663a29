import { newId, newPublicId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

/** What the stand-in sold: the amount and currency it compares with. */
export interface ShopOrder {
  orderNo: string;
  caseId: string;
  channelId: string;
  amountMinor: number;
  currency: string;
  method: string;
}

export async function placeOrder(
  { pool, now }: Pick<Platform, "pool" | "now">,
  order: Omit<ShopOrder, "orderNo"> & { by: string },
): Promise<ShopOrder> {
  const orderNo = newPublicId("TEST");
  const { caseId, channelId, amountMinor, currency, method, by } = order;
  await pool.query(
    `insert into shop_order (id, order_no, case_id, channel_id, amount_minor, currency, method_key, made_by, made_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
    [newId(), orderNo, caseId, channelId, amountMinor, currency, method, by, now()],
  );
  return { orderNo, caseId, channelId, amountMinor, currency, method };
}

/** An order of the stand-in of that case; null when it sold no such thing. */
export async function orderOf(
  { pool }: Pick<Platform, "pool">,
  caseId: string,
  orderNo: string,
): Promise<ShopOrder | null> {
  const { rows } = await pool.query(
    "select order_no, case_id, channel_id, amount_minor, currency, method_key from shop_order where case_id = $1 and order_no = $2",
    [caseId, orderNo],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    orderNo: row.order_no,
    caseId: row.case_id,
    channelId: row.channel_id,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    method: row.method_key,
  };
}
