import type { Tx } from "#app/platform/db/db.server.ts";

export interface Seating {
  caseId: string;
  userId: string;
  role: "owner" | "member";
}

/** Puts somebody on the team of a case, in the caller's transaction. Somebody already there stays as they are. */
export async function addMember(tx: Tx, { caseId, userId, role }: Seating): Promise<void> {
  await tx.query("insert into case_member (case_id, user_id, role) values ($1, $2, $3) on conflict do nothing", [
    caseId,
    userId,
    role,
  ]);
}
