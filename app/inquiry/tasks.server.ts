import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Platform } from "#app/platform/platform.ts";
import { forgetOld, forgetTomorrow } from "./forget.server.ts";
import { tellCases } from "./submit.server.ts";

const Tell = z.object({ draftId: z.uuid() });

export const tasks = (platform: Pick<Platform, "pool" | "now" | "log">): TaskList => ({
  async tellInquiry(payload) {
    await tellCases(platform, Tell.parse(payload).draftId);
  },
  /** Runs daily from the first draft on. */
  async forgetOldInquiries() {
    await forgetOld(platform);
    await forgetTomorrow(platform.pool, platform.now());
  },
});
