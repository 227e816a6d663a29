import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard, onceARequest } from "#app/cases/index.server.ts";
import { isId } from "#app/platform/ids.ts";

/** Who of the house is there: any role. Read once a request. */
export const staffOf = (context: AppLoadContext, request: Request) =>
  onceARequest(context, "staff", () => requireStaff(context.platform, request));

/** The case of the address with its card, for any of the staff. @throws 404 for what is no id, or no case */
export async function staffCaseOf({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { viewer, actor } = await staffOf(context, request);
  const caseId = params.caseId?.toLowerCase();
  if (!isId(caseId)) throw new Response(null, { status: 404 });
  return { viewer, actor, caseId, ...(await caseAndCard(context, caseId)) };
}
