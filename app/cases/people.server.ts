import type { Tx } from "#app/platform/db/db.server.ts";
import { isId } from "#app/platform/ids.ts";

/** Somebody who has to do with a case. `role`: `owner` or `member` of the merchant's team, or what staff do in it. */
export interface CasePerson {
  id: string;
  name: string;
  side: "merchant" | "staff";
  role: string;
}

/**
 * The merchant's team and the staff who have the case in hand, in one query.
 *
 * @param staff user ids and what they do in the case, e.g. `{ "0197…": "advisor" }`
 */
export async function peopleOf(tx: Tx, caseId: string, staff: Record<string, string>): Promise<CasePerson[]> {
  const ids = Object.keys(staff).filter(isId);
  const { rows } = await tx.query<CasePerson>(
    `select u.id, u.name, 'merchant' as side, m.role from case_member m join users u on u.id = m.user_id where m.case_id = $1
     union all
     select u.id, u.name, 'staff', '' from users u where u.id = any($2::uuid[])`,
    [caseId, ids],
  );
  return rows
    .map((person) => (person.side === "staff" ? { ...person, role: staff[person.id] ?? "" } : person))
    .sort(
      (a, b) =>
        Number(b.side === "staff") - Number(a.side === "staff") ||
        Number(b.role === "owner") - Number(a.role === "owner"),
    );
}

/** Names of people by their ids; those who are no users (the engine, an API key) have none. One query. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter(isId);
  if (known.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; name: string }>(
    "select id, name from users where id = any($1::uuid[])",
    [known],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
