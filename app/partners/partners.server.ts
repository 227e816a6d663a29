import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { NewPartner, PartnerFacts } from "./partner.schema.ts";

type Parts = Pick<Platform, "pool" | "now">;

export interface Partner extends PartnerFacts {
  id: string;
  slug: string;
  pausedAt: Date | null;
  madeAt: Date;
}

/** What a visitor of a partner's first page sees of it. */
export type Branding = Pick<Partner, "id" | "slug" | "nameKo" | "nameEn" | "wordmark" | "accent">;

export interface PartnerRow {
  id: string;
  slug: string;
  name_ko: string;
  name_en: string;
  wordmark: string;
  accent: string;
  contact_name: string;
  contact_mail: string;
  master_name: string | null;
  master_key: string | null;
  paused_at: Date | null;
  made_at: Date;
}

export const brandingOf = (row: PartnerRow): Branding => ({
  id: row.id,
  slug: row.slug,
  nameKo: row.name_ko,
  nameEn: row.name_en,
  wordmark: row.wordmark,
  accent: row.accent,
});

const partnerFrom = (row: PartnerRow): Partner => ({
  ...brandingOf(row),
  contactName: row.contact_name,
  contactMail: row.contact_mail,
  masterName: row.master_name ?? undefined,
  masterKey: row.master_key ?? undefined,
  pausedAt: row.paused_at,
  madeAt: row.made_at,
});

type Deed =
  | "made"
  | "changed"
  | "paused"
  | "resumed"
  | "keyMade"
  | "keyRotated"
  | "keyRevoked"
  | "linkMade"
  | "linkRevoked";

/** Writes down what was done to a partner, in the transaction in which it is done. */
export async function logDeed(
  tx: Tx,
  deed: { partnerId: string; what: Deed; about?: string; by: string; at: Date },
): Promise<void> {
  await tx.query("insert into partner_log (id, partner_id, what, about, actor_id, at) values ($1,$2,$3,$4,$5,$6)", [
    newId(),
    deed.partnerId,
    deed.what,
    deed.about ?? null,
    deed.by,
    deed.at,
  ]);
}

/** All partners, by name. */
export async function partnersOf({ pool }: Pick<Parts, "pool">): Promise<Partner[]> {
  const { rows } = await pool.query<PartnerRow>("select * from partner order by paused_at is not null, name_en, id");
  return rows.map(partnerFrom);
}

export async function partnerOf({ pool }: Pick<Parts, "pool">, id: string): Promise<Partner | null> {
  const { rows } = await pool.query<PartnerRow>("select * from partner where id = $1", [id]);
  return rows[0] ? partnerFrom(rows[0]) : null;
}

const factsOf = ({ nameKo, nameEn, wordmark, accent, contactName, contactMail, ...rest }: PartnerFacts) => [
  nameKo,
  nameEn,
  wordmark,
  accent,
  contactName,
  contactMail,
  rest.masterName || null,
  rest.masterKey || null,
];

/** @returns the partner's id; a message key when its address is another's */
export const makePartner = (
  { pool, now }: Parts,
  { facts, by }: { facts: NewPartner; by: string },
): Promise<{ id: string; problem: null } | { id: null; problem: string }> =>
  inTransaction(pool, async (tx) => {
    const [id, at] = [newId(), now()];
    const { rowCount } = await tx.query(
      `insert into partner (name_ko, name_en, wordmark, accent, contact_name, contact_mail, master_name, master_key, id, slug, made_by, made_at, changed_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$12) on conflict (slug) do nothing`,
      [...factsOf(facts), id, facts.slug, by, at],
    );
    if (!rowCount) return { id: null, problem: "partner.slug.taken" };
    await logDeed(tx, { partnerId: id, what: "made", by, at });
    return { id, problem: null };
  });

/** @returns whether there is such a partner; its address stays, for it stands in links that are out */
export const changePartner = (
  { pool, now }: Parts,
  { id, facts, by }: { id: string; facts: PartnerFacts; by: string },
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const at = now();
    const { rowCount } = await tx.query(
      `update partner set name_ko = $1, name_en = $2, wordmark = $3, accent = $4, contact_name = $5, contact_mail = $6,
         master_name = $7, master_key = $8, changed_at = $10 where id = $9`,
      [...factsOf(facts), id, at],
    );
    if (rowCount) await logDeed(tx, { partnerId: id, what: "changed", by, at });
    return Boolean(rowCount);
  });

/** While paused no key works and no link opens; what the partner sent before goes on. A second time nothing happens. */
export const setPaused = (
  { pool, now }: Parts,
  { id, isPaused, by }: { id: string; isPaused: boolean; by: string },
): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const at = now();
    const { rowCount } = await tx.query(
      "update partner set paused_at = $2, changed_at = $3 where id = $1 and (paused_at is null) = $4",
      [id, isPaused ? at : null, at, isPaused],
    );
    if (rowCount) await logDeed(tx, { partnerId: id, what: isPaused ? "paused" : "resumed", by, at });
  });

/** The partner's master merchant that a case's sub-merchants belong to; null when the merchant came by itself. */
export async function masterOf(
  { pool }: Pick<Parts, "pool">,
  caseId: string,
): Promise<{ partner: Branding; masterName: string | null; masterKey: string | null } | null> {
  const { rows } = await pool.query<PartnerRow>(
    `select p.* from inquiry i join referral r on r.draft_id = i.draft_id join partner p on p.id = r.partner_id
     where i.case_id = $1`,
    [caseId],
  );
  const [row] = rows;
  return row ? { partner: brandingOf(row), masterName: row.master_name, masterKey: row.master_key } : null;
}
