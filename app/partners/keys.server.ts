import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import {
  digestOf,
  type KeyMode,
  type KeyRow,
  keyVerifier,
  masked,
  newKey,
  succession,
  tailOf,
} from "#app/platform/keys/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { PartnerScope } from "./partner.schema.ts";
import { logDeed } from "./partners.server.ts";

type Parts = Pick<Platform, "pool" | "now" | "config">;

/** Keys say which installation they belong to: one of a trial never opens the real one. */
export const modeOf = ({ config }: Pick<Parts, "config">): KeyMode => (config.mode === "production" ? "live" : "test");

export interface ShownPartnerKey {
  id: string;
  name: string;
  /** Prefix, public half and the last three characters. */
  shown: string;
  scopes: string[];
  /** `overlapping`: the older of a rotation, working until `expiresAt`. */
  state: "active" | "overlapping" | "expired" | "revoked";
  madeAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}

/** A partner's keys, newest first; never the keys themselves. */
export async function keysOf(
  { pool, now }: Pick<Parts, "pool" | "now">,
  partnerId: string,
): Promise<ShownPartnerKey[]> {
  const { rows } = await pool.query(
    `select k.*, exists (select from partner_key n where n.line = k.line and (n.made_at, n.id) > (k.made_at, k.id)) as is_succeeded
     from partner_key k where k.partner_id = $1 order by k.made_at desc, k.id desc limit 50`,
    [partnerId],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shown: `gw_partner_${row.mode}_${row.client_key}_${masked(row.tail)}`,
    scopes: row.scopes,
    state: row.revoked_at
      ? "revoked"
      : row.expires_at && row.expires_at <= now()
        ? "expired"
        : row.is_succeeded
          ? "overlapping"
          : "active",
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }));
}

interface NewRow {
  id: string;
  partnerId: string;
  name: string;
  scopes: readonly string[];
  by: string;
  at: Date;
  expiresAt: Date | null;
  line: string;
}

async function insert(tx: Tx, parts: Pick<Parts, "config">, row: NewRow): Promise<string> {
  const { mode, clientKey, text } = newKey(modeOf(parts), "partner");
  await tx.query(
    `insert into partner_key (id, partner_id, name, client_key, mode, sha256, tail, scopes, made_by, made_at, expires_at, line)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
    [
      row.id,
      row.partnerId,
      row.name,
      clientKey,
      mode,
      digestOf(text),
      tailOf(text),
      row.scopes,
      row.by,
      row.at,
      row.expiresAt,
      row.line,
    ],
  );
  return text;
}

export interface WantedKey {
  /** Made with the form: pressing twice makes one key. */
  id: string;
  partnerId: string;
  name: string;
  scopes: readonly PartnerScope[];
  /** Days until it ends by itself; null: never. */
  days: number | null;
  by: string;
}

/** A new key. Its text is the answer, this once: what is kept is its SHA-256. @returns null when it was made before */
export const makeKey = (parts: Parts, { id, days, ...wanted }: WantedKey): Promise<string | null> =>
  inTransaction(parts.pool, async (tx) => {
    const at = parts.now();
    const there = await tx.query("select from partner_key where id = $1", [id]);
    if (there.rowCount) return null;
    const expiresAt = days === null ? null : new Date(at.getTime() + days * 86_400_000);
    const text = await insert(tx, parts, { ...wanted, id, at, expiresAt, line: id });
    await logDeed(tx, { partnerId: wanted.partnerId, what: "keyMade", about: id, by: wanted.by, at });
    return text;
  });

export interface Rotation {
  partnerId: string;
  /** Any key of the line that is in force. */
  id: string;
  /** Made with the form: pressing twice is one rotation. */
  newKeyId: string;
  /** 0 to 168. */
  overlapHours: number;
  by: string;
}

/**
 * Puts a new key in the place of the one in force, with the same name, scopes and length of life.
 *
 * @returns the new key's text, this once; null when this was done before, or there is nothing to follow
 * @throws RangeError for an overlap of more than a week
 */
export const rotateKey = (parts: Parts, rotation: Rotation): Promise<string | null> =>
  inTransaction(parts.pool, async (tx) => {
    const { partnerId, id, newKeyId, overlapHours, by } = rotation;
    const at = parts.now();
    const { rows } = await tx.query<{
      id: string;
      name: string;
      scopes: string[];
      line: string;
      made_at: Date;
      expires_at: Date | null;
    }>(
      `select k.id, k.name, k.scopes, k.line, k.made_at, k.expires_at from partner_key k
       join partner_key asked on asked.line = k.line and asked.id = $1 and asked.partner_id = $2
       where k.revoked_at is null and (k.expires_at is null or k.expires_at > $3)
       order by k.made_at desc, k.id desc for update of k`,
      [id, partnerId, at],
    );
    const [current] = rows;
    if (!current || rows.some((row) => row.id === newKeyId)) return null;
    const { ending, until } = succession(
      rows.map((row) => row.id),
      { overlapHours, at },
    );
    const life = current.expires_at ? current.expires_at.getTime() - current.made_at.getTime() : null;
    const text = await insert(tx, parts, {
      id: newKeyId,
      partnerId,
      name: current.name,
      scopes: current.scopes,
      by,
      at,
      expiresAt: life === null ? null : new Date(at.getTime() + life),
      line: current.line,
    });
    await logDeed(tx, { partnerId, what: "keyRotated", about: newKeyId, by, at });
    for (const one of ending) await end(tx, { partnerId, id: one, by, at });
    if (until)
      await tx.query("update partner_key set expires_at = least(coalesce(expires_at, $2), $2) where id = $1", [
        current.id,
        until,
      ]);
    return text;
  });

async function end(tx: Tx, { partnerId, id, by, at }: { partnerId: string; id: string; by: string; at: Date }) {
  const { rowCount } = await tx.query(
    "update partner_key set revoked_at = $3, revoked_by = $4 where id = $1 and partner_id = $2 and revoked_at is null",
    [id, partnerId, at, by],
  );
  if (rowCount) await logDeed(tx, { partnerId, what: "keyRevoked", about: id, by, at });
}

/** Ends a key, everywhere within `believedForMs`. A second time, or for another's key, nothing happens. */
export const revokeKey = (
  { pool, now }: Pick<Parts, "pool" | "now">,
  asked: { partnerId: string; id: string; by: string },
): Promise<void> => inTransaction(pool, (tx) => end(tx, { ...asked, at: now() }));

/** A key that was presented and is in force, of a partner that is not paused. */
export interface PartnerAsker {
  keyId: string;
  partnerId: string;
  scopes: string[];
}

/** Whose partner key it is. Wrong, revoked and expired ones, and those of paused partners, are all the same null. */
export const verifyPartnerKey = keyVerifier<KeyRow & PartnerAsker>({
  kind: "partner",
  async read(pool, clientKeys) {
    const { rows } = await pool.query(
      `select k.id, k.partner_id, k.client_key, k.scopes, k.sha256, k.expires_at
       from partner_key k join partner p on p.id = k.partner_id
       where k.client_key = any($1) and k.revoked_at is null and p.paused_at is null`,
      [clientKeys],
    );
    return new Map(
      rows.map((row) => [
        row.client_key,
        {
          keyId: row.id,
          partnerId: row.partner_id,
          scopes: row.scopes,
          digest: Buffer.from(row.sha256, "hex"),
          expiresAt: row.expires_at,
          isNoted: false,
        },
      ]),
    );
  },
  note: (pool, keyId, at) =>
    pool.query(
      "update partner_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)",
      [keyId, at],
    ),
});
