import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

export type KeyNews = "made" | "confirmed" | "fetched" | "rotated" | "revoked";

/** Writes down what happened to a key, in the transaction in which it happens. */
export async function logKey(
  tx: Tx,
  { keyId, channelId, what, by, at }: { keyId: string; channelId: string; what: KeyNews; by: string; at: Date },
): Promise<void> {
  await tx.query("insert into key_log (id, key_id, channel_id, what, actor_id, at) values ($1,$2,$3,$4,$5,$6)", [
    newId(),
    keyId,
    channelId,
    what,
    by,
    at,
  ]);
}

export interface KeyEntry {
  id: string;
  keyId: string;
  what: KeyNews;
  by: string;
  at: Date;
}

/** What happened to a channel's keys, newest first. */
export async function keyHistory({ pool }: Pick<Platform, "pool">, channelId: string): Promise<KeyEntry[]> {
  const { rows } = await pool.query(
    "select id, key_id, what, actor_id, at from key_log where channel_id = $1 order by at desc, id desc limit 100",
    [channelId],
  );
  return rows.map((row) => ({ id: row.id, keyId: row.key_id, what: row.what, by: row.actor_id, at: row.at }));
}
