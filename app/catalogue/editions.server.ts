import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { Catalogue } from "#workflows/catalogue/catalogue.ts";
import { guideOf } from "#workflows/catalogue/coverage.ts";
import type { AdviceBook } from "#workflows/proposal/eligibility.ts";
import { ExchangeRates } from "#workflows/proposal/exchange.ts";
import { FeeBook } from "#workflows/proposal/fee-book.ts";
import { OpeningTimes } from "#workflows/proposal/opening-times.ts";
import { RestrictionBook } from "#workflows/proposal/restrictions.ts";
import { shippedOpeningTimes, shippedRestrictions } from "./advice-book.server.ts";
import { shippedCatalogue } from "./book.server.ts";
import { priceList, shippedFees, shippedRates } from "./price-list.server.ts";

/** What is kept as editions, each with its schema and with what ships. */
export const kinds = {
  catalogue: { schema: Catalogue, shipped: shippedCatalogue },
  fees: { schema: FeeBook, shipped: shippedFees },
  rates: { schema: ExchangeRates, shipped: shippedRates },
  restrictions: { schema: RestrictionBook, shipped: shippedRestrictions },
  opening: { schema: OpeningTimes, shipped: shippedOpeningTimes },
} as const;

export type EditionKind = keyof typeof kinds;
export const editionKinds = Object.keys(kinds) as EditionKind[];

/** Which edition of each kind something was decided by. */
export type Editions = Record<EditionKind, number>;

export interface Edition<K extends EditionKind = EditionKind> {
  id: string;
  kind: K;
  number: number;
  data: z.infer<(typeof kinds)[K]["schema"]>;
  validFrom: Date;
}

interface Row {
  id: string;
  kind: EditionKind;
  number: number;
  valid_from: Date;
}

