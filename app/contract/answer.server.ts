import { Readable } from "node:stream";
import type { Platform } from "#app/platform/platform.ts";
import { contractFile } from "./contracts.server.ts";

/**
 * A contract's PDF as an answer, to be looked at in our own frame or saved. Whoever asks has been let in to the case.
 *
 * @throws a 404 Response when there is none
 */
export async function contractAnswer(
  platform: Pick<Platform, "pool" | "storage" | "now">,
  {
    caseId,
    contractId,
    publicId,
    save,
  }: { caseId: string; contractId: string | undefined; publicId: string; save: boolean },
): Promise<Response> {
  const file = contractId ? await contractFile(platform, caseId, contractId) : null;
  if (!file) throw new Response(null, { status: 404 });
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `${save ? "attachment" : "inline"}; filename="contract-${publicId}.pdf"`,
      "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "private, no-store",
    },
  });
}
