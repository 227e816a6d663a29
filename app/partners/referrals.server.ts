import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId, newPublicId } from "#app/platform/ids.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { hashLinkToken, newLinkToken } from "./link-token.server.ts";
import { logDeed } from "./partners.server.ts";
import { type Prefill, prefillFields } from "./prefill.schema.ts";
import { milestonesOf, type ReferralRow } from "./referral-row.server.ts";
import { type Stage, sharedStageOf, stageOf } from "./stage.ts";

export const aboutPrefill = (id: string) => `referral.prefill/${id}`;
const DAY = 86_400_000;

/** A referral as a partner may see it: nothing of the merchant but what the partner gave itself. */
export interface SharedReferral {
  publicId: string;
  kind: "invitation" | "general";
  reference: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  stage: Stage;
  since: Date | null;
  /** Channels open for buyers now; null where the stage is not shared. */
  channelsOpen: number | null;
}

type Row = ReferralRow & { channels_open: number };

/** Rows with the number of channels that are open, by way of the inquiry's cases. */
const selecting = `select r.*, (select count(*)::int from inquiry i join subject s on s.case_id = i.case_id
    where i.draft_id = r.draft_id and s.kind = 'channel' and s.phase = 'live') as channels_open from referral r`;

function sharedFrom(row: Row, now: Date): SharedReferral {
  const { stage, since } = sharedStageOf(milestonesOf(row), now);
  return {
    publicId: row.public_id,
    kind: row.kind,
    reference: row.reference,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    stage,
    since,
    channelsOpen: since === null ? null : row.channels_open,
  };
}

export interface NewReferral {
  partnerId: string;
  reference?: string;
  prefill: Prefill;
  expiresInDays: number;
  /** `key:<id>` or a member of staff. */
  by: string;
}

/**
 * Makes a link for one merchant, in the caller's transaction. What is handed over lies sealed until the merchant says what may become
 * of it, and is gone when the link expires.
 *
 * @returns the link, which is known to nobody afterwards
 */
export async function refer(
  { now, vault, config }: Pick<Platform, "now" | "vault" | "config">,
  tx: Tx,
  { partnerId, reference, prefill, expiresInDays, by }: NewReferral,
): Promise<{ referral: SharedReferral; link: string }> {
  const [id, token, at] = [newId(), newLinkToken(), now()];
  const expiresAt = new Date(at.getTime() + expiresInDays * DAY);
  const handedOver = prefillFields.filter((field) => prefill[field] !== undefined);
  const { rows } = await tx.query<Row & Record<string, unknown>>(
    `insert into referral (id, public_id, partner_id, kind, token_hash, reference, prefill, handed_over, made_by, created_at, expires_at)
     values ($1,$2,$3,'invitation',$4,$5,$6,$7,$8,$9,$10) returning *, 0 as channels_open`,
    [
      id,
      newPublicId("RF"),
      partnerId,
      hashLinkToken(token),
      reference ?? null,
      handedOver.length > 0 ? vault.seal(JSON.stringify(prefill), aboutPrefill(id)) : null,
      handedOver,
      by,
      at,
      expiresAt,
    ],
  );
  await addJob(tx, {
    task: "forgetPrefill",
    payload: { referralId: id },
    key: `referral/${id}/expiry`,
    runAt: expiresAt,
  });
  await logDeed(tx, { partnerId, what: "linkMade", about: id, by, at });
  return { referral: sharedFrom(rows[0]!, at), link: `${config.publicUrl}/join/${token}` };
}

type Reading = Pick<Platform, "pool" | "now">;

/** One referral of this partner; null alike for another's and for none. */
export async function sharedReferral(
  { pool, now }: Reading,
  { partnerId, publicId }: { partnerId: string; publicId: string },
): Promise<SharedReferral | null> {
  const { rows } = await pool.query<Row>(`${selecting} where r.partner_id = $1 and r.public_id = $2`, [
    partnerId,
    publicId,
  ]);
  return rows[0] ? sharedFrom(rows[0], now()) : null;
}

/**
 * A partner's referrals, newest first.
 *
 * @param after the id of the last one seen, as the page before gave it
 * @returns `next`: where the following page begins; null on the last one
 */
export async function sharedReferrals(
  { pool, now }: Reading,
  { partnerId, after, limit }: { partnerId: string; after: string | null; limit: number },
): Promise<{ referrals: SharedReferral[]; next: string | null }> {
  const { rows } = await pool.query<Row>(
    `${selecting} where r.partner_id = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
    [partnerId, after, limit + 1],
  );
  const shown = rows.slice(0, limit);
  return {
    referrals: shown.map((row) => sharedFrom(row, now())),
    next: rows.length > limit ? shown.at(-1)!.id : null,
  };
}

export interface KnownReferral {
  id: string;
  publicId: string;
  kind: "invitation" | "general";
  reference: string | null;
  createdAt: Date;
  stage: Stage;
  since: Date;
  isShared: boolean;
  caseIds: string[];
}

/** The newest referrals of a partner, for the console. */
export async function latestReferrals({ pool, now }: Reading, partnerId: string): Promise<KnownReferral[]> {
  const { rows } = await pool.query<ReferralRow & { case_ids: string[] }>(
    `select r.*, array(select i.case_id from inquiry i where i.draft_id = r.draft_id order by i.id) as case_ids
     from referral r where r.partner_id = $1 order by r.id desc limit 30`,
    [partnerId],
  );
  return rows.map((row) => ({
    id: row.id,
    publicId: row.public_id,
    kind: row.kind,
    reference: row.reference,
    createdAt: row.created_at,
    ...stageOf(milestonesOf(row), now()),
    isShared: row.shared_since !== null && row.withdrawn_at === null,
    caseIds: row.case_ids,
  }));
}

/**
 * Ends a link that nobody went on from, and forgets what was handed over with it. Ended twice is ended once.
 *
 * @param by.publicId or by.id of one of this partner's
 * @returns null when the partner has no such link; "used" when its merchant has gone on already
 */
export const revokeReferral = (
  { pool, now }: Reading,
  asked: { partnerId: string; by: string } & ({ id: string } | { publicId: string }),
): Promise<"revoked" | "used" | null> =>
  inTransaction(pool, async (tx) => {
    const [column, value] = "id" in asked ? ["id", asked.id] : ["public_id", asked.publicId];
    const { rows } = await tx.query<{ id: string; used_at: Date | null; revoked_at: Date | null }>(
      `select id, used_at, revoked_at from referral where ${column} = $1 and partner_id = $2 for update`,
      [value, asked.partnerId],
    );
    const [row] = rows;
    if (!row) return null;
    if (row.used_at) return "used";
    if (row.revoked_at) return "revoked";
    const at = now();
    await tx.query("update referral set revoked_at = $2, prefill = null where id = $1", [row.id, at]);
    await logDeed(tx, { partnerId: asked.partnerId, what: "linkRevoked", about: row.id, by: asked.by, at });
    return "revoked";
  });
