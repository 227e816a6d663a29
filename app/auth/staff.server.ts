import type { Lang } from "#app/i18n/words.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { StaffRole } from "#workflows/roles.ts";
import type { Doorkeeper } from "./parts.ts";
import { hashPassword } from "./password.server.ts";

type Parts = Pick<Doorkeeper, "pool" | "now">;

export interface NewStaff {
  /** As `Email` parses it. */
  email: string;
  name: string;
  lang: Lang;
  roles: readonly StaffRole[];
  /** Judged by `passwordProblem` before. */
  password: string;
  /** Who granted the roles: a user id, or a word for what is no person. */
  by: string;
}

/**
 * Somebody new of the house. Their second factor is set up at the first sign-in.
 *
 * @returns the id; null when the address is taken
 */
export async function addStaff(
  { pool, now }: Parts,
  { email, name, lang, roles, password, by }: NewStaff,
): Promise<string | null> {
  const [id, at, hash] = [newId(), now(), await hashPassword(password)];
  return inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into users (id, name, email, email_verified, kind, lang, created_at, updated_at)
       values ($1, $2, $3, true, 'staff', $4, $5, $5) on conflict (email) do nothing`,
      [id, name, email, lang, at],
    );
    if (rowCount === 0) return null;
    await tx.query(
      `insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
       values ($1, $2::text, 'credential', $2::text::uuid, $3, $4, $4)`,
      [newId(), id, hash, at],
    );
    for (const role of roles) await grantRole(tx, { userId: id, role, by, at });
    return id;
  });
}

interface Grant {
  userId: string;
  role: StaffRole;
  by: string;
  at: Date;
}

/** Gives a role; one already held stays as it was given. */
export async function grantRole(tx: Tx, { userId, role, by, at }: Grant): Promise<void> {
  await tx.query(
    `insert into staff_role (id, user_id, role, granted_by, granted_at) values ($1, $2, $3, $4, $5)
     on conflict (user_id, role) where revoked_at is null do nothing`,
    [newId(), userId, role, by, at],
  );
}

/** Takes a role away: it no longer counts for the next request. */
export async function revokeRole(tx: Tx, { userId, role, by, at }: Grant): Promise<void> {
  await tx.query(
    "update staff_role set revoked_by = $3, revoked_at = $4 where user_id = $1 and role = $2 and revoked_at is null",
    [userId, role, by, at],
  );
}
