import { type CaseView, type ChannelView, readCase } from "#app/engine/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

/** A channel and its case; null when the case has none of that id. A malformed id is none. */
export async function readChannel(
  platform: Pick<Platform, "pool">,
  caseId: string,
  channelId: string | undefined,
): Promise<{ theCase: CaseView; channel: ChannelView } | null> {
  if (!isId(channelId)) return null;
  const theCase = await readCase(platform, caseId);
  const channel = theCase?.channels.find(({ id }) => id === channelId.toLowerCase());
  return theCase && channel ? { theCase, channel } : null;
}

/** What a letter, a payment page and a sample call the merchant; the case's short id where no card was written yet. */
export async function shopName({ pool }: Pick<Platform, "pool">, caseId: string): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    "select coalesce((select merchant_name from case_card where case_id = $1), (select public_id from subject where id = $1), 'Shop') as name",
    [caseId],
  );
  return rows[0]!.name;
}
