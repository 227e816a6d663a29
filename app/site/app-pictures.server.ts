import { z } from "zod";
import { flow } from "#app/auth/index.server.ts";
import type { Actor } from "#app/engine/index.server.ts";
import {
  answerUpload,
  DocumentRefused,
  fileAnswer,
  type Received,
  receiveDocument,
  type Upload,
} from "#app/kyc/index.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { UploadAnswer } from "#app/ui/upload.ts";
import { type AppPicture, type PictureSubject, pictureSubjects } from "./app-pictures.ts";

type Parts = Pick<Platform, "pool" | "now" | "storage" | "config">;

const PICTURES = ["image/png", "image/jpeg"] as const;
/** Enough for the way from a product to the payment on a phone, step by step. */
export const PICTURES_EACH = 10;
/** Those taken out count too: their objects are kept. */
export const PICTURES_A_CASE = 100;
const PACE = { burst: 40, everyMs: 3_000 };
const Fields = z.object({ shows: z.enum(pictureSubjects), _key: z.uuid() });

/** While nobody reviews them: what a reviewer looks at does not change under their eyes. */
const MAY_CHANGE = `exists (select 1 from subject where id = $1 and status = 'active' and context->'hold' = 'null'::jsonb
  and states && array['application.site.unchecked', 'application.site.checking', 'application.site.checked'])`;

/**
 * Takes a picture of the app: judged and stored while it comes in, like a paper of the KYC. Whatever goes wrong,
 * nothing stays behind.
 *
 * @returns message keys `file.*` and `picture.*` of the room's words
 */
export async function takePicture(
  parts: Parts,
  request: Request,
  { caseId, actor }: { caseId: string; actor: Actor },
): Promise<UploadAnswer & { shows?: PictureSubject }> {
  return answerUpload(request, (upload) => take(parts, upload, caseId, actor));
}

async function take(
  parts: Parts,
  upload: Upload,
  caseId: string,
  actor: Actor,
): Promise<UploadAnswer & { shows?: PictureSubject }> {
  const fields = Fields.safeParse(upload.fields).data;
  if (!fields) throw new Response(null, { status: 400 });
  const { shows, _key: key } = fields;
  const problem = (why: string) => ({ ok: false as const, problem: why, shows });
  const pace = await flow(parts, `picture by ${actor.id}`, PACE);
  if (!pace.ok) return problem(`picture.tooFast:${pace.retryInSeconds}`);
  if (await isFull(parts, caseId, shows)) return problem(`picture.tooMany:${PICTURES_EACH}`);

  const id = newId();
  const objectName = `site/${caseId}/app/${id}`;
  let received: Received;
  try {
    received = await receiveDocument(parts.storage, { ...upload, only: PICTURES }, objectName);
  } catch (error) {
    if (error instanceof DocumentRefused) return problem(`file.${error.refusal}`);
    throw error;
  }
  const { sha256, bytes, name, facts } = received;
  let isKept = false;
  try {
    const uploadKey = `${caseId}/${key}/${shows}/${sha256}`;
    const twice = await parts.pool.query<{ upload_key: string }>(
      "select upload_key from site_app_picture where case_id = $1 and shows = $2 and sha256 = $3 and removed_at is null",
      [caseId, shows, sha256],
    );
    // The same form again has been answered; the same picture in another form is a slip.
    if (twice.rows.length > 0)
      return twice.rows.some((row) => row.upload_key === uploadKey) ? { ok: true, shows } : problem("picture.twice");
    const { rowCount } = await parts.pool.query(
      `insert into site_app_picture (id, case_id, shows, name, type, bytes, sha256, width, height, object_name, upload_key, uploaded_by, uploaded_at)
       select $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 where ${MAY_CHANGE}
       on conflict (upload_key) do nothing`,
      [
        caseId,
        id,
        shows,
        name,
        facts.type,
        bytes,
        sha256,
        facts.width,
        facts.height,
        objectName,
        uploadKey,
        actor.id,
        parts.now(),
      ],
    );
    isKept = rowCount === 1;
    if (isKept) return { ok: true, shows };
    // Pressed twice, both at once: the other one has it.
    const other = await parts.pool.query(
      "select 1 from site_app_picture where upload_key = $1 and removed_at is null",
      [uploadKey],
    );
    return other.rowCount ? { ok: true, shows } : problem("picture.notNow");
  } finally {
    if (!isKept) await parts.storage.remove(objectName);
  }
}

async function isFull({ pool }: Pick<Parts, "pool">, caseId: string, shows: PictureSubject): Promise<boolean> {
  const { rows } = await pool.query<{ here: string; all: string }>(
    "select count(*) filter (where shows = $2 and removed_at is null) as here, count(*) as all from site_app_picture where case_id = $1",
    [caseId, shows],
  );
  return Number(rows[0]?.here) >= PICTURES_EACH || Number(rows[0]?.all) >= PICTURES_A_CASE;
}

/** Takes a picture out, as long as nobody reviews it. @returns whether it could be done */
export async function removePicture(
  { pool, now }: Pick<Parts, "pool" | "now">,
  caseId: string,
  pictureId: string,
): Promise<boolean> {
  if (!isId(pictureId)) return false;
  const { rowCount } = await pool.query(
    `update site_app_picture set removed_at = coalesce(removed_at, $3) where case_id = $1 and id = $2 and ${MAY_CHANGE}`,
    [caseId, pictureId, now()],
  );
  return rowCount === 1;
}

/** The pictures that count, in the order in which they came. */
export async function picturesOf(
  { pool }: Pick<Parts, "pool">,
  caseId: string,
): Promise<(AppPicture & { sha256: string })[]> {
  const { rows } = await pool.query<AppPicture & { sha256: string }>(
    `select id, shows, name, bytes, width, height, sha256 from site_app_picture
     where case_id = $1 and removed_at is null order by uploaded_at, id`,
    [caseId],
  );
  return rows;
}

/** One picture of one case, under the sandbox of every uploaded file. Whoever asks has been let in before. */
export async function pictureResponse(
  { pool, storage }: Pick<Parts, "pool" | "storage">,
  caseId: string,
  pictureId: string | undefined,
): Promise<Response> {
  const nothing = () => new Response(null, { status: 404 });
  if (!isId(pictureId)) return nothing();
  const { rows } = await pool.query<{
    name: string;
    type: (typeof PICTURES)[number];
    bytes: number;
    object_name: string;
  }>("select name, type, bytes, object_name from site_app_picture where id = $1 and case_id = $2", [pictureId, caseId]);
  const picture = rows[0];
  const body = picture && (await storage.get(picture.object_name));
  return picture && body ? fileAnswer(picture, body, "look") : nothing();
}
