import { randomBytes } from "node:crypto";
import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import { newClientKey } from "#app/platform/keys/key-text.ts";
import { masked, tailOf } from "#app/platform/keys/mask.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type FieldSpec, type ShownField, ShownFields, secretFields, shownFields } from "./fields.ts";

const about = (id: string) => `test_credentials.secret/${id}`;
const aboutFields = (id: string) => `test_credentials.sealed/${id}`;

export interface TestSetUp {
  caseId: string;
  channelId: string;
  by: string;
  /** The PSP's own test credentials, when the merchant brought some. */
  own?: { specs: readonly FieldSpec[]; values: Readonly<Record<string, string>> };
}

/** Test credentials as they are made: `secret` is to be shown now and never again; `insert` writes the row. */
export interface MadeTestCredentials {
  id: string;
  clientKey: string;
  secret: string;
  insert(tx: Tx): Promise<void>;
}

/**
 * A pair of sandbox keys (16 letters, and 64 hex digits, the shapes that the aggregator's own have), with the PSP's test credentials
 * beside it where there are some. Nothing is written before `insert`; earlier credentials of the channel retire with it.
 */
export function makeTestCredentials(
  { vault, now }: Pick<Platform, "vault" | "now">,
  setUp: TestSetUp,
): MadeTestCredentials {
  const id = newId();
  const clientKey = newClientKey();
  const secret = randomBytes(32).toString("hex");
  const { caseId, channelId, by, own } = setUp;
  const secrets = own ? secretFields(own.specs, own.values) : null;
  const row = [
    id,
    caseId,
    channelId,
    own ? "own" : "sandbox",
    clientKey,
    vault.seal(secret, about(id)),
    tailOf(secret),
    JSON.stringify(own ? shownFields(own.specs, own.values) : []),
    secrets && vault.seal(secrets, aboutFields(id)),
    by,
    now(),
  ];
  return {
    id,
    clientKey,
    secret,
    async insert(tx) {
      await tx.query("update test_credentials set retired_at = $2 where channel_id = $1 and retired_at is null", [
        channelId,
        now(),
      ]);
      await tx.query(
        `insert into test_credentials (id, case_id, channel_id, source, client_key, secret, secret_tail, fields, sealed, made_by, made_at)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
        row,
      );
    },
  };
}

/** What may be shown of a channel's test credentials. */
export interface ShownTestCredentials {
  id: string;
  source: "own" | "sandbox";
  clientKey: string;
  /** Masked. */
  secret: string;
  fields: ShownField[];
  madeAt: Date;
}

/** The credentials in force, masked; null when none were set. */
export async function shownTestCredentials(
  { pool }: Pick<Platform, "pool">,
  channelId: string,
): Promise<ShownTestCredentials | null> {
  const { rows } = await pool.query(
    "select id, source, client_key, secret_tail, fields, made_at from test_credentials where channel_id = $1 and retired_at is null",
    [channelId],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    source: row.source,
    clientKey: row.client_key,
    secret: masked(row.secret_tail),
    fields: ShownFields.parse(row.fields),
    madeAt: row.made_at,
  };
}

/** A pair with its secret, for signing and checking. Never for a page. */
export interface TestPair {
  id: string;
  caseId: string;
  channelId: string;
  clientKey: string;
  secret: string;
  /** Another pair took its place: payments made with it are still told of, new ones are not taken. */
  isRetired: boolean;
}

/** Whose test key it is; null when nobody's. */
export const pairOfKey = (platform: Pick<Platform, "pool" | "vault">, clientKey: string): Promise<TestPair | null> =>
  pairWhere(platform, "client_key = $1", clientKey);

/** The pair a channel tests with now. */
export const pairOfChannel = (
  platform: Pick<Platform, "pool" | "vault">,
  channelId: string,
): Promise<TestPair | null> => pairWhere(platform, "channel_id = $1 and retired_at is null", channelId);

async function pairWhere(
  { pool, vault }: Pick<Platform, "pool" | "vault">,
  where: string,
  value: string,
): Promise<TestPair | null> {
  const { rows } = await pool.query(
    `select id, case_id, channel_id, client_key, secret, retired_at from test_credentials where ${where}`,
    [value],
  );
  const row = rows[0];
  if (!row) return null;
  const { id, case_id: caseId, channel_id: channelId, client_key: clientKey } = row;
  return {
    id,
    caseId,
    channelId,
    clientKey,
    secret: vault.open(row.secret, about(id)),
    isRetired: row.retired_at !== null,
  };
}

/** Public halves of every pair the channel ever tested with. */
export async function clientKeysOf({ pool }: Pick<Platform, "pool">, channelId: string): Promise<string[]> {
  const { rows } = await pool.query<{ client_key: string }>(
    "select client_key from test_credentials where channel_id = $1",
    [channelId],
  );
  return rows.map((row) => row.client_key);
}
