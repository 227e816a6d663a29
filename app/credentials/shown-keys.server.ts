import { masked } from "#app/platform/keys/mask.ts";
import type { Platform } from "#app/platform/platform.ts";

/** A live key as pages may see it: never its secret. */
export interface ShownKey {
  id: string;
  clientKey: string;
  /** Masked. */
  secret: string;
  scopes: string[];
  /** `overlapping`: the older of a rotation, working until `expiresAt`. */
  state: "proposed" | "active" | "overlapping" | "expired" | "revoked";
  proposedBy: string;
  proposedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  fetchedAt: Date | null;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  isRotation: boolean;
}

/** A channel's live keys, newest first. */
export async function shownKeys({ pool, now }: Pick<Platform, "pool" | "now">, channelId: string): Promise<ShownKey[]> {
  const { rows } = await pool.query(
    `select id, client_key, tail, scopes, proposed_by, proposed_at, confirmed_by, confirmed_at, fetched_at, last_used_at, expires_at, revoked_at, replaces
     from integration_key where channel_id = $1 order by proposed_at desc, id desc limit 20`,
    [channelId],
  );
  const at = now();
  return rows.map((row) => ({
    id: row.id,
    clientKey: row.client_key,
    secret: `gw_live_${masked(row.tail)}`,
    scopes: row.scopes,
    state: row.revoked_at
      ? "revoked"
      : !row.confirmed_at
        ? "proposed"
        : !row.expires_at
          ? "active"
          : row.expires_at > at
            ? "overlapping"
            : "expired",
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    fetchedAt: row.fetched_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    isRotation: row.replaces !== null,
  }));
}
