import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { fileResponse } from "#app/kyc/files.server.ts";
import { isId } from "#app/platform/ids.ts";

/** A file of a case, for staff: `?look` shows it in a page of ours, otherwise it is saved. Who opened it stands in the log. */
export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(platform, request, "reviewer", "approver", "advisor", "auditor");
  const { caseId, fileId } = params;
  const asked = new URL(request.url).searchParams.has("look") ? "look" : "download";
  const answer = isId(caseId) ? await fileResponse(platform, caseId, fileId, asked) : null;
  if (!answer) throw new Response(null, { status: 404 });
  platform.log.info({ caseId, fileId, userId: viewer.userId, asked }, "document opened");
  return answer;
}
