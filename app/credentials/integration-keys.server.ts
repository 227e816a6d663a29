import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import { digestOf, newKey } from "#app/platform/keys/key-text.ts";
import { tailOf } from "#app/platform/keys/mask.ts";
import type { Platform } from "#app/platform/platform.ts";
import { logKey } from "./key-log.server.ts";
import { defaultScopes } from "./scopes.ts";

export const aboutKey = (id: string) => `integration_key.sealed/${id}`;

export interface MadeKeys {
  /** What PROPOSE_KEYS carries. */
  id: string;
  clientKey: string;
  /** For `also`: `seq` is the place of the event in the channel's log. */
  insert(tx: Tx, seq: number): Promise<void>;
}

/**
 * A pair of live keys, not yet in force: a second person has to confirm it. The secret is known to nobody: its SHA-256 is kept for
 * good, and a sealed copy until the merchant has fetched it and could look at the answer.
 */
export function makeKeys(
  { vault, now }: Pick<Platform, "vault" | "now">,
  { caseId, channelId, by }: { caseId: string; channelId: string; by: string },
): MadeKeys {
  const id = newId();
  const { clientKey, text } = newKey("live");
  const sealed = vault.seal(text, aboutKey(id));
  const [sha256, tail, at] = [digestOf(text), tailOf(text), now()];
  return {
    id,
    clientKey,
    async insert(tx, seq) {
      await tx.query(
        `insert into integration_key (id, case_id, channel_id, client_key, sha256, tail, sealed, scopes, proposed_by, proposed_at, born_at_seq)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
        [id, caseId, channelId, clientKey, sha256, tail, sealed, defaultScopes, by, at, seq],
      );
      await logKey(tx, { keyId: id, channelId, what: "made", by, at });
    },
  };
}

/**
 * Puts proposed keys in force; for `also` of CONFIRM_KEYS, whose guards have seen to it that it is another person.
 *
 * @throws when the keys are not there, or were made by the same person: the database says so once more
 */
export async function confirmKeys(tx: Tx, { keysId, by, at }: { keysId: string; by: string; at: Date }): Promise<void> {
  const { rows } = await tx.query<{ channel_id: string }>(
    `update integration_key set confirmed_by = $2, confirmed_at = $3
     where id = $1 and confirmed_at is null and revoked_at is null returning channel_id`,
    [keysId, by, at],
  );
  if (!rows[0]) throw new Error(`no keys ${keysId} wait to be confirmed`);
  await logKey(tx, { keyId: keysId, channelId: rows[0].channel_id, what: "confirmed", by, at });
}

/** How long an answer that was lost on its way can be had again by pressing again (docs/decisions/051). */
export const shownAgainForMs = 10 * 60_000;

/**
 * The secret, this once, for `also` of FETCH_SECRET. Its sealed copy goes ten minutes later: until then {@link secretAgain} answers the
 * same press.
 *
 * @throws when it was fetched before
 */
export async function takeSecret(
  { vault }: Pick<Platform, "vault">,
  tx: Tx,
  { keysId, by, at }: { keysId: string; by: string; at: Date },
): Promise<string> {
  const { rows } = await tx.query<{ sealed: string | null; channel_id: string }>(
    "select sealed, channel_id from integration_key where id = $1 and fetched_at is null and revoked_at is null for update",
    [keysId],
  );
  const [row] = rows;
  if (!row?.sealed) throw new Error(`the secret of ${keysId} was fetched before`);
  const secret = vault.open(row.sealed, aboutKey(keysId));
  await tx.query("update integration_key set fetched_by = $2, fetched_at = $3 where id = $1", [keysId, by, at]);
  await addJob(tx, {
    task: "forgetSecret",
    payload: { keysId },
    key: `forgetSecret/${keysId}`,
    runAt: new Date(at.getTime() + shownAgainForMs),
  });
  await logKey(tx, { keyId: keysId, channelId: row.channel_id, what: "fetched", by, at });
  return secret;
}

/**
 * The secret for the very press that fetched it, when its page was lost: to be asked only where `dispatch` said that the event's key was
 * `replayed`.
 *
 * @returns null for anybody else, later than ten minutes, and when the key has ended
 */
export async function secretAgain(
  { pool, vault, now }: Pick<Platform, "pool" | "vault" | "now">,
  { keysId, by }: { keysId: string; by: string },
): Promise<string | null> {
  const { rows } = await pool.query<{ sealed: string | null }>(
    "select sealed from integration_key where id = $1 and fetched_by = $2 and fetched_at > $3 and revoked_at is null",
    [keysId, by, new Date(now().getTime() - shownAgainForMs)],
  );
  return rows[0]?.sealed ? vault.open(rows[0].sealed, aboutKey(keysId)) : null;
}

/** From here on nobody can read it, the house included. */
export const forgetSecret = async ({ pool }: Pick<Platform, "pool">, keysId: string): Promise<void> => {
  await pool.query("update integration_key set sealed = null where id = $1 and fetched_at is not null", [keysId]);
};

/**
 * Ends every key of a channel that was there when somebody asked for it. A second time nothing happens; keys made later stay.
 *
 * @param upTo place in the channel's log of the event that asked
 * @returns how many ended now
 */
export async function revokeKeys(
  tx: Tx,
  { channelId, upTo, by, at }: { channelId: string; upTo: number; by: string; at: Date },
): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(
    `update integration_key set revoked_at = $3, sealed = null
     where channel_id = $1 and born_at_seq <= $2 and revoked_at is null returning id`,
    [channelId, upTo, at],
  );
  for (const { id } of rows) await logKey(tx, { keyId: id, channelId, what: "revoked", by, at });
  return rows.length;
}
