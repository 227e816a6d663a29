import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard } from "#app/cases/index.server.ts";
import { contractAnswer } from "#app/contract/index.server.ts";
import { isId } from "#app/platform/ids.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(context.platform, request);
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  const { view } = await caseAndCard(context, params.caseId);
  const save = new URL(request.url).searchParams.has("download");
  return contractAnswer(context.platform, {
    caseId: view.id,
    contractId: view.context.contract?.id,
    publicId: view.publicId,
    save,
  });
}
