import type { Lang } from "#app/i18n/words.ts";
import { type Answers, beginDraftWith, findDraft } from "#app/inquiry/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId, newPublicId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { noteConsent } from "./consent.server.ts";
import { hashLinkToken, isLinkToken } from "./link-token.server.ts";
import { type Branding, brandingOf, type PartnerRow } from "./partners.server.ts";
import { Prefill } from "./prefill.schema.ts";
import { answersFrom } from "./prefill.ts";
import type { ReferralRow } from "./referral-row.server.ts";
import { aboutPrefill } from "./referrals.server.ts";

type Parts = Pick<Platform, "pool" | "now" | "vault" | "config">;

/** What a merchant's link leads to. `used`, and `over` (expired, revoked, partner paused) open nothing. */
export type Opened =
  | { state: "open"; partner: Branding; prefill: Prefill; expiresAt: Date }
  | { state: "used" | "over"; partner: Branding };

type Found = ReferralRow & { partner: PartnerRow };

async function find(tx: Tx, token: string, lock: string): Promise<Found | null> {
  const { rows } = await tx.query<Found & Record<string, unknown>>(
    `select r.*, to_jsonb(p) as partner from referral r join partner p on p.id = r.partner_id where r.token_hash = $1 ${lock}`,
    [hashLinkToken(token)],
  );
  return rows[0] ?? null;
}

const stateOf = ({ used_at, revoked_at, expires_at, partner }: Found, now: Date): Opened["state"] => {
  if (used_at) return "used";
  return revoked_at || !expires_at || expires_at <= now || partner.paused_at ? "over" : "open";
};

const handedOver = ({ vault }: Pick<Parts, "vault">, { id, prefill }: ReferralRow): Prefill =>
  // It was judged when it came; catalogues and schemas may have moved since, and then nothing is used.
  prefill ? (Prefill.safeParse(JSON.parse(vault.open(prefill, aboutPrefill(id)))).data ?? {}) : {};

/** Looks at a link without using it up. @returns null for what is no link of ours */
export async function openLink(platform: Parts, token: string | undefined): Promise<Opened | null> {
  const { pool, now } = platform;
  if (!isLinkToken(token)) return null;
  const found = await find(pool, token, "");
  if (!found) return null;
  const partner = brandingOf(found.partner);
  const state = stateOf(found, now());
  if (state !== "open") return { state, partner };
  if (!found.opened_at)
    await pool.query("update referral set opened_at = $2 where id = $1 and opened_at is null", [found.id, now()]);
  return { state, partner, prefill: handedOver(platform, found), expiresAt: found.expires_at! };
}

export interface Choice {
  request: Request;
  /** Of a signed-in merchant. */
  userId: string | null;
  lang: Lang;
  /** What was handed over goes into the draft. */
  use: boolean;
  /** The partner may see how far the merchant comes. */
  share: boolean;
}

/**
 * The merchant goes on from the first page: the link is used up, what was agreed to is written down, a draft is begun, and what was
 * handed over is forgotten, used or not. All of it at once, or nothing.
 *
 * @returns a `Set-Cookie` value for the draft; null when the link is over, or somebody was faster
 */
export async function beginByLink(
  platform: Parts,
  token: string | undefined,
  choice: Choice,
): Promise<{ cookie: string } | null> {
  if (!isLinkToken(token)) return null;
  const typed = await typedSoFar(platform, choice);
  return inTransaction(platform.pool, async (tx) => {
    const found = await find(tx, token, "for update of r");
    const at = platform.now();
    if (!found || stateOf(found, at) !== "open") return null;
    const handed = handedOver(platform, found);
    const uses = choice.use && found.prefill !== null;
    const { draft, cookie } = await beginDraftWith(tx, platform, {
      userId: choice.userId,
      prefill: answersFrom(uses ? handed : {}, typed),
    });
    await tx.query(
      `update referral set used_at = $2, opened_at = coalesce(opened_at, $2), prefill = null, draft_id = $3, shared_since = $4 where id = $1`,
      [found.id, at, draft.id, choice.share ? at : null],
    );
    const said = { referralId: found.id, lang: choice.lang, userId: choice.userId, at };
    if (found.prefill) await noteConsent(tx, { ...said, what: "prefill", given: uses });
    await noteConsent(tx, { ...said, what: "status", given: choice.share });
    await tx.query("select graphile_worker.remove_job($1)", [`referral/${found.id}/expiry`]);
    return { cookie };
  });
}

/** A partner's first page for everybody; null when there is none, or it is paused. */
export async function openGeneral({ pool }: Pick<Parts, "pool">, slug: string | undefined): Promise<Branding | null> {
  const { rows } = await pool.query<PartnerRow>("select * from partner where slug = $1 and paused_at is null", [
    slug ?? "",
  ]);
  return rows[0] ? brandingOf(rows[0]) : null;
}

/** The same as `beginByLink`, by the link that is everybody's: nothing was handed over, and it is never used up. */
export async function beginGeneral(
  platform: Parts,
  partner: Branding,
  choice: Omit<Choice, "use">,
): Promise<{ cookie: string }> {
  const typed = await typedSoFar(platform, choice);
  return inTransaction(platform.pool, async (tx) => {
    const [id, at] = [newId(), platform.now()];
    const { draft, cookie } = await beginDraftWith(tx, platform, { userId: choice.userId, prefill: typed });
    await tx.query(
      `insert into referral (id, public_id, partner_id, kind, handed_over, made_by, created_at, opened_at, used_at, draft_id, shared_since)
       values ($1,$2,$3,'general','{}','visitor',$4,$4,$4,$5,$6)`,
      [id, newPublicId("RF"), partner.id, at, draft.id, choice.share ? at : null],
    );
    await noteConsent(tx, { referralId: id, what: "status", given: choice.share, ...choice, at });
    return { cookie };
  });
}

/** What this visitor has typed into an inquiry of their own is not lost; what came by another link is another merchant's. */
async function typedSoFar(
  platform: Parts,
  { request, userId }: Pick<Choice, "request" | "userId">,
): Promise<Answers | undefined> {
  const draft = await findDraft(platform, request, userId);
  if (!draft) return undefined;
  const { rowCount } = await platform.pool.query("select from referral where draft_id = $1", [draft.id]);
  return rowCount ? undefined : draft.answers;
}

/** Forgets what was handed over with a link that nobody used in time. */
export async function forgetPrefill({ pool, now }: Pick<Parts, "pool" | "now">, referralId: string): Promise<void> {
  await pool.query("update referral set prefill = null where id = $1 and used_at is null and expires_at <= $2", [
    referralId,
    now(),
  ]);
}
