import type { Platform } from "#app/platform/platform.ts";
import { type Funnel, funnelSteps } from "./funnel-steps.ts";

export type { Funnel };

export const emptyFunnel: Funnel = Object.fromEntries(funnelSteps.map((step) => [step, 0])) as unknown as Funnel;

/** Referrals made from `from` on and before `to`. */
export interface Span {
  from: Date;
  to: Date;
}

/** Every partner's funnel in one grouped query; those without a referral in the time are missing. */
export async function funnels(
  { pool }: Pick<Platform, "pool">,
  { from, to }: Span,
): Promise<ReadonlyMap<string, Funnel>> {
  const { rows } = await pool.query<Funnel & { partner_id: string }>(
    `select partner_id, count(*)::int as invited, count(opened_at)::int as opened, count(inquiry_sent_at)::int as "inquirySent",
       count(proposal_sent_at)::int as "proposalSent", count(accepted_at)::int as accepted, count(approved_at)::int as approved,
       count(live_at)::int as live
     from referral where created_at >= $1 and created_at < $2 group by partner_id`,
    [from, to],
  );
  return new Map(rows.map(({ partner_id, ...funnel }) => [partner_id, funnel]));
}

/**
 * One partner's funnel as the partner may see it: merchants who do not let it see how far they come, or no longer, are a number of
 * their own and in none of the later steps.
 */
export async function sharedFunnel(
  { pool }: Pick<Platform, "pool">,
  partnerId: string,
  { from, to }: Span,
): Promise<Funnel & { notShared: number }> {
  const { rows } = await pool.query<Funnel & { notShared: number }>(
    `select count(*)::int as invited, count(opened_at)::int as opened,
       count(inquiry_sent_at) filter (where is_shared)::int as "inquirySent",
       count(proposal_sent_at) filter (where is_shared)::int as "proposalSent",
       count(accepted_at) filter (where is_shared)::int as accepted,
       count(approved_at) filter (where is_shared)::int as approved,
       count(live_at) filter (where is_shared)::int as live,
       count(used_at) filter (where not is_shared)::int as "notShared"
     from (select *, shared_since is not null and withdrawn_at is null as is_shared from referral
       where partner_id = $1 and created_at >= $2 and created_at < $3) as r`,
    [partnerId, from, to],
  );
  return rows[0]!;
}

const DAY = 86_400_000;
const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00+09:00`));
const dayOf = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

/**
 * A span of whole days in Korea, both ends included; the last ninety days where none are named. Days that are none, and a span that
 * ends before it begins, count as not named.
 */
export function spanOf(
  asked: { from: string | null; to: string | null },
  now: Date,
): Span & { fromOn: string; toOn: string } {
  const toOn = isDay(asked.to) ? asked.to : dayOf(now);
  const usual = dayOf(new Date(Date.parse(`${toOn}T00:00:00+09:00`) - 89 * DAY));
  const fromOn = isDay(asked.from) && asked.from <= toOn ? asked.from : usual;
  const begins = (day: string) => new Date(`${day}T00:00:00+09:00`);
  return { fromOn, toOn, from: begins(fromOn), to: new Date(begins(toOn).getTime() + DAY) };
}
