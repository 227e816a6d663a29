import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Platform } from "#app/platform/platform.ts";
import { forgetPrefill } from "./join.server.ts";

const Expiry = z.object({ referralId: z.uuid() });

export const tasks = (platform: Pick<Platform, "pool" | "now">): TaskList => ({
  /** Filed with every link, for the moment it expires. */
  async forgetPrefill(payload) {
    await forgetPrefill(platform, Expiry.parse(payload).referralId);
  },
});
