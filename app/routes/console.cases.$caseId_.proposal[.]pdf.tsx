import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import { proposalPdf } from "#app/proposal/pdf.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args.context.platform, args.request);
  if (!isId(args.params.caseId)) throw new Response(null, { status: 404 });
  return proposalPdf(args, args.params.caseId);
}
