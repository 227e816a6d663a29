import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseAndCard, memberOf } from "#app/cases/index.server.ts";
import { contractAnswer } from "#app/contract/index.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  const { view } = await caseAndCard(args.context, caseId);
  const save = new URL(args.request.url).searchParams.has("download");
  return contractAnswer(args.context.platform, {
    caseId,
    contractId: view.context.contract?.id,
    publicId: view.publicId,
    save,
  });
}