/** The same content, whatever the order of its keys, has the same digest. */
export const digestOf = (data: unknown): string => createHash("sha256").update(canonical(data)).digest("hex");

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`;
}

/**
 * Publishes what ships with the build as the first edition of each kind. Where there is one already nothing happens:
 * from then on staff decide, and a new build does not overrule them. Safe to run at every start, by several at once.
 *
 * @returns how many editions were made
 */
export async function loadCatalogue({ pool, now }: Pick<Platform, "pool" | "now">): Promise<number> {
  let made = 0;
  for (const kind of editionKinds) {
    const data = kinds[kind].shipped();
    const { rowCount } = await pool.query(
      `insert into reference_version (id, kind, number, data, sha256, valid_from, note, drafted_by, published_by, published_at)
       select $1, $2, 1, $3, $4, '2026-01-01', 'shipped', 'system', 'system', $5
       where not exists (select from reference_version where kind = $2) on conflict (kind, number) do nothing`,
      [newId(), kind, JSON.stringify(data), digestOf(data), now()],
    );
    made += rowCount ?? 0;
  }
  return made;
}

/** Editions never change, so a process reads each of them once. */
const read = new Map<string, Edition>();
const KEPT = 40;

async function edition(tx: Tx, row: Row): Promise<Edition> {
  const known = read.get(row.id);
  if (known) return known;
  const { rows } = await tx.query<{ data: unknown }>("select data from reference_version where id = $1", [row.id]);
  const { id, kind, number, valid_from: validFrom } = row;
  const parsed = { id, kind, number, validFrom, data: kinds[kind].schema.parse(rows[0]?.data) } as Edition;
  if (read.size >= KEPT) read.delete(read.keys().next().value!);
  read.set(id, parsed);
  return parsed;
}

/** Everything advice rests on at an instant, and by which editions. */
export interface Book extends AdviceBook {
  editions: Editions;
}

const books = new Map<string, Book>();

/**
 * The editions in force at `when`: one small query, and the rest from memory. In a database where nothing was ever
 * published, what ships is published first.
 */
export async function catalogueAt({ pool }: Pick<Platform, "pool">, when: Date): Promise<Book> {
  const rows = await inForce(pool, when);
  if (rows.length === editionKinds.length) return bookOf(pool, rows);
  await loadCatalogue({ pool, now: () => when });
  return bookOf(pool, await inForce(pool, when));
}

const inForce = async (tx: Tx, when: Date): Promise<Row[]> =>
  (
    await tx.query<Row & Record<string, unknown>>(
      `select distinct on (kind) id, kind, number, valid_from from reference_version where valid_from <= $1
       order by kind, valid_from desc, number desc`,
      [when],
    )
  ).rows;

/** The editions by which something was decided. @throws when one of them is not there */
export async function catalogueBy({ pool }: Pick<Platform, "pool">, editions: Editions): Promise<Book> {
  const { rows } = await pool.query<Row>(
    `select id, kind, number, valid_from from reference_version
     where (kind, number) in (select key, value::int from jsonb_each_text($1::jsonb)) order by kind`,
    [JSON.stringify(editions)],
  );
  return bookOf(pool, rows);
}

async function bookOf(tx: Tx, rows: Row[]): Promise<Book> {
  if (rows.length !== editionKinds.length) throw new Error("the catalogue was not loaded, or not all of it");
  const key = rows.map((row) => row.id).join();
  const known = books.get(key);
  if (known) return known;
  const found = Object.fromEntries(
    await Promise.all(rows.map(async (row) => [row.kind, await edition(tx, row)] as const)),
  ) as { [K in EditionKind]: Edition<K> };
  const book: Book = {
    guide: guideOf(found.catalogue.data),
    prices: priceList({ fees: found.fees.data, rates: found.rates.data }, found.catalogue.data),
    restrictions: found.restrictions.data,
    opening: found.opening.data,
    editions: Object.fromEntries(editionKinds.map((kind) => [kind, found[kind].number])) as Editions,
  };
  if (books.size >= KEPT) books.delete(books.keys().next().value!);
  books.set(key, book);
  return book;
}

/** Why an edition was not published, as message keys of words.ts. */
export class NotPublished extends Error {
  readonly problem: "sameAsBefore" | "outdated" | "ownDraft" | "notThere" | "inThePast" | "changedSince";
  constructor(problem: NotPublished["problem"]) {
    super(`not published: ${problem}`);
    this.name = "NotPublished";
    this.problem = problem;
  }
}

/** Keeps a draft of a new edition. Its data must be parsed and whole already. @throws NotPublished when nothing differs */
export async function draftEdition(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { kind, data, note, by }: { kind: EditionKind; data: unknown; note: string; by: string },
): Promise<string> {
  const latest = await newest(pool, kind);
  if (latest.sha256 === digestOf(data)) throw new NotPublished("sameAsBefore");
  const id = newId();
  await pool.query(
    "insert into reference_draft (id, kind, data, based_on, note, drafted_by, drafted_at) values ($1,$2,$3,$4,$5,$6,$7)",
    [id, kind, JSON.stringify(data), latest.number, note, by, now()],
  );
  return id;
}

/** The newest edition of what is sold, whether it counts already or not: what the next one builds on. */
export async function newestCatalogue(tx: Tx): Promise<Catalogue> {
  const { rows } = await tx.query<{ data: unknown }>(
    "select data from reference_version where kind = 'catalogue' order by number desc limit 1",
  );
  return Catalogue.parse(rows[0]?.data);
}

/** Changes a draft of one's own. @throws NotPublished when it is gone, or nothing differs from the newest edition any more */
export async function redraft(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { draftId, data, note, by }: { draftId: string; data: unknown; note: string; by: string },
): Promise<string> {
  const latest = await newest(pool, "catalogue");
  if (latest.sha256 === digestOf(data)) throw new NotPublished("sameAsBefore");
  const { rowCount } = await pool.query(
    "update reference_draft set data = $3, note = $4, drafted_at = $5 where id = $1 and drafted_by = $2",
    [draftId, by, JSON.stringify(data), note, now()],
  );
  if (!rowCount) throw new NotPublished("notThere");
  return draftId;
}

const newest = async (tx: Tx, kind: EditionKind): Promise<{ number: number; sha256: string }> => {
  const { rows } = await tx.query<{ number: number; sha256: string }>(
    "select number, sha256 from reference_version where kind = $1 order by number desc limit 1",
    [kind],
  );
  if (!rows[0]) throw new Error("the catalogue was not loaded");
  return rows[0];
};

/**
 * Puts a draft in force as it was looked at from an instant on: by somebody else than its author, and only while it still builds on the newest edition.
 *
 * @throws NotPublished
 */
export async function publishDraft(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { draftId, by, validFrom, seenAt }: { draftId: string; by: string; validFrom: Date; seenAt?: string },
): Promise<number> {
  // A minute's grace, for "from now on" is said before it is done.
  if (validFrom.getTime() < now().getTime() - 60_000) throw new NotPublished("inThePast");
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{
      kind: EditionKind;
      data: unknown;
      based_on: number;
      note: string;
      drafted_by: string;
      drafted_at: Date;
    }>("select kind, data, based_on, note, drafted_by, drafted_at from reference_draft where id = $1 for update", [
      draftId,
    ]);
    const draft = rows[0];
    if (!draft) throw new NotPublished("notThere");
    if (draft.drafted_by === by) throw new NotPublished("ownDraft");
    if (seenAt !== undefined && draft.drafted_at.toISOString() !== seenAt) throw new NotPublished("changedSince");
    await tx.query("select pg_advisory_xact_lock(hashtext($1))", [`edition ${draft.kind}`]);
    const { number } = await newest(tx, draft.kind);
    if (number !== draft.based_on) throw new NotPublished("outdated");
    const data = kinds[draft.kind].schema.parse(draft.data);
    await tx.query(
      `insert into reference_version (id, kind, number, data, sha256, valid_from, note, drafted_by, published_by, published_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [
        newId(),
        draft.kind,
        number + 1,
        JSON.stringify(data),
        digestOf(data),
        validFrom,
        draft.note,
        draft.drafted_by,
        by,
        now(),
      ],
    );
    await tx.query("delete from reference_draft where id = $1", [draftId]);
    return number + 1;
  });
}
