import type { Platform } from "#app/platform/platform.ts";
import type { Catalogue } from "#workflows/catalogue/catalogue.ts";
import { channelsTouched, type Difference } from "#workflows/catalogue/diff.ts";
import type { RestrictionBook } from "#workflows/proposal/restrictions.ts";
import { type EditionKind, kinds } from "./editions.server.ts";

/** What a change has to do with: cases are found by any of it. */
export interface Concerns {
  channels: string[];
  /** Ways to pay that an unanswered inquiry may have asked for. */
  brands: string[];
  trades: string[];
  /** Every inquiry that still has to be answered: exchange rates, our own fee. */
  everyInquiry: boolean;
}

const under = (changes: readonly Difference[], folder: string): string[] => [
  ...new Set(changes.flatMap(({ path }) => (path.startsWith(`${folder}/`) ? (path.split("/")[1] ?? []) : []))),
];

/** Whom a change of one kind may concern. */
export function concernsOf(
  kind: EditionKind,
  changes: readonly Difference[],
  before: unknown,
  after: unknown,
): Concerns {
  const channels = channelsTouched(changes);
  const none = { channels, brands: [], trades: [], everyInquiry: false };
  switch (kind) {
    case "catalogue": {
      const books = [before, after].map((data) => kinds.catalogue.schema.parse(data));
      return { ...none, brands: [...new Set([...under(changes, "brands"), ...soldBy(books, channels)])] };
    }
    case "restrictions": {
      const books = [before, after].map((data) => kinds.restrictions.schema.parse(data));
      const lists = new Set(under(changes, "lists"));
      const trades = new Set([...under(changes, "categories"), ...speakingOf(books, lists)]);
      return { ...none, trades: [...trades], channels: channelsOf(books, lists) };
    }
    case "rates":
      return { ...none, everyInquiry: changes.length > 0 };
    case "fees":
    case "opening":
      return { ...none, everyInquiry: changes.some(({ path }) => !path.startsWith("channels/")) };
  }
}

const soldBy = (books: readonly Catalogue[], channels: readonly string[]): string[] =>
  books.flatMap((book) =>
    book.channels
      .filter(({ key }) => channels.includes(key))
      .flatMap(({ methods }) => methods.flatMap(({ brands }) => brands)),
  );
const speakingOf = (books: readonly RestrictionBook[], lists: ReadonlySet<string>): string[] =>
  books.flatMap(({ categories }) =>
    categories.filter(({ rules }) => rules.some(({ list }) => lists.has(list))).map(({ id }) => id),
  );
const channelsOf = (books: readonly RestrictionBook[], lists: ReadonlySet<string>): string[] => [
  ...new Set(books.flatMap((book) => book.lists.flatMap(({ list, channels }) => (lists.has(list) ? channels : [])))),
];

export interface AffectedCase {
  caseId: string;
  publicId: string;
  name: string;
  phase: string;
  how: "taken" | "offered" | "asked";
}

/** Running cases a change concerns: a channel is taken, offered in the proposal that lies with the merchant, or asked for in an inquiry. */
export async function affectedCases(
  { pool }: Pick<Platform, "pool">,
  { channels, brands, trades, everyInquiry }: Concerns,
): Promise<AffectedCase[]> {
  if (channels.length + brands.length + trades.length === 0 && !everyInquiry) return [];
  const { rows } = await pool.query<AffectedCase>(
    `select c.id as "caseId", c.public_id as "publicId", coalesce(k.merchant_name, c.public_id) as name, c.phase, h.how
     from subject c left join case_card k on k.case_id = c.id left join inquiry i on i.case_id = c.id
     cross join lateral (select case
       when exists (select from subject s where s.case_id = c.id and s.kind = 'channel' and s.status = 'active'
         and s.context->'line'->>'channel' = any($1)) then 'taken'
       when c.phase = 'preScreening' and exists (
         select from jsonb_array_elements(c.context->'lines') line where line->>'channel' = any($1)) then 'taken'
       when c.phase = 'deciding' and exists (
         select from jsonb_array_elements(c.context->'proposal'->'lines') line where line->>'channel' = any($1)) then 'offered'
       when c.phase = 'advising' and ($4 or i.answers->'sales'->'trades' ?| $3
         or exists (select from jsonb_array_elements(i.wants) want where want->>'brand' = any($2))) then 'asked' end as how) h
     where c.kind = 'onboarding' and c.status = 'active' and h.how is not null
     order by c.opened_at limit 200`,
    [channels, brands, trades, everyInquiry],
  );
  return rows;
}
