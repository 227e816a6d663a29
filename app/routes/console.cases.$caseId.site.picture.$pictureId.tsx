import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import { pictureResponse } from "#app/site/app-pictures.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(context.platform, request);
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  return pictureResponse(context.platform, params.caseId, params.pictureId);
}
