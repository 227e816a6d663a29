import { flow } from "#app/auth/index.server.ts";
import type { Actor, CaseView } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { UploadAnswer } from "#app/ui/upload.ts";
import type { Line } from "./checklist.server.ts";
import { MAX_BYTES_PER_CASE, MAX_FILES_PER_CASE } from "./document-check/limits.ts";
import { type Received, receiveDocument } from "./document-check/receive-document.server.ts";
import { DocumentRefused } from "./document-check/refused.ts";
import { aged } from "./edit-paper.server.ts";
import { changePaper, openLine } from "./papers.server.ts";
import { answerUpload, type Upload } from "./read-upload.server.ts";

type Parts = Pick<Platform, "pool" | "now" | "log" | "storage" | "config">;

/** A whole folder of papers at once, then one every few seconds: more is no merchant. */
const PACE = { burst: 60, everyMs: 5_000 };

/** A paper of many photographs is one PDF; more single files than this are somebody's mistake. */
const MAX_FILES_PER_ITEM = 10;

/**
 * Takes a document for an item of the checklist: judged and stored while it comes in, then part of the item, which is handed in
 * by that when nothing else is missing. Whatever goes wrong, nothing stays behind.
 *
 * @returns message keys `file.*` and `paper.*`; the item is the one posted
 */
export async function takeUpload(
  parts: Parts,
  request: Request,
  { view, actor }: { view: CaseView; actor: Actor },
): Promise<UploadAnswer & { item?: string }> {
  return answerUpload(request, (upload) => take(parts, upload, view, actor));
}

async function take(
  parts: Parts,
  upload: Upload,
  view: CaseView,
  actor: Actor,
): Promise<UploadAnswer & { item?: string }> {
  const { item = "", _key: key = "" } = upload.fields;
  const problem = (why: string) => ({ ok: false as const, problem: why, item });
  const found = await openLine(parts, view, item);
  if ("problem" in found) return problem(found.problem);
  const pace = await flow(parts, `upload by ${actor.id}`, PACE);
  if (!pace.ok) return problem(`file.tooFast:${pace.retryInSeconds}`);
  const full = await fullness(parts, view.id, found.line);
  if (full) return problem(full);

  const id = newId();
  const objectName = `kyc/${view.id}/${id}`;
  let received: Received;
  try {
    received = await receiveDocument(parts.storage, upload, objectName);
  } catch (error) {
    if (error instanceof DocumentRefused) return problem(`file.${error.refusal}`);
    throw error;
  }
  let isKept = false;
  try {
    const uploadKey = `${key}/${item}/${received.sha256}`;
    const twice = await parts.pool.query<{ upload_key: string }>(
      "select upload_key from kyc_file where case_id = $1 and item = $2 and sha256 = $3 and removed_at is null",
      [view.id, item, received.sha256],
    );
    // The same form again: what it asked for has been done. The same paper in another form is a slip.
    if (twice.rows.length > 0)
      return twice.rows.some((row) => row.upload_key === uploadKey) ? { ok: true, item } : problem("file.twice");
    const line = withFile(parts, view, found.line, { id, received, at: parts.now() });
    const refused = await changePaper(parts, { view, actor, key: uploadKey }, line, async (tx) => {
      // After a refusal the paper begins anew: what was refused is not mixed with what mends it.
      if (found.line.state === "refused") {
        await tx.query("update kyc_file set removed_at = $3 where case_id = $1 and item = $2 and removed_at is null", [
          view.id,
          item,
          parts.now(),
        ]);
        await tx.query("delete from kyc_draft where case_id = $1 and item = $2", [view.id, item]);
      }
      await tx.query(
        `insert into kyc_file (id, case_id, item, name, type, bytes, sha256, pages, width, height, object_name, upload_key, uploaded_by, uploaded_at)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)`,
        [
          id,
          view.id,
          item,
          received.name,
          received.facts.type,
          received.bytes,
          received.sha256,
          received.facts.pages,
          received.facts.width,
          received.facts.height,
          objectName,
          uploadKey,
          actor.id,
          parts.now(),
        ],
      );
    });
    if (refused) return problem("paper.notNow");
    isKept = true;
    return { ok: true, item };
  } finally {
    if (!isKept) await parts.storage.remove(objectName);
  }
}

function withFile(
  parts: Parts,
  view: CaseView,
  line: Line,
  { id, received, at }: { id: string; received: Received; at: Date },
): Line {
  const file = { id, name: received.name, ...received.facts, bytes: received.bytes, uploadedAt: at };
  const fresh = line.state === "refused" ? { ...line, files: [], issuedOn: null, validUntilOn: null } : line;
  return aged(parts, { view }, { ...fresh, files: [...fresh.files, file] });
}

async function fullness({ pool }: Parts, caseId: string, line: Line): Promise<string | null> {
  if (line.state !== "refused" && line.files.length >= MAX_FILES_PER_ITEM)
    return `paper.tooManyFiles:${MAX_FILES_PER_ITEM}`;
  // Removed files count: their objects are kept.
  const { rows } = await pool.query<{ files: string; bytes: string }>(
    "select count(*) as files, coalesce(sum(bytes), 0) as bytes from kyc_file where case_id = $1",
    [caseId],
  );
  const { files = "0", bytes = "0" } = rows[0] ?? {};
  return Number(files) >= MAX_FILES_PER_CASE || Number(bytes) >= MAX_BYTES_PER_CASE ? "file.tooMany" : null;
}
