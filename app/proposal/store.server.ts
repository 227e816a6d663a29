import { type Book, catalogueBy, type Editions } from "#app/catalogue/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Proposal, ProposalChoices } from "#workflows/proposal/compose.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";

/** What is kept of a proposal that was sent: what was chosen, what it was computed from, and what came out. */
export interface SentContent {
  choices: ProposalChoices;
  facts: MerchantFacts;
  proposal: Proposal;
}

export interface SentVersion {
  proposalId: string;
  version: number;
  content: SentContent;
  editions: Editions;
  validUntil: Date;
  sentBy: string;
  sentAt: Date;
}

interface VersionRow {
  proposal_id: string;
  version: number;
  content: SentContent;
  editions: Editions;
  valid_until: Date;
  sent_by: string;
  sent_at: Date;
}

const versionOf = (row: VersionRow): SentVersion => ({
  proposalId: row.proposal_id,
  version: row.version,
  content: row.content,
  editions: row.editions,
  validUntil: row.valid_until,
  sentBy: row.sent_by,
  sentAt: row.sent_at,
});

/** All versions of a case's proposal, newest first. */
export async function readVersions(tx: Tx, caseId: string): Promise<SentVersion[]> {
  const { rows } = await tx.query<VersionRow & Record<string, unknown>>(
    "select * from proposal_version where case_id = $1 order by version desc",
    [caseId],
  );
  return rows.map(versionOf);
}

/** The editions a version was composed with: names and sentences are those of its day. */
export const bookOfVersion = (
  platform: Pick<Platform, "pool">,
  version: Pick<SentVersion, "editions">,
): Promise<Book> => catalogueBy(platform, version.editions);

export interface DraftRow {
  proposalId: string;
  choices: ProposalChoices;
  version: number;
  changedBy: string;
}

/** What an advisor was composing; null when nobody has begun. A draft that no longer fits its schema counts as none. */
export async function readDraft(tx: Tx, caseId: string): Promise<DraftRow | null> {
  const { rows } = await tx.query<{ proposal_id: string; content: unknown; version: number; changed_by: string }>(
    "select proposal_id, content, version, changed_by from proposal_draft where case_id = $1",
    [caseId],
  );
  const row = rows[0];
  const parsed = row && ProposalChoices.safeParse(row.content);
  if (!row || !parsed?.success) return null;
  return { proposalId: row.proposal_id, choices: parsed.data, version: row.version, changedBy: row.changed_by };
}

/**
 * Keeps what an advisor is composing.
 *
 * @param base the version the page was made from, 0 when there was none
 * @returns the new version, or `null` when somebody else saved meanwhile: nothing is overwritten
 */
export const saveDraft = (
  { pool, now }: Pick<Platform, "pool" | "now">,
  { caseId, choices, base, by }: { caseId: string; choices: ProposalChoices; base: number; by: string },
): Promise<number | null> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ version: number }>(
      `insert into proposal_draft (case_id, proposal_id, content, version, changed_by, changed_at) values ($1,$2,$3,$4 + 1,$5,$6)
       on conflict (case_id) do update set content = $3, version = proposal_draft.version + 1, changed_by = $5, changed_at = $6
         where proposal_draft.version = $4 or (proposal_draft.changed_by = $5 and proposal_draft.content = $3::jsonb)
       returning version`,
      [caseId, newId(), JSON.stringify(choices), base, by, now()],
    );
    return rows[0]?.version ?? null;
  });

export interface Note {
  id: string;
  version: number;
  line: number | null;
  kind: "question" | "wish" | "answer";
  about: string | null;
  text: string;
  authorId: string;
  side: "merchant" | "staff";
  at: Date;
}

/** Questions, wishes and answers of a case, oldest first. */
export async function readNotes(tx: Tx, caseId: string): Promise<Note[]> {
  const { rows } = await tx.query<Note & Record<string, unknown>>(
    `select id, version, line, kind, about, text, author_id as "authorId", side, at from proposal_note where case_id = $1 order by at, id`,
    [caseId],
  );
  return rows;
}

/** Files a note; the same id a second time changes nothing. */
export async function addNote(tx: Tx, caseId: string, note: Note): Promise<void> {
  await tx.query(
    `insert into proposal_note (id, case_id, version, line, kind, about, text, author_id, side, at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) on conflict (id) do nothing`,
    [note.id, caseId, note.version, note.line, note.kind, note.about, note.text, note.authorId, note.side, note.at],
  );
}
