import { verifyKey } from "#app/credentials/index.server.ts";
import { bearerOf } from "#app/platform/http/request-text.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ApiProblem, answering } from "./answers.server.ts";

/** `GET /psp/api/key`: tells a server that its live key works, before any money depends on it. */
export const whoseKey = (platform: Pick<Platform, "pool" | "now" | "log">, request: Request): Promise<Response> =>
  answering(async () => {
    const key = await verifyKey(platform, bearerOf(request) ?? "");
    if (!key)
      throw new ApiProblem(401, "CREDENTIALS_REFUSED", "This is no key in force. Send Authorization: Bearer gw_live_…");
    return { mode: "live", channel_id: key.channelId, scopes: key.scopes };
  });
