import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import { shotResponse } from "#app/site/shot.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(context.platform, request);
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  return shotResponse(context.platform, params.caseId, params.checkId, params.name);
}
