import type { Platform } from "#app/platform/platform.ts";
import { businessMsBetween, calendarOf } from "#workflows/calendar/index.ts";
import { type DeclineReason, declineReasonOf, declineReasons } from "./decline.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A working day of the house, hours: what "within one business day" is measured by. */
const DAY_HOURS = 10;
/** More inquiries than this in a period are summed up by their newest. */
const MOST = 20_000;

/** One inquiry and what became of it. */
export interface Outcome {
  askedAt: Date;
  /** Null: not answered yet. */
  answeredAt: Date | null;
  answeredBy: string | null;
  versions: number;
  fate: "waiting" | "deciding" | "accepted" | "declined" | "expired" | "withdrawn" | "turnedDown";
}

export interface Figures {
  inquiries: number;
  answered: number;
  /** Working hours from the inquiry to the first proposal. */
  medianHours: number | null;
  p90Hours: number | null;
  /** Of those answered, parts of a hundred. */
  inTimePercent: number | null;
  accepted: number;
  /** Of those on which the merchant has decided, or let the days run out. */
  acceptedPercent: number | null;
  declined: number;
  expired: number;
  withdrawn: number;
  turnedDown: number;
  /** Proposals a merchant got, on average, before deciding. */
  versionsEach: number | null;
}

export interface Statistics {
  days: number;
  all: Figures;
  /** By who answered first, most answers first. */
  byAdvisor: { advisorId: string; figures: Figures }[];
  declines: { why: DeclineReason; count: number }[];
  /** What merchants wrote, newest first. */
  words: { caseId: string; publicId: string; why: DeclineReason; text: string; at: Date }[];
}

/** What the figures say of some inquiries. Working time is that of the house's calendar: a night counts for nothing. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const calendar = calendarOf("KR");
  const hours = outcomes
    .flatMap(({ askedAt, answeredAt }) => (answeredAt ? businessMsBetween(calendar, askedAt, answeredAt) / HOUR : []))
    .sort((one, other) => one - other);
  const count = (...fates: Outcome["fate"][]) => outcomes.filter(({ fate }) => fates.includes(fate)).length;
  const decided = outcomes.filter(({ fate }) => ["accepted", "declined", "expired"].includes(fate));
  const accepted = count("accepted");
  return {
    inquiries: outcomes.length,
    answered: hours.length,
    medianHours: quantile(hours, 0.5),
    p90Hours: quantile(hours, 0.9),
    inTimePercent: percent(hours.filter((one) => one <= DAY_HOURS).length, hours.length),
    accepted,
    acceptedPercent: percent(accepted, decided.length),
    declined: count("declined"),
    expired: count("expired"),
    withdrawn: count("withdrawn"),
    turnedDown: count("turnedDown"),
    versionsEach:
      decided.length === 0
        ? null
        : Math.round((decided.reduce((sum, { versions }) => sum + versions, 0) / decided.length) * 10) / 10,
  };
}

const percent = (of: number, all: number): number | null => (all === 0 ? null : Math.round((of / all) * 100));
const quantile = (sorted: readonly number[], of: number): number | null =>
  sorted.length === 0 ? null : Math.round((sorted[Math.ceil(sorted.length * of) - 1] ?? 0) * 10) / 10;

interface Row {
  asked_at: Date;
  answered_at: Date | null;
  answered_by: string | null;
  versions: number;
  phase: string;
  has_lines: boolean;
}

const fates: Record<string, Outcome["fate"]> = {
  inquiry: "waiting",
  advising: "waiting",
  deciding: "deciding",
  declined: "declined",
  expired: "expired",
  withdrawn: "withdrawn",
};

/** What became of the inquiries of the last `days`, in three queries. Merchants who accepted count as that, whatever came later. */
export async function statisticsOf({ pool, now }: Pick<Platform, "pool" | "now">, days: number): Promise<Statistics> {
  const since = new Date(now().getTime() - days * DAY);
  const [inquiries, declines, said] = await Promise.all([
    pool.query<Row>(
      `select i.submitted_at as asked_at, v.sent_at as answered_at, v.sent_by as answered_by, coalesce(n.versions, 0)::int as versions,
         c.phase, c.context->'lines' <> '[]'::jsonb as has_lines
       from inquiry i join subject c on c.id = i.case_id
         left join proposal_version v on v.case_id = i.case_id and v.version = 1
         left join lateral (select count(*) as versions from proposal_version p where p.case_id = i.case_id) n on true
       where i.submitted_at >= $1 order by i.submitted_at desc limit ${MOST}`,
      [since],
    ),
    pool.query<{ why: string; count: number }>(
      "select why, count(*)::int as count from proposal_decline where at >= $1 group by why",
      [since],
    ),
    pool.query<{ caseId: string; publicId: string; why: string; text: string | null; at: Date }>(
      `select d.case_id as "caseId", c.public_id as "publicId", d.why, c.context->>'reason' as text, d.at
       from proposal_decline d join subject c on c.id = d.case_id where d.at >= $1 order by d.at desc limit 20`,
      [since],
    ),
  ]);
  const outcomes = inquiries.rows.map((row): Outcome => {
    const fate = row.has_lines ? "accepted" : (fates[row.phase] ?? "accepted");
    return {
      askedAt: row.asked_at,
      answeredAt: row.answered_at,
      answeredBy: row.answered_by,
      versions: row.versions,
      // Declined without a proposal: by the house.
      fate: fate === "declined" && row.versions === 0 ? "turnedDown" : fate,
    };
  });
  const byAdvisor = Map.groupBy(
    outcomes.filter(({ answeredBy }) => answeredBy !== null),
    ({ answeredBy }) => answeredBy!,
  );
  const counted = new Map(declines.rows.map(({ why, count }) => [declineReasonOf(why), count]));
  return {
    days,
    all: figuresOf(outcomes),
    byAdvisor: [...byAdvisor]
      .map(([advisorId, of]) => ({ advisorId, figures: figuresOf(of) }))
      .sort((one, other) => other.figures.answered - one.figures.answered),
    declines: declineReasons
      .flatMap((why) => (counted.has(why) ? { why, count: counted.get(why) ?? 0 } : []))
      .sort((one, other) => other.count - one.count),
    words: said.rows.map((row) => ({ ...row, why: declineReasonOf(row.why), text: row.text ?? "" })),
  };
}

export interface OpenQuestion {
  noteId: string;
  caseId: string;
  merchant: string;
  publicId: string;
  text: string;
  at: Date;
}

/** Questions about a proposal that nobody has answered, oldest first: no chart waits for them, so the desk shows them itself. */
export async function openQuestions({ pool }: Pick<Platform, "pool">): Promise<OpenQuestion[]> {
  const { rows } = await pool.query<OpenQuestion & Record<string, unknown>>(
    `select q.id as "noteId", q.case_id as "caseId", coalesce(k.merchant_name, c.public_id) as merchant, c.public_id as "publicId", q.text, q.at
     from proposal_note q join subject c on c.id = q.case_id left join case_card k on k.case_id = q.case_id
     where q.kind = 'question' and c.status = 'active' and c.phase in ('deciding', 'advising', 'preScreening')
       and not exists (select from proposal_note a where a.about = q.id and a.kind = 'answer')
     order by q.at, q.id limit 50`,
  );
  return rows;
}
