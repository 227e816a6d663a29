import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { followLiveCheck, type LiveParts } from "./live/check.server.ts";
import { recordTests } from "./tests/record.server.ts";
import { announcePayment, announceRefund } from "./webhooks/announce.server.ts";
import { type CourierParts, deliver, lookAtTests } from "./webhooks/deliver.server.ts";
import { wakeHost } from "./webhooks/hosts.server.ts";

const Payment = z.object({ orderRef: z.string(), status: z.enum(["Success", "Failed", "Pending", "Expired"]) });
const Refund = z.object({ orderRef: z.string(), refundRef: z.string() });
const Delivery = z.object({ deliveryId: z.uuid() });
const Host = z.object({ host: z.string() });
const Channel = z.object({ channelId: z.uuid() });
const Check = z.object({ id: z.uuid() });

/** What the sandbox, the courier and the test plan ask of this room. */
export const tasks = (platform: CourierParts & LiveParts): TaskList => ({
  async announcePayment(payload) {
    await announcePayment(platform, Payment.parse(payload));
  },
  async announceRefund(payload) {
    await announceRefund(platform, Refund.parse(payload));
  },
  async deliverWebhook(payload) {
    await deliver(platform, Delivery.parse(payload).deliveryId);
  },
  async wakeHost(payload) {
    const { host } = Host.parse(payload);
    await inTransaction(platform.pool, (tx) => wakeHost(tx, host, platform.now()));
  },
  async recordTests(payload) {
    await recordTests(platform, Channel.parse(payload).channelId);
  },
  async followLiveCheck(payload) {
    await followLiveCheck(platform, Check.parse(payload).id);
  },
});

/** For pages: something happened that the plan may want to know. */
export const askForLook = (platform: Pick<CourierParts, "pool">, channelId: string): Promise<void> =>
  inTransaction(platform.pool, (tx) => lookAtTests(tx, channelId));
