import type { Pool } from "pg";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { attempt, deadlineMs, isDelivered, isHopeless, type Outcome, type Parts } from "./attempt.server.ts";
import { fileDelivery, jobKey } from "./emit.server.ts";
import { type Target, type TargetRow, targetOf } from "./endpoints.server.ts";
import { hostAnswered, hostIsResting, hostWasSilent, park, unpark } from "./hosts.server.ts";
import { waitAfter } from "./schedule.ts";

/** How long an attempt is whoever's who took it; then another may come. */
const LEASE_MS = deadlineMs + 35_000;
/** Attempts under way to one host from one process: a host that swallows requests holds no more of us than this. */
const MOST_TO_A_HOST = 4;
const MOST_AT_ALL = 256;
const FULL_WAIT_MS = 1_000;

export type CourierParts = Parts & Pick<Platform, "log">;

interface Claimed {
  deliveryId: string;
  attempts: number;
  eventId: string;
  channelId: string | null;
  environment: string;
  body: string;
  target: Target;
}

/** Attempts under way in this process, by host. What would be missed by another process is in the leases. */
class Rounds {
  readonly running = new Set<Promise<void>>();
  private readonly byHost = new Map<string, number>();

  /** Takes a place at the host, when there is one. */
  enter(host: string): boolean {
    const there = this.byHost.get(host) ?? 0;
    if (there >= MOST_TO_A_HOST) return false;
    this.byHost.set(host, there + 1);
    return true;
  }
  leave(host: string): void {
    const left = (this.byHost.get(host) ?? 1) - 1;
    if (left > 0) this.byHost.set(host, left);
    else this.byHost.delete(host);
  }
  get isFull(): boolean {
    return this.running.size >= MOST_AT_ALL;
  }
}
const rounds = new WeakMap<Pool, Rounds>();
const roundsOf = (pool: Pool): Rounds => {
  const known = rounds.get(pool) ?? new Rounds();
  rounds.set(pool, known);
  return known;
};

/**
 * Takes one delivery and sets it off. The job is over when the request is on its way, not when it is answered: a receiver that does
 * not answer holds a socket of ours, never a place in the worker. A lease and a job filed with it bring the delivery back when this
 * process dies meanwhile.
 *
 * @returns the attempt under way, for tests; null when there was nothing to do now
 */
export async function deliver(platform: CourierParts, deliveryId: string): Promise<{ done: Promise<void> } | null> {
  const round = roundsOf(platform.pool);
  let entered: string | null = null;
  // The transaction may run again: a place that was taken is kept, not taken twice.
  const enter = (host: string) => {
    if (entered === null && round.enter(host)) entered = host;
    return entered !== null;
  };
  const leave = () => {
    if (entered !== null) round.leave(entered);
    entered = null;
  };
  const claimed = await claim(platform, deliveryId, { enter, isFull: round.isFull }).catch((error: unknown) => {
    leave();
    throw error;
  });
  if (claimed === null || "parkedAt" in claimed) {
    leave();
    // Its host may have become free between the look and the commit: then nobody else comes to take it up.
    if (claimed && round.enter(claimed.parkedAt)) {
      round.leave(claimed.parkedAt);
      await takeUpWaiting(platform, claimed.parkedAt, 1);
    }
    return null;
  }
  const { host } = claimed.target;
  const done = attempt(platform, claimed.target, claimed.eventId, claimed.body)
    .then((outcome) => record(platform, claimed, outcome))
    .catch((err: unknown) =>
      platform.log.error({ err, deliveryId }, "a webhook delivery was not recorded; its lease brings it back"),
    )
    .then(() => {
      leave();
      // Two for one, so that a line that formed grows shorter.
      return takeUpWaiting(platform, host, 2);
    })
    .finally(() => round.running.delete(done));
  round.running.add(done);
  return { done };
}

/** There is room at the host again; while it is left alone nothing is taken up. */
async function takeUpWaiting(platform: CourierParts, host: string, count: number): Promise<void> {
  await inTransaction(platform.pool, async (tx) => {
    const { rows } = await tx.query("select from webhook_host where host = $1 and out_until > $2", [
      host,
      platform.now(),
    ]);
    if (rows.length === 0) await unpark(tx, host, count);
  }).catch((err: unknown) => platform.log.error({ err, host }, "waiting webhook deliveries were not taken up"));
}

/** Waits for the attempts under way in this process; a worker that stops does. */
export const settled = async ({ pool }: Pick<Platform, "pool">): Promise<void> => {
  await Promise.all(roundsOf(pool).running);
};

