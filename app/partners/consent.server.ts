import type { Lang } from "#app/i18n/words.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { consentVersion } from "./consent-words.ts";
import { type Branding, brandingOf, type PartnerRow } from "./partners.server.ts";

export interface Consent {
  referralId: string;
  what: "prefill" | "status";
  given: boolean;
  lang: Lang;
  userId: string | null;
  at: Date;
}

/** Writes down what was agreed to, or not, with the wording that was on the page. */
export async function noteConsent(tx: Tx, { referralId, what, given, lang, userId, at }: Consent): Promise<void> {
  await tx.query(
    `insert into referral_consent (id, referral_id, what, given, text_version, lang, user_id, at) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
    [newId(), referralId, what, given, consentVersion, lang, userId, at],
  );
}

/** Who sent the merchant of a case, and whether they may see how far it has come. */
export interface Sharing {
  partner: Branding;
  sharedSince: Date | null;
  withdrawnAt: Date | null;
}

/** Null for a merchant who came by themselves. */
export async function sharingOf({ pool }: Pick<Platform, "pool">, caseId: string): Promise<Sharing | null> {
  const { rows } = await pool.query<PartnerRow & { shared_since: Date | null; withdrawn_at: Date | null }>(
    `select p.*, r.shared_since, r.withdrawn_at from inquiry i join referral r on r.draft_id = i.draft_id
     join partner p on p.id = r.partner_id where i.case_id = $1`,
    [caseId],
  );
  const [row] = rows;
  return row ? { partner: brandingOf(row), sharedSince: row.shared_since, withdrawnAt: row.withdrawn_at } : null;
}

/**
 * Lets the partner see how far the merchant has come, or no longer. From the commit on the partner's next question is answered
 * accordingly. Said again, it changes nothing.
 *
 * @returns whether the case came by a partner at all
 */
export const setSharing = (
  { pool, now }: Pick<Platform, "pool" | "now">,
  { caseId, isShared, lang, userId }: { caseId: string; isShared: boolean; lang: Lang; userId: string },
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string; shared: boolean }>(
      `select r.id, r.shared_since is not null and r.withdrawn_at is null as shared
       from inquiry i join referral r on r.draft_id = i.draft_id where i.case_id = $1 for update of r`,
      [caseId],
    );
    const [row] = rows;
    if (!row) return false;
    if (row.shared === isShared) return true;
    const at = now();
    await tx.query(
      isShared
        ? "update referral set shared_since = $2, withdrawn_at = null where id = $1"
        : "update referral set withdrawn_at = $2 where id = $1",
      [row.id, at],
    );
    await noteConsent(tx, { referralId: row.id, what: "status", given: isShared, lang, userId, at });
    return true;
  });
