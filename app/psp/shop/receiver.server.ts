import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

const about = (id: string) => `shop_receiver.secret/${id}`;

/** The stand-in for a merchant's server. It keeps its webhook's signing secret as a merchant would. */
export interface Receiver {
  id: string;
  caseId: string;
  /** Last part of its address; 144 random bits. */
  token: string;
  /** Newest first; during a roll also the older one. */
  secrets: string[];
}

export const isToken = (text: string | undefined): text is string => /^[\w-]{24}$/.test(text ?? "");

/** Where the stand-in is told of payments, and where its buyers come back to. */
export const receiverUrl = ({ config }: Pick<Platform, "config">, token: string) =>
  `${config.publicUrl}/psp/receiver/${token}`;
export const returnPage = ({ config }: Pick<Platform, "config">, token: string) =>
  `${config.publicUrl}/psp/return/${token}`;

/** Opens the stand-in of a case, which has one. In the caller's transaction. */
export async function openReceiver(
  { vault, now }: Pick<Platform, "vault" | "now">,
  tx: Tx,
  { caseId, secrets }: { caseId: string; secrets: string[] },
): Promise<{ id: string; token: string }> {
  const [id, token] = [newId(), randomBytes(18).toString("base64url")];
  const sealed = vault.seal(JSON.stringify(secrets), about(id));
  const { rows } = await tx.query<{ id: string; token: string }>(
    `insert into shop_receiver (id, case_id, token, secret, made_at) values ($1,$2,$3,$4,$5)
     on conflict (case_id) do nothing returning id, token`,
    [id, caseId, token, sealed, now()],
  );
  if (rows[0]) return rows[0];
  const there = await tx.query<{ id: string; token: string }>(
    "select id, token from shop_receiver where case_id = $1",
    [caseId],
  );
  await giveSecrets({ vault }, tx, { id: there.rows[0]!.id, secrets });
  return there.rows[0]!;
}

/** Tells the stand-in its signing secrets, as a merchant pastes a new one. */
export async function giveSecrets(
  { vault }: Pick<Platform, "vault">,
  tx: Tx,
  { id, secrets }: { id: string; secrets: string[] },
): Promise<void> {
  await tx.query("update shop_receiver set secret = $2 where id = $1", [
    id,
    vault.seal(JSON.stringify(secrets), about(id)),
  ]);
}

export const receiverOf = (platform: Pick<Platform, "pool" | "vault">, token: string): Promise<Receiver | null> =>
  where(platform, "token = $1", token);
export const receiverOfCase = (platform: Pick<Platform, "pool" | "vault">, caseId: string): Promise<Receiver | null> =>
  where(platform, "case_id = $1", caseId);

async function where(
  { pool, vault }: Pick<Platform, "pool" | "vault">,
  condition: string,
  value: string,
): Promise<Receiver | null> {
  const { rows } = await pool.query(`select id, case_id, token, secret from shop_receiver where ${condition}`, [value]);
  const row = rows[0];
  if (!row) return null;
  const secrets = z.array(z.string()).parse(JSON.parse(vault.open(row.secret, about(row.id))));
  return { id: row.id, caseId: row.case_id, token: row.token, secrets };
}
