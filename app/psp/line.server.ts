import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ChannelLine } from "#workflows/onboarding/events.ts";

/** What a channel was opened for; null when there is none of that id. */
export async function lineOf({ pool }: Pick<Platform, "pool">, channelId: string): Promise<ChannelLine | null> {
  const { rows } = await pool.query("select context->'line' as line from subject where id = $1 and kind = 'channel'", [
    channelId,
  ]);
  return rows[0] ? ChannelLine.parse(rows[0].line) : null;
}

/** A method's name as the catalogue prints it in English; its key where the catalogue does not know it. */
export async function methodName(platform: Pick<Platform, "pool" | "now">, key: string): Promise<string> {
  const { guide } = await catalogueAt(platform, platform.now());
  return guide.method(key)?.method.name.en ?? key;
}
