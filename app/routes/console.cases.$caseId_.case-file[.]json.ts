import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportCase } from "#app/audit/index.server.ts";
import { requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard } from "#app/cases/index.server.ts";
import { isId } from "#app/platform/ids.ts";

/** The whole log of a case, signed: for whoever has to answer for it, inside the house or outside. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(context.platform, request, "auditor", "admin");
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  const { view } = await caseAndCard(context, params.caseId);
  const text = await exportCase(context.platform, view);
  context.platform.log.info({ caseId: view.id, actor: actor.id }, "case file exported");
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${view.publicId}.json"`,
    },
  });
}
