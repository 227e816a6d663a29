import { countryName, leafOf, lineNames, type NameLine, namesOf } from "#app/cases/index.server.ts";
import { actsFor, consolePath, statusOf } from "#app/cases/index.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Kind } from "#workflows/law.ts";
import type { StatusClass, Turn } from "#workflows/project.ts";
import type { Desk } from "#workflows/roles.ts";
import { type Place, parsePlace, placeText } from "./keyset.server.ts";
import type { QueueAsked, SortKey } from "./queue-asked.ts";
import { type RiskBand, riskBand, riskFrom } from "./risk.ts";

/** One piece of work on a desk. */
export interface QueueRow {
  subjectId: string;
  caseId: string;
  casePublicId: string;
  merchant: string | null;
  /** The channel it is about; null for the case itself. */
  channel: string | null;
  /** What is to be done: keys of `actWords.acts`. */
  acts: string[];
  turn: Turn | null;
  status: StatusClass;
  isHeld: boolean;
  since: string;
  /** null when nothing is promised, or its clock is stopped. */
  dueAt: string | null;
  risk: RiskBand | null;
  riskScore: number | null;
  countries: { code: string; name: string }[];
  advisor: string | null;
  to: string;
}

export interface QueuePage {
  rows: QueueRow[];
  before: string | null;
  after: string | null;
}

interface Row {
  subject_id: string;
  case_id: string;
  since: Date;
  due_at: Date;
  kind: Kind;
  machine_version: number;
  phase: string;
  states: string[];
  status: "active" | "done";
  line: { channel: string; country: string; currency: string } | null;
  case_public_id: string;
  advisor: string | null;
  is_held: boolean;
  merchant_name: string | null;
  countries: string[] | null;
  risk: number | null;
  sort_value: string;
}

export const PAGE = 30;
/** Where nothing is due the engine writes the end of time, so that its index needs no nulls. */
const NEVER_YEAR = 9999;

/** What each order sorts by: as it is compared, and the type its cursor's text is read as. */
const orders: Record<SortKey, { by: string; type: string }> = {
  due: { by: "d.due_at", type: "timestamptz" },
  since: { by: "d.since", type: "timestamptz" },
  merchant: { by: "coalesce(c.merchant_name, '')", type: "text" },
  risk: { by: "coalesce(c.risk, -1)", type: "int" },
};

/**
 * A desk as asked for, one page of it, in one query and one for names.
 *
 * Walked by key in both directions, so that page 1,000 costs what page 1 does; sorted by due time or by arrival it is a walk along
 * an index.
 *
 * @param me user id: whose cases `mine` means
 */
export async function readQueue(
  { pool, now }: Pick<Platform, "pool" | "now">,
  desk: Desk,
  asked: QueueAsked,
  at: { after?: string | null; before?: string | null },
  me: string,
  lang: Lang,
): Promise<QueuePage> {
  const [before, after] = [parsePlace(at.before), parsePlace(at.after)];
  const isBack = before !== null;
  const { text, values } = queueSql(desk, asked, before ?? after, isBack, now(), me);
  const found = await pool.query<Row>(text, values);
  const page = found.rows.slice(0, PAGE);
  const hasMore = found.rows.length > PAGE;
  if (isBack) page.reverse();
  const [names, lineName] = await Promise.all([
    namesOf(
      pool,
      page.flatMap(({ advisor }) => advisor ?? []),
    ),
    lineNames({ pool, now }, lang),
  ]);
  const edge = (row: Row | undefined) => (row ? placeText({ value: row.sort_value, id: row.subject_id }) : null);
  return {
    rows: page.map((row) => rowOf(row, names, lineName, lang)),
    before: (isBack ? hasMore : after !== null) ? edge(page[0]) : null,
    after: isBack || hasMore ? edge(page.at(-1)) : null,
  };
}

