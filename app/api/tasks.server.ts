import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Platform } from "#app/platform/platform.ts";
import { forgetApiAnswers } from "./replay.server.ts";

const Forget = z.object({ partnerId: z.uuid() });

export const tasks = (platform: Pick<Platform, "pool" | "now">): TaskList => ({
  /** Filed with every kept answer, for a day later. */
  async forgetApiAnswers(payload) {
    await forgetApiAnswers(platform, Forget.parse(payload).partnerId);
  },
});
