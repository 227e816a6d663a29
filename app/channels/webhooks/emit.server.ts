import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Environment, WebhookType } from "./endpoint.schema.ts";

export interface News {
  caseId: string;
  channelId: string | null;
  environment: Environment;
  type: WebhookType | "test";
  /** What of it the test plan and the log look at: success, failure, pending, refund, test, … */
  about: string;
  /** Made of what happened, e.g. `payment/<ref>/Success`: the same cause is told once. */
  cause: string;
  /** Told as JSON, beside `type`, `event_id` and `environment`. */
  body: object;
  at: Date;
  /** Only to this endpoint: a test of it. */
  onlyTo?: string;
}

/**
 * Files something to be told to every endpoint of the case that wants it, in the caller's transaction: told when, and only when,
 * the transaction is through.
 *
 * @returns the event's id, by which receivers know it; null when it was told before
 */
export async function emitWebhook(tx: Tx, news: News): Promise<string | null> {
  const { caseId, channelId, environment, type, about, cause, at } = news;
  const id = newId();
  const body = JSON.stringify({ type, event_id: id, environment, created_at: at.toISOString(), ...news.body });
  const { rows } = await tx.query<{ id: string }>(
    `insert into webhook_event (id, case_id, channel_id, environment, type, about, cause, body, made_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9) on conflict (cause) do nothing returning id`,
    [id, caseId, channelId, environment, type, about, cause, body, at],
  );
  if (rows.length === 0) return null;
  const endpoints = await tx.query<{ id: string; host: string }>(
    `select id, host from webhook_endpoint where case_id = $1 and environment = $2 and removed_at is null
       and ($3 = 'test' or $3 = any(types)) and ($4::uuid is null or id = $4)`,
    [caseId, environment, type, news.onlyTo ?? null],
  );
  for (const endpoint of endpoints.rows) {
    const deliveryId = newId();
    await tx.query(
      "insert into webhook_delivery (id, event_id, endpoint_id, state, next_at, made_at) values ($1,$2,$3,'waiting',$4,$4)",
      [deliveryId, id, endpoint.id, at],
    );
    await fileDelivery(tx, { deliveryId, host: endpoint.host });
  }
  return id;
}

/** Files the job that delivers; one line a host, so that a slow one waits for itself alone. */
export const fileDelivery = (
  tx: Tx,
  { deliveryId, host, runAt }: { deliveryId: string; host: string; runAt?: Date },
): Promise<void> =>
  addJob(tx, {
    task: "deliverWebhook",
    payload: { deliveryId },
    key: jobKey(deliveryId),
    queue: `webhook/${host}`,
    runAt,
  });

export const jobKey = (deliveryId: string) => `webhook/${deliveryId}`;
