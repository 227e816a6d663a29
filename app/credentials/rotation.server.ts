import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { digestOf, newKey, overlap, succession, tailOf } from "#app/platform/keys/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { logKey } from "./key-log.server.ts";

export { overlap };

export interface Rotation {
  caseId: string;
  channelId: string;
  by: string;
  /** How long the older key works beside the new one, 0 to 168; at 0 it ends now. */
  overlapHours: number;
  /** Id of the new key, made with the form: pressing twice is one rotation. */
  newKeyId: string;
}

/**
 * Puts a new key in the place of the one in force. The new secret is the answer: it is sealed nowhere.
 *
 * Nothing is widened by it (same channel, same scopes), so the merchant does it alone, whenever a key may have been seen.
 *
 * @returns `secret` null when this rotation was done before; null as a whole when the channel has no key in force
 */
export const rotateKeys = (
  { pool, now }: Pick<Platform, "pool" | "now">,
  { caseId, channelId, by, overlapHours, newKeyId }: Rotation,
): Promise<{ clientKey: string; secret: string | null } | null> =>
  inTransaction(pool, async (tx) => {
    const channel = await tx.query<{ version: number }>(
      "select version from subject where id = $1 and case_id = $2 and status = 'active' for share",
      [channelId, caseId],
    );
    if (!channel.rows[0]) return null;
    const at = now();
    const { rows } = await tx.query<{ id: string; scopes: string[]; client_key: string }>(
      `select id, scopes, client_key from integration_key
       where channel_id = $1 and confirmed_at is not null and revoked_at is null and (expires_at is null or expires_at > $2)
       order by proposed_at desc, id desc for update`,
      [channelId, at],
    );
    const [current] = rows;
    if (!current) return null;
    if (current.id === newKeyId) return { clientKey: current.client_key, secret: null };

    const { clientKey, text } = newKey("live");
    await tx.query(
      `insert into integration_key (id, case_id, channel_id, client_key, sha256, tail, scopes, proposed_by, proposed_at, born_at_seq,
         confirmed_by, confirmed_at, fetched_by, fetched_at, replaces)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$8,$9,$8,$9,$11)`,
      [
        newKeyId,
        caseId,
        channelId,
        clientKey,
        digestOf(text),
        tailOf(text),
        current.scopes,
        by,
        at,
        channel.rows[0].version,
        current.id,
      ],
    );
    await logKey(tx, { keyId: newKeyId, channelId, what: "rotated", by, at });
    const { ending, until } = succession(
      rows.map(({ id }) => id),
      { overlapHours, at },
    );
    for (const id of ending) {
      await tx.query("update integration_key set revoked_at = $2, sealed = null where id = $1", [id, at]);
      await logKey(tx, { keyId: id, channelId, what: "revoked", by, at });
    }
    if (until) await tx.query("update integration_key set expires_at = $2 where id = $1", [current.id, until]);
    return { clientKey, secret: text };
  });