/** The query of a page; its own function so that its plan can be looked at. */
export function queueSql(
  desk: Desk,
  asked: QueueAsked,
  place: Place | null,
  isBack: boolean,
  now: Date,
  me: string,
): { text: string; values: unknown[] } {
  const values: unknown[] = [desk];
  const hole = (value: unknown) => `$${values.push(value)}`;
  const isDown = asked.sort.startsWith("-") !== isBack;
  const { by, type } = orders[asked.sort.replace("-", "") as SortKey];
  const where = ["d.desk = $1", ...filters(asked, now, me, hole)];
  if (place)
    where.push(`(${by}, d.subject_id) ${isDown ? "<" : ">"} (${hole(place.value)}::${type}, ${hole(place.id)}::uuid)`);
  const direction = isDown ? "desc" : "asc";
  return {
    text: `select d.subject_id, d.case_id, d.since, d.due_at, s.kind, s.machine_version, s.phase, s.states, s.status,
       s.context->'line' as line, k.public_id as case_public_id, k.context->>'advisor' as advisor,
       k.context->'hold' <> 'null'::jsonb as is_held, c.merchant_name, c.countries, c.risk, (${by})::text as sort_value
     from desk_item d join subject s on s.id = d.subject_id join subject k on k.id = d.case_id
       left join case_card c on c.case_id = d.case_id
     where ${where.join(" and ")} order by ${by} ${direction}, d.subject_id ${direction} limit ${PAGE + 1}`,
    values,
  };
}

function filters(asked: QueueAsked, now: Date, me: string, hole: (value: unknown) => string): string[] {
  const where: string[] = [];
  if (asked.q) where.push(`position(search_key(${hole(asked.q)}) in c.found_by) > 0`);
  if (asked.country) where.push(`${hole(asked.country)} = any(c.countries)`);
  if (asked.state) where.push(`${hole(asked.state)} = any(s.states)`);
  if (asked.turn) where.push(`${hole(asked.turn)} = any(s.turns)`);
  if (asked.due === "late") where.push(`d.due_at < ${hole(now)}::timestamptz`);
  if (asked.due === "today") where.push(`d.due_at < ${hole(endOfDay(now))}::timestamptz`);
  if (asked.risk === "high") where.push(`c.risk >= ${riskFrom.high}`);
  if (asked.risk === "medium") where.push(`c.risk >= ${riskFrom.medium} and c.risk < ${riskFrom.high}`);
  if (asked.risk === "low") where.push(`c.risk < ${riskFrom.medium}`);
  if (asked.mine) where.push(`k.context->>'advisor' = ${hole(me)}`);
  return where;
}

const SEOUL = 9 * 3_600_000;
const DAY = 86_400_000;
/** The end of the day in Seoul, where the house works; Korea has no summer time. */
const endOfDay = (now: Date): Date => new Date(Math.ceil((now.getTime() + SEOUL + 1) / DAY) * DAY - SEOUL);

function rowOf(row: Row, names: ReadonlyMap<string, string>, lineName: NameLine, lang: Lang): QueueRow {
  const acts = actsFor("staff", row, null);
  const leaves = row.states.map((state) => leafOf(row.kind, row.machine_version, state));
  const turns = leaves.flatMap(({ desk, turn }) => (desk && turn ? turn : []));
  const turn = turns.find((one) => one === "us") ?? turns[0] ?? null;
  return {
    subjectId: row.subject_id,
    caseId: row.case_id,
    casePublicId: row.case_public_id,
    merchant: row.merchant_name,
    channel: row.line && lineName(row.line),
    acts: acts.map(({ say }) => say),
    turn,
    status: row.is_held ? "wait" : statusOf(row, turn === "us"),
    isHeld: row.is_held,
    since: row.since.toISOString(),
    dueAt: row.due_at.getUTCFullYear() >= NEVER_YEAR ? null : row.due_at.toISOString(),
    risk: riskBand(row.risk),
    riskScore: row.risk,
    countries: (row.countries ?? []).map((code) => ({ code, name: countryName(code, lang) })),
    advisor: row.advisor && (names.get(row.advisor) ?? null),
    to: consolePath(row.case_id, acts[0]?.page ?? "home", row.subject_id),
  };
}
