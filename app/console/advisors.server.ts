import type { Tx } from "#app/platform/db/db.server.ts";

/** Everybody who holds the advisor's role now, by name. One query. */
export async function advisorsOf(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select distinct u.id, u.name from staff_role r join users u on u.id = r.user_id
     where r.role = 'advisor' and r.revoked_at is null and u.disabled_at is null order by u.name, u.id`,
  );
  return rows;
}
