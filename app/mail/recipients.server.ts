import { readCard } from "#app/cases/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { escalated, type LetterName, type LetterTo } from "#workflows/letters.ts";
import type { Desk } from "#workflows/roles.ts";

export interface Recipient {
  address: string;
  userId: string | null;
  lang: Lang;
}

const deskOf: Record<Exclude<LetterTo, "merchant">, Desk> = {
  advisor: "advisor",
  reviewers: "reviewer",
  approvers: "approver",
  integration: "integration",
};

/**
 * Whose inboxes a letter goes to, looked up when it is sent: the merchant's contact and team; the case's own advisor, or all of
 * that desk. A promise that was broken is told to the whole desk and to who answers for the house. Addresses that bounced are
 * left out.
 */
export async function recipientsOf(
  { pool }: Pick<Platform, "pool">,
  caseId: string,
  to: LetterTo,
  letter?: LetterName,
): Promise<Recipient[]> {
  if (to === "merchant") {
    const card = await readCard(pool, caseId);
    const { rows } = await pool.query<Recipient>(
      `select u.email as address, u.id as "userId", u.lang from case_member m join users u on u.id = m.user_id
       where m.case_id = $1 and u.disabled_at is null order by m.role desc, m.since`,
      [caseId],
    );
    const contact = card && !rows.some(({ address }) => address === card.contactEmail.toLowerCase());
    const all = contact ? [{ address: card.contactEmail, userId: null, lang: card.lang }, ...rows] : rows;
    return reachable(pool, all);
  }
  const isEscalated = letter !== undefined && escalated.has(letter);
  const { rows } = await pool.query<Recipient & { isOwn: boolean }>(
    `select u.email as address, u.id as "userId", u.lang, u.id::text = (select context->>'advisor' from subject where id = $2) as "isOwn"
     from users u where u.kind = 'staff' and u.disabled_at is null
       and exists (select from staff_role r where r.user_id = u.id and r.role = any($1) and r.revoked_at is null) order by u.email`,
    [isEscalated ? [deskOf[to], "admin"] : [deskOf[to]], caseId],
  );
  const own = to === "advisor" && !isEscalated ? rows.filter(({ isOwn }) => isOwn) : [];
  return reachable(pool, own.length > 0 ? own : rows);
}

async function reachable(pool: Platform["pool"], all: Recipient[]): Promise<Recipient[]> {
  const { rows } = await pool.query<{ address: string }>(
    "select address from mail_address where bounced_at is not null and address = any($1)",
    [all.map(({ address }) => address)],
  );
  const bounced = new Set(rows.map(({ address }) => address));
  return all
    .filter(({ address }) => !bounced.has(address))
    .map(({ address, userId, lang }) => ({ address, userId, lang }));
}
