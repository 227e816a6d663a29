import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { FormValues } from "#app/ui/form/index.ts";
import { hashToken, newToken, readToken, tokenCookie } from "./cookie.server.ts";
import { forgetTomorrow } from "./forget.server.ts";
import { type SectionName, sectionNames } from "./inquiry.schema.ts";

type Parts = Pick<Platform, "pool" | "now" | "config">;

/**
 * What the forms hold, section by section, as typed: whole or not, right or wrong. `ways` holds a field for each country,
 * so that two people choosing for two countries are not in each other's way.
 */
export type Answers = { [section in SectionName]?: FormValues };

export interface Draft {
  id: string;
  userId: string | null;
  answers: Answers;
  version: number;
  changedAt: Date;
  submittedAt: Date | null;
  caseIds: string[];
}

interface Row {
  id: string;
  user_id: string | null;
  answers: Answers;
  touched: Record<string, number>;
  version: number;
  changed_at: Date;
  submitted_at: Date | null;
  case_ids: string[];
}

const draftOf = (row: Row): Draft => ({
  id: row.id,
  userId: row.user_id,
  answers: row.answers,
  version: row.version,
  changedAt: row.changed_at,
  submittedAt: row.submitted_at,
  caseIds: row.case_ids,
});

/** Larger than any honest inquiry: what is beyond it was not typed into our forms. */
const MOST_CHARACTERS = 40_000;

/**
 * The draft a visitor is writing: of this browser, else the newest of the account. A draft of this browser that nobody owns
 * yet becomes the account's, so that another device finds it. A session that ran out takes nothing away: the browser keeps
 * its key until somebody signs out ({@link leaveDraft}); another account at the same browser does not see it.
 *
 * @param userId of whoever is signed in, merchants only
 */
export async function findDraft(
  { pool, config }: Parts,
  request: Request,
  userId: string | null,
): Promise<Draft | null> {
  const token = readToken(request, config);
  if (!token && !userId) return null;
  const { rows } = await pool.query<Row>(
    `select * from inquiry_draft where submitted_at is null
       and ((token_hash = $1 and (user_id is null or user_id = $2 or $2::uuid is null)) or user_id = $2)
     order by (token_hash = $1) desc, changed_at desc limit 1`,
    [token ? hashToken(token) : "", userId],
  );
  const row = rows[0];
  if (!row) return null;
  if (userId && !row.user_id) {
    await pool.query("update inquiry_draft set user_id = $2 where id = $1 and user_id is null", [row.id, userId]);
  }
  return draftOf({ ...row, user_id: row.user_id ?? userId });
}

/** Signing out: what this browser was writing becomes the account's, and the browser forgets it. @returns a `Set-Cookie` value */
export async function leaveDraft({ pool, config }: Parts, request: Request, userId: string): Promise<string> {
  const token = readToken(request, config);
  if (token) {
    await pool.query("update inquiry_draft set user_id = $2 where token_hash = $1 and user_id is null", [
      hashToken(token),
      userId,
    ]);
  }
  return tokenCookie(null, config);
}

/** Begins a draft and hands the browser its key. @returns the draft, and a `Set-Cookie` value */
export const beginDraft = (parts: Parts, userId: string | null): Promise<{ draft: Draft; cookie: string }> =>
  beginDraftWith(parts.pool, parts, { userId });

/**
 * The same in the caller's transaction, with answers there already: given by somebody else, and agreed to by the visitor.
 *
 * @param prefill as the forms would hold it; judged, like everything typed, where it is shown
 */
export async function beginDraftWith(
  tx: Tx,
  { now, config }: Pick<Parts, "now" | "config">,
  { userId, prefill = {} }: { userId: string | null; prefill?: Answers },
): Promise<{ draft: Draft; cookie: string }> {
  const token = newToken();
  const { rows } = await tx.query<Row & Record<string, unknown>>(
    `insert into inquiry_draft (id, token_hash, user_id, answers, touched, version, created_at, changed_at, case_ids)
     values ($1, $2, $3, $5, '{}', 0, $4, $4, '{}') returning *`,
    [newId(), hashToken(token), userId, now(), JSON.stringify(prefill)],
  );
  await forgetTomorrow(tx, now());
  return { draft: draftOf(rows[0]!), cookie: tokenCookie(token, config) };
}

/** A field that somebody else changed since the page was loaded. Theirs stands; nothing was overwritten. */
export interface Conflict {
  field: string;
  theirs: unknown;
}

export interface Saved {
  version: number;
  answers: Answers;
  conflicts: Conflict[];
  /** Fields of the section that somebody else changed since `base`, and nobody here touched. */
  others: Conflict[];
}

/**
 * Keeps what a form of one section holds. Fields are judged one by one: what somebody else changed since `base` and now
 * differs is left as it is and named; all the rest is kept.
 *
 * @param fields the section's fields as typed; those not given stay
 * @param base the version the page was made from
 * @returns `null` when the draft was sent meanwhile, or there is none
 */
export const saveSection = (
  { pool, now }: Pick<Parts, "pool" | "now">,
  { draftId, section, fields, base }: { draftId: string; section: SectionName; fields: FormValues; base: number },
): Promise<Saved | null> =>
  inTransaction(pool, async (tx) => {
    const row = await lock(tx, draftId);
    if (!row || row.submitted_at) return null;
    const before = row.answers[section] ?? {};
    const version = row.version + 1;
    const conflicts: Conflict[] = [];
    const after: FormValues = { ...before };
    const touched = { ...row.touched };
    for (const [field, value] of Object.entries(fields)) {
      if (same(before[field], value)) continue;
      if ((touched[`${section}.${field}`] ?? 0) > base) {
        conflicts.push({ field, theirs: before[field] ?? null });
        continue;
      }
      after[field] = value;
      touched[`${section}.${field}`] = version;
    }
    const answers = { ...row.answers, [section]: after };
    const others = Object.entries(before).flatMap(([field, theirs]) =>
      !(field in fields) && (row.touched[`${section}.${field}`] ?? 0) > base ? [{ field, theirs }] : [],
    );
    if (same(before, after)) return { version: row.version, answers, conflicts, others };
    const text = JSON.stringify(answers);
    if (text.length > MOST_CHARACTERS) throw new RangeError("a draft larger than our forms can make");
    await tx.query("update inquiry_draft set answers = $2, touched = $3, version = $4, changed_at = $5 where id = $1", [
      draftId,
      text,
      JSON.stringify(touched),
      version,
      now(),
    ]);
    return { version, answers, conflicts, others };
  });

const lock = async (tx: Tx, draftId: string): Promise<Row | undefined> =>
  (await tx.query<Row & Record<string, unknown>>("select * from inquiry_draft where id = $1 for update", [draftId]))
    .rows[0];

const same = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);

/** As JSON with keys in order; empty and absent are the same answer. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== "object" || value === null)
    return value === undefined || value === "" ? "" : JSON.stringify(value);
  const entries = Object.entries(value)
    .map(([key, held]) => [key, sorted(held)] as const)
    .filter(([, held]) => held !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? "" : `{${entries.map(([key, held]) => `${key}:${held}`).join()}}`;
}

export const isSection = (text: unknown): text is SectionName => (sectionNames as readonly unknown[]).includes(text);
