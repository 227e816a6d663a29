import { countryName, isOurTurn, lineNames, type NameLine } from "#app/cases/index.server.ts";
import { statusOf } from "#app/cases/index.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { StatusClass, Turn } from "#workflows/project.ts";
import { parsePlace, placeText } from "./keyset.server.ts";
import { type RiskBand, riskBand } from "./risk.ts";

/** One case as lists of the console show it. */
export interface FoundCase {
  caseId: string;
  publicId: string;
  merchant: string | null;
  contact: string | null;
  phase: string;
  status: StatusClass;
  turns: Turn[];
  countries: { code: string; name: string }[];
  risk: RiskBand | null;
  changedAt: string;
  /** What matched, when it was not the name: a channel with its payment ID. */
  match: { subjectId: string; label: string } | null;
}

interface Row {
  id: string;
  public_id: string;
  phase: string;
  status: "active" | "done";
  states: string[];
  machine_version: number;
  turns: Turn[];
  changed_at: Date;
  merchant_name: string | null;
  contact_email: string | null;
  countries: string[] | null;
  risk: number | null;
  match_id?: string | null;
  match_line?: { channel: string; country: string; currency: string } | null;
  match_payment_id?: string | null;
  match_public_id?: string | null;
}

const columns = `k.id, k.public_id, k.phase, k.status, k.states, k.machine_version, k.turns, k.changed_at, c.merchant_name, c.contact_email, c.countries, c.risk`;
export const MOST = 50;

/** By $1, what was typed, and $2, how a public id may begin; $3 cases at most. */
export const SEARCH = `with hit as (
       select case_id, null::uuid as match_id from case_card
         where search_pairs($1) <> '{}' and pairs @> search_pairs($1) and position(search_key($1) in found_by) > 0
       union all
       select s.case_id, case when s.kind = 'channel' then s.id end from unnest($2::text[]) as start
         join subject s on s.public_id >= start and s.public_id < start || '~' and starts_with(s.public_id, start)
       union all
       select case_id, id from subject
         where kind = 'channel' and context->>'paymentId' is not null
           and (lower(context->>'paymentId') collate "C") >= lower($1) and (lower(context->>'paymentId') collate "C") < lower($1) || '~'
           and starts_with(lower(context->>'paymentId'), lower($1))
     ), one as (select case_id, (array_agg(match_id order by match_id))[1] as match_id from hit group by case_id limit 500)
     select ${columns}, one.match_id, m.context->'line' as match_line, m.context->>'paymentId' as match_payment_id,
       m.public_id as match_public_id
     from one join subject k on k.id = one.case_id left join case_card c on c.case_id = k.id left join subject m on m.id = one.match_id
     order by k.changed_at desc, k.id desc limit $3`;

const foundOf = (row: Row, lineName: NameLine, lang: Lang): FoundCase => ({
  caseId: row.id,
  publicId: row.public_id,
  merchant: row.merchant_name,
  contact: row.contact_email,
  phase: row.phase,
  status: statusOf(row, isOurTurn({ kind: "onboarding", machineVersion: row.machine_version, states: row.states })),
  turns: row.turns,
  countries: (row.countries ?? []).map((code) => ({ code, name: countryName(code, lang) })),
  risk: riskBand(row.risk),
  changedAt: row.changed_at.toISOString(),
  match:
    row.match_id && row.match_line
      ? {
          subjectId: row.match_id,
          label: [row.match_payment_id ?? row.match_public_id, lineName(row.match_line)].join(" · "),
        }
      : null,
});

/** Public ids are said over the phone: `7k3m`, `gw7k3m`, `GW-7K3M`. Every one that begins so. */
export function publicIdStarts(typed: string): string[] {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const own = /^(GW|CH)(.{1,})$/.exec(plain);
  if (own) return [`${own[1]}-${own[2]}`, `GW-${plain}`, `CH-${plain}`];
  return plain.length >= 3 ? [`GW-${plain}`, `CH-${plain}`] : [];
}

/**
 * Cases by a part of the merchant's name, e-mail address or website, by how a public id or a payment ID begins; the newest change
 * first, at most 50.
 *
 * @param typed two letters at least; fewer find nothing
 */
export async function searchCases(
  { pool, now }: Pick<Platform, "pool" | "now">,
  typed: string,
  lang: Lang,
  most: number = MOST,
): Promise<FoundCase[]> {
  const wanted = typed.trim().normalize("NFKC");
  if ([...wanted].length < 2) return [];
  const { rows } = await pool.query<Row>(SEARCH, [wanted, publicIdStarts(wanted), most]);
  const lineName = await lineNames({ pool, now }, lang);
  return rows.map((row) => foundOf(row, lineName, lang));
}

export interface AllCasesPage {
  found: FoundCase[];
  before: string | null;
  after: string | null;
}

const PAGE = 40;

/** Every open case (or every ended one), the newest change first, a page at a time along the engine's index. */
export async function listAllCases(
  { pool, now }: Pick<Platform, "pool" | "now">,
  status: "active" | "done",
  at: { before?: string | null; after?: string | null },
  lang: Lang,
): Promise<AllCasesPage> {
  const [before, after] = [parsePlace(at.before), parsePlace(at.after)];
  const place = before ?? after;
  const isBack = before !== null;
  const direction = isBack ? "asc" : "desc";
  const { rows } = await pool.query<Row>(
    `select ${columns} from subject k left join case_card c on c.case_id = k.id
     where k.kind = 'onboarding' and k.status = $1
       ${place ? `and (k.changed_at, k.id) ${isBack ? ">" : "<"} ($2::timestamptz, $3::uuid)` : ""}
     order by k.changed_at ${direction}, k.id ${direction} limit ${PAGE + 1}`,
    place ? [status, place.value, place.id] : [status],
  );
  const page = rows.slice(0, PAGE);
  const hasMore = rows.length > PAGE;
  if (isBack) page.reverse();
  const lineName = await lineNames({ pool, now }, lang);
  const edge = (row: Row | undefined) => (row ? placeText({ value: row.changed_at.toISOString(), id: row.id }) : null);
  return {
    found: page.map((row) => foundOf(row, lineName, lang)),
    before: (isBack ? hasMore : after !== null) ? edge(page[0]) : null,
    after: isBack || hasMore ? edge(page.at(-1)) : null,
  };
}
