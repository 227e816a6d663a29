import { z } from "zod";
import { type Actor, system } from "#app/engine/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { GiveAccess } from "./check.schema.ts";

const DAYS_30 = 30 * 86_400_000;
const Sealed = z.object({ name: z.string(), password: z.string() });
const about = (caseId: string) => `site_access.sealed/${caseId}`;

/** Keeps a review account, sealed, for thirty days; a newer one takes its place. */
export async function giveAccess(
  { pool, vault, now }: Pick<Platform, "pool" | "vault" | "now">,
  { caseId, actor, access }: { caseId: string; actor: Actor; access: GiveAccess },
): Promise<void> {
  const { url, name, password } = access;
  await pool.query(
    `insert into site_access (case_id, url, sealed, given_by, given_at, expires_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id) do update set url = excluded.url, sealed = excluded.sealed, given_by = excluded.given_by, given_at = excluded.given_at, expires_at = excluded.expires_at`,
    [
      caseId,
      url,
      vault.seal(JSON.stringify({ name, password }), about(caseId)),
      actor.id,
      now(),
      new Date(now().getTime() + DAYS_30),
    ],
  );
}

export const withdrawAccess = async ({ pool }: Pick<Platform, "pool">, caseId: string): Promise<void> => {
  await pool.query("delete from site_access where case_id = $1", [caseId]);
};

export interface AccessLine {
  url: string;
  expiresAt: Date;
}

/** That there is an account, and until when; not the account. */
export async function accessOf(
  { pool, now }: Pick<Platform, "pool" | "now">,
  caseId: string,
): Promise<AccessLine | null> {
  const { rows } = await pool.query("select url, expires_at from site_access where case_id = $1 and expires_at > $2", [
    caseId,
    now(),
  ]);
  return rows[0] ? { url: rows[0].url, expiresAt: rows[0].expires_at } : null;
}

/**
 * Opens the account for a visit of ours; that it was used is on record as any look is. Null when there is none in
 * force: the visit then goes as a guest.
 */
export const accountForVisit = (
  parts: Pick<Platform, "pool" | "vault" | "now">,
  caseId: string,
): Promise<{ url: string; name: string; password: string } | null> => revealAccess(parts, caseId, system);

/** Shows the account to somebody of the house; that they looked is written first, in the same transaction. */
export async function revealAccess(
  { pool, vault, now }: Pick<Platform, "pool" | "vault" | "now">,
  caseId: string,
  actor: Actor,
): Promise<{ url: string; name: string; password: string } | null> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ url: string; sealed: string }>(
      "select url, sealed from site_access where case_id = $1 and expires_at > $2",
      [caseId, now()],
    );
    if (!rows[0]) return null;
    await tx.query("insert into site_access_view (id, case_id, viewed_by, viewed_at) values ($1, $2, $3, $4)", [
      newId(),
      caseId,
      actor.id,
      now(),
    ]);
    return { url: rows[0].url, ...Sealed.parse(JSON.parse(vault.open(rows[0].sealed, about(caseId)))) };
  });
}
