import { Readable } from "node:stream";
import { isId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

const NAME = /^[a-z]{3,20}-\d\.jpg$/;

/**
 * A picture of a place on a shop, to those who may see the case. The name is of our own making; anything else is a 404.
 * Whoever calls has been let in already.
 */
export async function shotResponse(
  { pool, storage }: Pick<Platform, "pool" | "storage">,
  caseId: string,
  checkId: string | undefined,
  name: string | undefined,
): Promise<Response> {
  const nothing = () => new Response(null, { status: 404 });
  if (!isId(checkId) || !name || !NAME.test(name)) return nothing();
  const { rowCount } = await pool.query("select 1 from site_check where id = $1 and case_id = $2", [checkId, caseId]);
  if (!rowCount) return nothing();
  const picture = await storage.get(`site/${caseId}/${checkId}/${name}`);
  if (!picture) return nothing();
  return new Response(Readable.toWeb(picture) as ReadableStream, {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, max-age=3600, immutable",
    },
  });
}
