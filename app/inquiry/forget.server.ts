import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";

const KEPT_DAYS = 90;

/** What stands where somebody's contact data stood: of the right form, and nobody's. */
const nobody = { name: "—", phone: "000-0000", email: "forgotten@example.invalid", consent: true };

/**
 * Forgets what the consent says is forgotten: drafts that nobody sent and nobody touched for ninety days, and the contact of
 * inquiries that came to nothing ninety days ago. What was asked and answered stays, without a person.
 *
 * @returns how many of each
 */
export async function forgetOld({
  pool,
  now,
}: Pick<Platform, "pool" | "now">): Promise<{ drafts: number; contacts: number }> {
  const before = new Date(now().getTime() - KEPT_DAYS * 86_400_000);
  return inTransaction(pool, async (tx) => {
    const drafts = await tx.query("delete from inquiry_draft where submitted_at is null and changed_at < $1", [before]);
    const contacts = await tx.query<{ case_id: string; draft_id: string }>(
      `update inquiry i set answers = jsonb_set(i.answers, '{contact}', $2::jsonb)
       from subject c where c.id = i.case_id and c.status = 'done' and c.changed_at < $1
         and c.context->'lines' = '[]'::jsonb and i.answers->'contact'->>'email' <> $3
         and not exists (select from inquiry s join subject o on o.id = s.case_id
           where s.draft_id = i.draft_id and (o.status = 'active' or o.context->'lines' <> '[]'::jsonb))
       returning i.case_id, i.draft_id`,
      [before, JSON.stringify(nobody), nobody.email],
    );
    const cases = contacts.rows.map((row) => row.case_id);
    const sources = contacts.rows.map((row) => row.draft_id);
    await tx.query("update inquiry_draft set answers = '{}', touched = '{}' where id = any($1::uuid[])", [sources]);
    await tx.query("update case_card set contact_name = $2, contact_email = $3 where case_id = any($1::uuid[])", [
      cases,
      nobody.name,
      nobody.email,
    ]);
    return { drafts: drafts.rowCount ?? 0, contacts: contacts.rowCount ?? 0 };
  });
}

/** Files tomorrow's forgetting, once however often it is asked for. */
export async function forgetTomorrow(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job('forgetOldInquiries', '{}'::json, job_key := 'inquiry/forget',
       job_key_mode := 'preserve_run_at', run_at := $1::timestamptz)`,
    [new Date(now.getTime() + 86_400_000)],
  );
}
