import { pairOfKey } from "#app/credentials/index.server.ts";
import { houseAccount } from "#app/platform/gateway/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Somebody the sandbox knows: a channel under test, or the house itself. */
export interface Account {
  clientKey: string;
  secret: string;
  mode: "test" | "live";
  /** Null for the house. */
  caseId: string | null;
  channelId: string | null;
  /** Another pair took its place: it opens no new payments. */
  isRetired: boolean;
}

export type Parts = Pick<Platform, "pool" | "now" | "vault" | "config">;

export async function accountOf(
  platform: Pick<Platform, "pool" | "vault" | "config">,
  clientKey: string,
): Promise<Account | null> {
  const house = houseAccount(platform);
  if (clientKey === house.clientKey) {
    return { clientKey, secret: house.secretKey, mode: "live", caseId: null, channelId: null, isRetired: false };
  }
  const pair = await pairOfKey(platform, clientKey);
  return pair && { ...pair, mode: "test" };
}
