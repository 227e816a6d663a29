import type { Tx } from "#app/platform/db/db.server.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import { fileDelivery } from "./emit.server.ts";
import { longestParkedMs, restAfter } from "./schedule.ts";

/**
 * Whether a host is being left alone. When its rest is over, whoever asks first goes and finds out; the others go on waiting.
 *
 * @returns until when to wait; null to go
 */
export async function hostIsResting(tx: Tx, host: string, at: Date): Promise<Date | null> {
  const { rows } = await tx.query<{ failures: number; out_until: Date | null }>(
    "select failures, out_until from webhook_host where host = $1",
    [host],
  );
  const row = rows[0];
  if (!row?.out_until) return null;
  if (row.out_until > at) return row.out_until;
  const next = new Date(at.getTime() + restAfter(row.failures)!);
  const probe = await tx.query(
    "update webhook_host set out_until = $2, changed_at = $3 where host = $1 and out_until <= $3",
    [host, next, at],
  );
  return probe.rowCount ? null : next;
}

/** It did not answer: after a few times in a row it is left alone for a while. */
export async function hostWasSilent(tx: Tx, host: string, at: Date): Promise<void> {
  const { rows } = await tx.query<{ failures: number }>(
    `insert into webhook_host as h (host, failures, changed_at) values ($1, 1, $2)
     on conflict (host) do update set failures = h.failures + 1, changed_at = $2 returning failures`,
    [host, at],
  );
  const rest = restAfter(rows[0]!.failures);
  if (rest === null) return;
  const until = new Date(at.getTime() + rest);
  await tx.query("update webhook_host set out_until = $2 where host = $1", [host, until]);
  await wakeLater(tx, host, until);
}

/** It answered: nothing is held against it. A host that always did needs no row. */
export async function hostAnswered(tx: Tx, host: string, at: Date): Promise<void> {
  await tx.query(
    "update webhook_host set failures = 0, out_until = null, changed_at = $2 where host = $1 and (failures > 0 or out_until is not null)",
    [host, at],
  );
}

/** Sets a delivery aside until its host has room, or is back; meanwhile it costs nothing. */
export async function park(
  tx: Tx,
  { deliveryId, host, at, until }: { deliveryId: string; host: string; at: Date; until: Date | null },
): Promise<void> {
  await tx.query("update webhook_delivery set next_at = $2 where id = $1", [deliveryId, until]);
  await tx.query("insert into webhook_parked (delivery_id, host, at) values ($1,$2,$3) on conflict do nothing", [
    deliveryId,
    host,
    at,
  ]);
  if (until) await wakeLater(tx, host, until);
}

/** Takes up the oldest deliveries that wait for the host. */
export async function unpark(tx: Tx, host: string, count: number): Promise<number> {
  const { rows } = await tx.query<{ delivery_id: string }>(
    `delete from webhook_parked where delivery_id in (
       select delivery_id from webhook_parked where host = $1 order by at, delivery_id limit $2 for update skip locked)
     returning delivery_id`,
    [host, count],
  );
  for (const { delivery_id: deliveryId } of rows) await fileDelivery(tx, { deliveryId, host });
  return rows.length;
}

const wakeLater = (tx: Tx, host: string, runAt: Date): Promise<void> =>
  addJob(tx, { task: "wakeHost", payload: { host }, key: `wakeHost/${host}`, runAt });

/** A host's rest is over: one delivery goes and finds out. What waited too long is given up. */
export async function wakeHost(tx: Tx, host: string, at: Date): Promise<void> {
  await tx.query(
    `with old as (
       delete from webhook_parked k using webhook_delivery d where k.host = $1 and d.id = k.delivery_id and d.made_at < $2 returning k.delivery_id)
     update webhook_delivery d set state = 'dead', next_at = null, last_error = 'hostGone' from old where d.id = old.delivery_id and d.state = 'waiting'`,
    [host, new Date(at.getTime() - longestParkedMs)],
  );
  await unpark(tx, host, 1);
}
