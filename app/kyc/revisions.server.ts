import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { SavedAccount, SavedBusiness, SavedPeople } from "./saved.ts";

export const dataItems = ["data:business", "data:people", "data:settlementAccount"] as const;
export type DataItem = (typeof dataItems)[number];

export interface Revision<Body> {
  id: string;
  body: Body;
  savedBy: string;
  savedAt: Date;
  /** Sealed text of what could hurt; opened by `unseal`. */
  sealed: string | null;
}

/** The newest saving of each form; null where nothing was saved yet. */
export interface Revisions {
  business: Revision<SavedBusiness> | null;
  people: Revision<SavedPeople> | null;
  account: Revision<SavedAccount> | null;
}

interface Row {
  id: string;
  item: string;
  body: unknown;
  sealed: string | null;
  saved_by: string;
  saved_at: Date;
}

const readAs = <Body>(row: Row | undefined, parse: (body: unknown) => Body): Revision<Body> | null =>
  row ? { id: row.id, body: parse(row.body), sealed: row.sealed, savedBy: row.saved_by, savedAt: row.saved_at } : null;

/** What the merchant has filled in last, in one query. */
export async function latestRevisions({ pool }: Pick<Platform, "pool">, caseId: string): Promise<Revisions> {
  const { rows } = await pool.query<Row>(
    "select distinct on (item) id, item, body, sealed, saved_by, saved_at from kyc_revision where case_id = $1 order by item, saved_at desc, id desc",
    [caseId],
  );
  const of = (item: DataItem) => rows.find((row) => row.item === item);
  return {
    business: readAs(of("data:business"), (body) => SavedBusiness.parse(body)),
    people: readAs(of("data:people"), (body) => SavedPeople.parse(body)),
    account: readAs(of("data:settlementAccount"), (body) => SavedAccount.parse(body)),
  };
}

/** The two newest savings of one form, newest first: what changed since last time. */
export async function lastTwo({ pool }: Pick<Platform, "pool">, caseId: string, item: DataItem): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    "select id, item, body, sealed, saved_by, saved_at from kyc_revision where case_id = $1 and item = $2 order by saved_at desc, id desc limit 2",
    [caseId, item],
  );
  return rows;
}

interface Saving {
  caseId: string;
  item: DataItem;
  body: object;
  /** Sealed before it is written. */
  secret?: object;
  by: string;
}

/** A row to be inserted with the event that speaks of it: the id is made first, for the event names it. */
export function newRevision(
  { vault, now }: Pick<Platform, "vault" | "now">,
  { caseId, item, body, secret, by }: Saving,
) {
  const id = newId();
  const sealed = secret ? vault.seal(JSON.stringify(secret), aboutOf(id)) : null;
  const at = now();
  return {
    id,
    insert: async (tx: Tx): Promise<void> => {
      await tx.query(
        "insert into kyc_revision (id, case_id, item, body, sealed, saved_by, saved_at) values ($1,$2,$3,$4,$5,$6,$7)",
        [id, caseId, item, JSON.stringify(body), sealed, by, at],
      );
    },
  };
}

const aboutOf = (id: string) => `kyc_revision.sealed/${id}`;

/** @returns what was sealed with a revision; null when nothing was */
export const unseal = (
  { vault }: Pick<Platform, "vault">,
  { id, sealed }: Pick<Revision<unknown>, "id" | "sealed">,
): unknown => (sealed === null ? null : JSON.parse(vault.open(sealed, aboutOf(id))));