const claim = (
  platform: CourierParts,
  deliveryId: string,
  { enter, isFull }: { enter: (host: string) => boolean; isFull: boolean },
): Promise<Claimed | { parkedAt: string } | null> =>
  inTransaction(platform.pool, async (tx) => {
    const at = platform.now();
    const { rows } = await tx.query<
      TargetRow & {
        attempts: number;
        event_id: string;
        channel_id: string | null;
        environment: string;
        body: string;
        removed_at: Date | null;
      }
    >(
      `select d.attempts, d.event_id, e.channel_id, e.environment, e.body, p.id as endpoint_id, p.case_id, p.url, p.host, p.receiver_id, p.secret,
         p.older, p.removed_at
       from webhook_delivery d join webhook_event e on e.id = d.event_id join webhook_endpoint p on p.id = d.endpoint_id
       where d.id = $1 and d.state = 'waiting' and (d.lease_until is null or d.lease_until <= $2) for update of d skip locked`,
      [deliveryId, at],
    );
    const [row] = rows;
    if (!row) return null;
    if (row.removed_at) {
      await tx.query(
        "update webhook_delivery set state = 'dead', last_error = 'endpointRemoved', next_at = null where id = $1",
        [deliveryId],
      );
      return null;
    }
    if (isFull) {
      await fileDelivery(tx, { deliveryId, host: row.host, runAt: new Date(at.getTime() + FULL_WAIT_MS) });
      return null;
    }
    const resting = await hostIsResting(tx, row.host, at);
    if (resting) {
      await park(tx, { deliveryId, host: row.host, at, until: resting });
      return null;
    }
    if (!enter(row.host)) {
      await park(tx, { deliveryId, host: row.host, at, until: null });
      return { parkedAt: row.host };
    }
    const until = new Date(at.getTime() + LEASE_MS);
    await tx.query("update webhook_delivery set attempts = attempts + 1, lease_until = $2 where id = $1", [
      deliveryId,
      until,
    ]);
    await fileDelivery(tx, { deliveryId, host: row.host, runAt: until });
    return {
      deliveryId,
      attempts: row.attempts + 1,
      eventId: row.event_id,
      channelId: row.channel_id,
      environment: row.environment,
      body: row.body,
      target: targetOf(platform, row),
    };
  });

/** Writes down how it went and what follows. Whoever lost the lease meanwhile changes nothing but the log of attempts. */
const record = (platform: CourierParts, claimed: Claimed, outcome: Outcome): Promise<void> =>
  inTransaction(platform.pool, async (tx) => {
    const { deliveryId, attempts, target } = claimed;
    const at = platform.now();
    const isDone = isDelivered(outcome);
    const wait = isDone || isHopeless(outcome) ? null : waitAfter(attempts);
    const nextAt = wait === null ? null : new Date(at.getTime() + wait);
    const state = isDone ? "delivered" : nextAt ? "waiting" : "dead";
    await tx.query(
      "insert into webhook_attempt (id, delivery_id, number, at, took_ms, status, error, answer) values ($1,$2,$3,$4,$5,$6,$7,$8)",
      [newId(), deliveryId, attempts, at, outcome.tookMs, outcome.status, outcome.error, outcome.answer],
    );
    const { rowCount } = await tx.query(
      `update webhook_delivery set state = $3, lease_until = null, next_at = $4, last_status = $5, last_error = $6, delivered_at = $7
       where id = $1 and attempts = $2 and lease_until is not null`,
      [deliveryId, attempts, state, nextAt, outcome.status, outcome.error, isDone ? at : null],
    );
    if (!rowCount) return;
    if (nextAt) await fileDelivery(tx, { deliveryId, host: target.host, runAt: nextAt });
    else await tx.query("select graphile_worker.remove_job($1)", [jobKey(deliveryId)]);
    if (!target.isStandIn) {
      if (outcome.status === null && !isHopeless(outcome)) await hostWasSilent(tx, target.host, at);
      else if (outcome.status !== null) await hostAnswered(tx, target.host, at);
    }
    const { channelId } = claimed;
    if (channelId && claimed.environment === "sandbox") await lookAtTests(tx, channelId);
  });

/** Asks for a look at what the test plan has been given now; several askings are one. */
export const lookAtTests = (tx: Parameters<typeof addJob>[0], channelId: string): Promise<void> =>
  addJob(tx, { task: "recordTests", payload: { channelId }, key: `recordTests/${channelId}` });
