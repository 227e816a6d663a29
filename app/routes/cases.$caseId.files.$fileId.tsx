import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberOf } from "#app/cases/index.server.ts";
import { fileResponse } from "#app/kyc/files.server.ts";

/** A file of the merchant's own case. */
export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  const answer = await fileResponse(args.context.platform, caseId, args.params.fileId, "download");
  if (!answer) throw new Response(null, { status: 404 });
  return answer;
}
