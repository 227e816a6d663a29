import type { Tx } from "#app/platform/db/db.server.ts";
import type { Letter } from "#workflows/letters.ts";

/**
 * Files a letter about a note: in the note's own transaction, once however often the note is filed. What is said between
 * the two sides changes nothing about the case, so no chart asks for it.
 */
export async function tellOfNote(tx: Tx, caseId: string, noteId: string, letter: Letter): Promise<void> {
  await tx.query("select graphile_worker.add_job('sendMail', $1::json, job_key := $2)", [
    JSON.stringify({ caseId, subject: caseId, seq: 0, params: letter }),
    `note/${noteId}`,
  ]);
}
