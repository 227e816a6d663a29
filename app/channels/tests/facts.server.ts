import { clientKeysOf } from "#app/credentials/index.server.ts";
import { paymentsOf, refundsOf, type SandboxPayment, type SandboxRefund } from "#app/platform/gateway/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { goodReturns } from "#app/psp/index.server.ts";
import type { TestFacts, Trial } from "#workflows/channel/test-plan.ts";
import { judgedEndpoint, type Target } from "../webhooks/endpoints.server.ts";

export interface ReadFacts {
  facts: TestFacts;
  /** Whose answers count; null before there is any endpoint. */
  judged: Target | null;
  payments: SandboxPayment[];
  refunds: SandboxRefund[];
}

/** All that happened on a channel's test side, as the plan judges it. */
export async function readTestFacts(
  platform: Pick<Platform, "pool" | "vault" | "now">,
  { caseId, channelId, wanted }: { caseId: string; channelId: string; wanted: readonly string[] },
): Promise<ReadFacts> {
  const [keys, judged] = await Promise.all([clientKeysOf(platform, channelId), judgedEndpoint(platform, caseId)]);
  const [all, refunds, notices, trials, returns] = await Promise.all([
    paymentsOf(platform, keys),
    refundsOf(platform, keys),
    judged ? noticesOf(platform, channelId, judged.id) : [],
    judged ? trialsOf(platform, channelId, judged.id) : [],
    judged?.isStandIn ? goodReturns(platform, channelId) : [],
  ]);
  const payments = all.filter(({ mode }) => mode === "test");
  return {
    judged,
    payments,
    refunds,
    facts: {
      wanted,
      payments: payments.map(({ id, status, method, instrument, returnedAt }) => ({
        ref: id,
        status,
        method,
        instrument,
        returned: returnedAt !== null,
      })),
      notices,
      refunds: refunds.map(({ id, status }) => ({ ref: id, done: status === "SUCCESS" })),
      trials: [
        ...returns.map(({ id }): Trial => ({ ref: id, of: "redirect", ok: true })),
        ...trials,
        // Asked after it was decided, and told the same as by webhook.
        ...payments
          .filter(({ askedAt, settledAt }) => askedAt && settledAt && askedAt >= settledAt)
          .map(({ id, status, askedStatus }): Trial => ({ ref: id, of: "statusQuery", ok: askedStatus === status })),
      ],
    },
  };
}

async function noticesOf(
  { pool }: Pick<Platform, "pool">,
  channelId: string,
  endpointId: string,
): Promise<TestFacts["notices"]> {
  const { rows } = await pool.query(
    `select d.id, e.about, d.state, d.attempts, d.last_status from webhook_event e join webhook_delivery d on d.event_id = e.id
     where e.channel_id = $1 and d.endpoint_id = $2 and e.environment = 'sandbox' and e.about in ('success', 'failure', 'refund')
     order by d.made_at, d.id`,
    [channelId, endpointId],
  );
  return rows.map((row) => ({
    ref: row.id,
    about: row.about,
    // The documents ask for 200, so 204 and its like are no answer here, though they are no reason to come again either.
    answered:
      row.state === "delivered" && row.last_status === 200
        ? "ok"
        : row.last_status !== null || row.state === "dead"
          ? "not"
          : "waiting",
  }));
}

async function trialsOf({ pool }: Pick<Platform, "pool">, channelId: string, endpointId: string): Promise<Trial[]> {
  const { rows } = await pool.query(
    "select id, of, ok from test_trial where channel_id = $1 and detail->>'endpointId' = $2 order by at, id",
    [channelId, endpointId],
  );
  return rows.map((row) => ({ ref: row.id, of: row.of, ok: row.ok }));
}
