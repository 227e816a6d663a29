import { type KeyRow, keyVerifier } from "#app/platform/keys/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";

export { believedForMs } from "#app/platform/keys/index.server.ts";

export interface VerifiedKey {
  keyId: string;
  caseId: string;
  channelId: string;
  scopes: string[];
}

const find = keyVerifier<KeyRow & VerifiedKey>({
  kind: "integration",
  async read(pool, clientKeys) {
    const { rows } = await pool.query(
      `select id, case_id, channel_id, client_key, scopes, sha256, expires_at from integration_key
       where client_key = any($1) and confirmed_at is not null and revoked_at is null`,
      [clientKeys],
    );
    return new Map(
      rows.map(({ client_key, id, case_id, channel_id, scopes, sha256, expires_at }) => [
        client_key,
        {
          keyId: id,
          caseId: case_id,
          channelId: channel_id,
          scopes,
          digest: Buffer.from(sha256, "hex"),
          expiresAt: expires_at,
          isNoted: false,
        },
      ]),
    );
  },
  note: (pool, keyId, at) =>
    pool.query(
      "update integration_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)",
      [keyId, at],
    ),
});

/**
 * Whose integration key it is. Wrong, unconfirmed, revoked and expired keys are all the same null.
 *
 * @param presented the text of an `Authorization: Bearer` header
 */
export async function verifyKey(
  platform: Pick<Platform, "pool" | "now"> & Partial<Pick<Platform, "log">>,
  presented: string,
): Promise<VerifiedKey | null> {
  const row = await find(platform, presented);
  return row && { keyId: row.keyId, caseId: row.caseId, channelId: row.channelId, scopes: row.scopes };
}
