import { Readable } from "node:stream";
import { isId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type DocumentType, extensionOf } from "./document-check/file-type.ts";

interface Row {
  name: string;
  type: DocumentType;
  bytes: number;
  object_name: string;
}

/**
 * One file of one case as an answer. Whoever asks has been let in to the case before.
 *
 * Every file comes under a sandboxing policy, PDFs too: pages of ours draw them (docs/decisions/040-documents-in-the-browser.md). The
 * type is ours, decided by content, and may not be guessed otherwise.
 *
 * @param asked `download` saves it, `look` shows it inside our own pages
 * @returns null when there is no such file in that case
 */
export async function fileResponse(
  { pool, storage }: Pick<Platform, "pool" | "storage">,
  caseId: string,
  fileId: string | undefined,
  asked: "download" | "look",
): Promise<Response | null> {
  if (!isId(fileId)) return null;
  const { rows } = await pool.query<Row & Record<string, unknown>>(
    "select name, type, bytes, object_name from kyc_file where id = $1 and case_id = $2",
    [fileId, caseId],
  );
  const file = rows[0];
  const body = file && (await storage.get(file.object_name));
  return file && body ? answer(file, body, asked) : null;
}

const SANDBOXED =
  "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

export function answer(
  file: { name: string; type: DocumentType; bytes: number | null },
  body: Readable,
  asked: "download" | "look",
): Response {
  const look = asked === "look";
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": file.type,
      ...(file.bytes === null ? {} : { "Content-Length": String(file.bytes) }),
      "Content-Disposition": disposition(look ? "inline" : "attachment", file.name, extensionOf[file.type]),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": SANDBOXED,
      "Cache-Control": "private, no-store",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
}

/** RFC 6266: a plain name for the old, the real one for everybody else. The ending is that of the content. */
function disposition(kind: "inline" | "attachment", name: string, ending: string): string {
  const stem = name.replace(/\.[^.]{1,5}$/, "") || "document";
  const plain = `${stem}.${ending}`.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const full = encodeURIComponent(`${stem}.${ending}`).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
