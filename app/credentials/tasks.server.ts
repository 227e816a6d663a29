import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { system } from "#app/engine/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { forgetSecret, revokeKeys } from "./integration-keys.server.ts";

const Fetched = z.object({ keysId: z.uuid() });
const Job = z.object({ subject: z.uuid(), seq: z.number().int() });

/** What the channel's chart asks of this room. */
export const tasks = (platform: Pick<Platform, "pool" | "now">): TaskList => ({
  async revokeKeys(payload) {
    const { subject, seq } = Job.parse(payload);
    await inTransaction(platform.pool, (tx) =>
      revokeKeys(tx, { channelId: subject, upTo: seq, by: system.id, at: platform.now() }),
    );
  },
  async forgetSecret(payload) {
    await forgetSecret(platform, Fetched.parse(payload).keysId);
  },
});
