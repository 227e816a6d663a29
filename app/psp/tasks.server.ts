import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { settle } from "#app/platform/gateway/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";

const Job = z.object({ orderRef: z.string() });

/** What the sandbox asks of itself. */
export const tasks = (platform: Pick<Platform, "pool" | "now">): TaskList => ({
  /** A payment that was pending goes through. */
  async settlePending(payload) {
    const { orderRef } = Job.parse(payload);
    await settle(platform, orderRef, { to: "Success" });
  },
});
