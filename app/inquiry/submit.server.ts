import { addMember } from "#app/auth/index.server.ts";
import { writeCard } from "#app/cases/index.server.ts";
import { type Book, catalogueAt } from "#app/catalogue/index.server.ts";
import { type Actor, dispatch, openSubject } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ANYWHERE, type Want, wantKey } from "#workflows/catalogue/coverage.ts";
import type { TrackName } from "#workflows/proposal/fees.ts";
import { wishesOf } from "#workflows/proposal/suggest.ts";
import { decideTrack } from "#workflows/proposal/track.ts";
import { type InquiryProblem, judgeInquiry } from "./answers.server.ts";
import type { Answers } from "./draft.server.ts";
import { factsOf } from "./facts.ts";
import type { Inquiry } from "./inquiry.schema.ts";

type Parts = Pick<Platform, "pool" | "now" | "log">;

export type Submitted = { ok: true; caseIds: string[] } | { ok: false; problems: InquiryProblem[] };

interface Opening {
  caseId: string;
  inquiryId: string;
  track: TrackName | null;
  wants: Want[];
}

/**
 * Sends an inquiry: its cases, their teams, cards and answers are one transaction, with a job that finishes what a crash
 * would leave open; then each case is told. Wishes for both tracks make two cases. Sent again, it answers with the same cases.
 *
 * @param viewer the account that proved to own the contact's e-mail
 * @returns the cases, the cross-border one first; or what has to be put right
 */
export async function submitInquiry(
  platform: Parts,
  { draftId, viewer }: { draftId: string; viewer: { userId: string; email: string; lang: Lang } },
): Promise<Submitted> {
  const { pool, now } = platform;
  const book = await catalogueAt(platform, now());
  const done = await inTransaction(pool, async (tx): Promise<Submitted> => {
    const { rows } = await tx.query<{ answers: Answers; case_ids: string[]; submitted_at: Date | null }>(
      "select answers, case_ids, submitted_at from inquiry_draft where id = $1 for update",
      [draftId],
    );
    const draft = rows[0];
    if (!draft) throw new RangeError(`no draft ${draftId}`);
    if (draft.submitted_at) return { ok: true, caseIds: draft.case_ids };
    const judged = judgeInquiry(draft.answers, book);
    if (!judged.ok) return judged;

    const openings = openingsOf(book, judged.value);
    for (const opening of openings)
      await openCase(tx, { draftId, opening, inquiry: judged.value, book, viewer, at: now() });
    const caseIds = openings.map((opening) => opening.caseId);
    await tx.query(
      "update inquiry_draft set submitted_at = $2, case_ids = $3, user_id = $4, version = version + 1 where id = $1",
      [draftId, now(), caseIds, viewer.userId],
    );
    // Should this process end before the cases are told, a worker tells them.
    await tx.query(
      "select graphile_worker.add_job('tellInquiry', $1::json, job_key := $2, run_at := now() + interval '20 seconds')",
      [JSON.stringify({ draftId }), `inquiry/${draftId}`],
    );
    return { ok: true, caseIds };
  });
  if (done.ok) await tellCases(platform, draftId);
  return done;
}

/** One case a track; what nobody can carry goes with the first, so that an advisor sees it. */
function openingsOf(book: Book, inquiry: Inquiry): Opening[] {
  const facts = factsOf(inquiry, book.prices.minorUnits);
  const { wants } = wishesOf(book, facts);
  const { tracks, trackOf } = decideTrack(book, facts, wants);
  const all: (TrackName | null)[] = tracks.length > 0 ? tracks : [null];
  return all.map((track, place) => ({
    caseId: newId(),
    inquiryId: newId(),
    track,
    wants: wants.filter((want) => {
      const own = trackOf[wantKey(want)] ?? null;
      return own === track || (own === null && place === 0);
    }),
  }));
}

interface NewCase {
  draftId: string;
  opening: Opening;
  inquiry: Inquiry;
  book: Book;
  viewer: { userId: string; lang: Lang };
  at: Date;
}

async function openCase(tx: Tx, { draftId, opening, inquiry, book, viewer, at }: NewCase): Promise<void> {
  const { caseId, inquiryId, track, wants } = opening;
  const { business, contact, sales } = inquiry;
  await openSubject(tx, { id: caseId, kind: "onboarding", caseId, actorId: viewer.userId, actorRole: "merchant", at });
  await addMember(tx, { caseId, userId: viewer.userId, role: "owner" });
  await writeCard(
    tx,
    {
      caseId,
      merchantName: business.companyName,
      contactName: contact.name,
      contactEmail: contact.email,
      lang: viewer.lang,
      countries: [...new Set(wants.map((want) => want.country).filter((country) => country !== ANYWHERE))],
      website: business.buyerUrl ?? business.serviceUrl,
      volumeBand: sales.band,
    },
    at,
  );
  await tx.query(
    `insert into inquiry (id, case_id, draft_id, answers, wants, decided, submitted_by, submitted_at) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
    [
      inquiryId,
      caseId,
      draftId,
      JSON.stringify(inquiry),
      JSON.stringify(wants),
      JSON.stringify({ track, editions: book.editions }),
      viewer.userId,
      at,
    ],
  );
}

/** Tells each case of a sent draft that its inquiry is there. Harmless the second time: the key is the inquiry's. */
export async function tellCases(platform: Parts, draftId: string): Promise<void> {
  const { rows } = await platform.pool.query<{ id: string; case_id: string; submitted_by: string }>(
    "select id, case_id, submitted_by from inquiry where draft_id = $1 order by id",
    [draftId],
  );
  for (const { id, case_id: caseId, submitted_by: userId } of rows) {
    const actor: Actor = { id: userId, roles: ["merchant"], via: "session", caseIds: [caseId] };
    const event = { type: "SUBMIT_INQUIRY" as const, inquiryId: id };
    await dispatch(platform, { subject: caseId, event, actor, idempotencyKey: `inquiry/${id}` });
  }
}
