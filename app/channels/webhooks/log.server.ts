import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { fileDelivery } from "./emit.server.ts";
import type { Environment } from "./endpoint.schema.ts";

/** One delivery as the log shows it. */
export interface ShownDelivery {
  id: string;
  eventId: string;
  environment: Environment;
  type: string;
  about: string;
  endpoint: string;
  isStandIn: boolean;
  state: "waiting" | "delivered" | "dead";
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  madeAt: Date;
  nextAt: Date | null;
  deliveredAt: Date | null;
}

/** The newest deliveries of a case; with `channelId` those that concern the channel, and those that concern none. */
export async function deliveriesOf(
  { pool }: Pick<Platform, "pool">,
  { caseId, channelId, limit = 30 }: { caseId: string; channelId?: string; limit?: number },
): Promise<ShownDelivery[]> {
  const { rows } = await pool.query(
    `select d.id, d.event_id, e.environment, e.type, e.about, p.name, p.receiver_id, d.state, d.attempts, d.last_status, d.last_error, d.made_at,
       d.next_at, d.delivered_at
     from webhook_endpoint p join webhook_delivery d on d.endpoint_id = p.id join webhook_event e on e.id = d.event_id
     where p.case_id = $1 and ($2::uuid is null or e.channel_id is null or e.channel_id = $2)
     order by d.made_at desc, d.id desc limit $3`,
    [caseId, channelId ?? null, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    eventId: row.event_id,
    environment: row.environment,
    type: row.type,
    about: row.about,
    endpoint: row.name,
    isStandIn: row.receiver_id !== null,
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.last_status,
    lastError: row.last_error,
    madeAt: row.made_at,
    nextAt: row.next_at,
    deliveredAt: row.delivered_at,
  }));
}

export interface ShownAttempt {
  number: number;
  at: Date;
  tookMs: number;
  status: number | null;
  error: string | null;
  answer: string | null;
}

/** What was told and how each attempt went; null when the case has no such delivery. */
export async function deliveryOf(
  { pool }: Pick<Platform, "pool">,
  { id, caseId }: { id: string; caseId: string },
): Promise<{ body: string; attempts: ShownAttempt[] } | null> {
  const { rows } = await pool.query(
    `select e.body, a.number, a.at, a.took_ms, a.status, a.error, a.answer
     from webhook_delivery d join webhook_event e on e.id = d.event_id left join webhook_attempt a on a.delivery_id = d.id
     where d.id = $1 and e.case_id = $2 order by a.number, a.at`,
    [id, caseId],
  );
  if (!rows[0]) return null;
  const attempts = rows
    .filter((row) => row.number !== null)
    .map((row) => ({
      number: row.number,
      at: row.at,
      tookMs: row.took_ms,
      status: row.status,
      error: row.error,
      answer: row.answer,
    }));
  return { body: rows[0].body, attempts };
}

/**
 * Sends a delivery once more, now; it keeps its event id, so that a receiver knows it has had it. One under way is left alone.
 *
 * @returns whether the case has such a delivery
 */
export const resend = (
  { pool, now }: Pick<Platform, "pool" | "now">,
  { id, caseId }: { id: string; caseId: string },
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ host: string; lease_until: Date | null }>(
      `select p.host, d.lease_until from webhook_delivery d join webhook_endpoint p on p.id = d.endpoint_id
       where d.id = $1 and p.case_id = $2 and p.removed_at is null for update of d`,
      [id, caseId],
    );
    const [row] = rows;
    if (!row) return false;
    if (row.lease_until && row.lease_until > now()) return true;
    await tx.query("update webhook_delivery set state = 'waiting', next_at = $2 where id = $1", [id, now()]);
    // Whoever presses has looked: a host that was being left alone is asked now.
    await tx.query("update webhook_host set out_until = $2 where host = $1 and out_until > $2", [row.host, now()]);
    await fileDelivery(tx, { deliveryId: id, host: row.host });
    return true;
  });
