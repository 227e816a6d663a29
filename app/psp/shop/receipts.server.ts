import { z } from "zod";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

/** What the stand-in looked at; null where there was nothing to look at. */
export const Checks = z.object({
  /** The signature over the whole delivery. */
  body: z.enum(["good", "unsigned", "stale", "forged"]).nullable(),
  /** The signature over the documented fields. */
  fields: z.boolean().nullable(),
  /** The order is one of its own. */
  order: z.boolean().nullable(),
  /** Amount and currency are the order's. */
  amount: z.boolean().nullable(),
});
export type Checks = z.infer<typeof Checks>;

export interface Receipt {
  id: string;
  kind: "webhook" | "return";
  eventId: string | null;
  orderNo: string | null;
  checks: Checks;
  accepted: boolean;
  at: Date;
}

export async function keepReceipt(
  { pool, now }: Pick<Platform, "pool" | "now">,
  receiverId: string,
  receipt: Omit<Receipt, "id" | "at">,
): Promise<void> {
  const { kind, eventId, orderNo, checks, accepted } = receipt;
  // A page that is loaded again, a delivery that is repeated: one receipt each.
  await pool.query(
    `insert into shop_receipt (id, receiver_id, kind, event_id, order_no, checks, accepted, at)
     select $1,$2,$3,$4,$5,$6,$7,$8 where not exists (
       select from shop_receipt where receiver_id = $2 and kind = $3 and accepted = $7
         and event_id is not distinct from $4 and order_no is not distinct from $5 and checks = $6::jsonb)`,
    [newId(), receiverId, kind, eventId, orderNo, JSON.stringify(checks), accepted, now()],
  );
}

/** The newest receipts first. */
export async function receiptsOf({ pool }: Pick<Platform, "pool">, receiverId: string, limit = 50): Promise<Receipt[]> {
  const { rows } = await pool.query(
    "select id, kind, event_id, order_no, checks, accepted, at from shop_receipt where receiver_id = $1 order by at desc, id desc limit $2",
    [receiverId, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    eventId: row.event_id,
    orderNo: row.order_no,
    checks: Checks.parse(row.checks),
    accepted: row.accepted,
    at: row.at,
  }));
}

/** Buyers of a channel who came back to the stand-in with a good signature, oldest first. */
export async function goodReturns(
  { pool }: Pick<Platform, "pool">,
  channelId: string,
): Promise<{ id: string; at: Date }[]> {
  const { rows } = await pool.query<{ id: string; at: Date }>(
    `select r.id, r.at from shop_receipt r join shop_order o on o.order_no = r.order_no
     where o.channel_id = $1 and r.kind = 'return' and r.accepted order by r.at, r.id`,
    [channelId],
  );
  return rows;
}
