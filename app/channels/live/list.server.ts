import type { ChannelView } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type GoLiveItem, goLiveItems, saidItems } from "./list.ts";

export interface GoLiveLine {
  item: GoLiveItem;
  group: (typeof goLiveItems)[number]["group"];
  kind: "auto" | "said";
  isDone: boolean;
}

/** The go-live list of a channel: what we see ourselves, and what somebody ticked. */
export async function goLiveList(
  { pool }: Pick<Platform, "pool">,
  { id, caseId, context }: ChannelView,
): Promise<GoLiveLine[]> {
  const { rows } = await pool.query<{ ticks: string[]; has_webhook: boolean; is_used: boolean }>(
    `select coalesce((select array_agg(item) from go_live_tick where channel_id = $1), '{}') as ticks,
       exists (select from webhook_endpoint where case_id = $2 and environment = 'live' and removed_at is null) as has_webhook,
       exists (select from integration_key where channel_id = $1 and last_used_at is not null and revoked_at is null) as is_used`,
    [id, caseId],
  );
  const { ticks, has_webhook: hasWebhook, is_used: isUsed } = rows[0]!;
  const { paymentId, tests, secretFetched, livePayment } = context;
  const seen: Partial<Record<GoLiveItem, boolean>> = {
    paymentId: paymentId !== null,
    merchantWebhook: hasWebhook,
    methods: tests.methods?.outcome === "passed",
    signatures: tests.signatures?.outcome === "passed",
    secretFetched,
    smallPayment: livePayment === "passed",
    liveKeyUsed: isUsed,
  };
  return goLiveItems.map(({ item, group, kind }) => ({
    item,
    group,
    kind,
    isDone: kind === "said" ? ticks.includes(item) : (seen[item] ?? false),
  }));
}

/** Ticks what only a person can say, or takes the tick back. Anything else is ignored. */
export async function tick(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { channelId, item, isDone, by }: { channelId: string; item: string; isDone: boolean; by: string },
): Promise<void> {
  if (!saidItems.includes(item)) return;
  if (isDone) {
    await pool.query(
      "insert into go_live_tick (channel_id, item, by, at) values ($1,$2,$3,$4) on conflict do nothing",
      [channelId, item, by, now()],
    );
  } else await pool.query("delete from go_live_tick where channel_id = $1 and item = $2", [channelId, item]);
}
