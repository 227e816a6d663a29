import type { Tx } from "#app/platform/db/db.server.ts";
import { restMs, silentBeforeRest } from "./schedule.ts";

/**
 * Whether a host is being left alone. When its rest is over, whoever asks first goes and finds out; the others go on waiting.
 *
 * @returns until when to wait; null to go
 */
export async function hostIsResting(tx: Tx, host: string, at: Date): Promise<Date | null> {
  const { rows } = await tx.query<{ out_until: Date | null }>("select out_until from webhook_host where host = $1", [
    host,
  ]);
  const until = rows[0]?.out_until;
  if (!until) return null;
  if (until > at) return until;
  const probe = await tx.query(
    "update webhook_host set out_until = $2, changed_at = $3 where host = $1 and out_until <= $3",
    [host, new Date(at.getTime() + restMs), at],
  );
  return probe.rowCount ? null : new Date(at.getTime() + restMs);
}

/** It did not answer: after a few times in a row it is left alone for a while. */
export async function hostWasSilent(tx: Tx, host: string, at: Date, rest: number): Promise<void> {
  await tx.query(
    `insert into webhook_host as h (host, failures, changed_at) values ($1, 1, $2)
     on conflict (host) do update set failures = h.failures + 1, changed_at = $2,
       out_until = case when h.failures + 1 >= $3 then $4::timestamptz else h.out_until end`,
    [host, at, silentBeforeRest, new Date(at.getTime() + rest)],
  );
}

/** It answered: nothing is held against it. A host that always did needs no row. */
export async function hostAnswered(tx: Tx, host: string, at: Date): Promise<void> {
  await tx.query(
    "update webhook_host set failures = 0, out_until = null, changed_at = $2 where host = $1 and (failures > 0 or out_until is not null)",
    [host, at],
  );
}
