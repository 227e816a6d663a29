import { gatewayOf } from "#app/platform/gateway/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { isSigned } from "#workflows/channel/signature.ts";
import { type LiveParts, liveChecks, lookAtLiveCheck } from "./check.server.ts";

/**
 * The merchant comes back from the small live payment: a good signature is reason enough to look at once, and the PSP's own answer,
 * not the address, decides. What cannot be asked now is followed by the job.
 */
export async function returnFromLiveCheck(
  platform: LiveParts & Partial<Pick<Platform, "log">>,
  channelId: string,
  query: URLSearchParams,
): Promise<void> {
  const message = Object.fromEntries(query);
  const { house } = gatewayOf(platform);
  if (!isSigned("redirect", message, message.signature_hash, [house.secretKey])) return;
  const check = (await liveChecks(platform, channelId)).find(({ orderNo }) => orderNo === message.merchant_order_ref);
  if (!check) return;
  try {
    await lookAtLiveCheck(platform, check.id);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    platform.log?.warn({ err: error, channelId }, "the live payment could not be looked at; a job follows it");
  }
}
