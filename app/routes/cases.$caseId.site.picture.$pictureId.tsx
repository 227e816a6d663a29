import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberOf } from "#app/cases/index.server.ts";
import { pictureResponse } from "#app/site/app-pictures.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  return pictureResponse(args.context.platform, caseId, args.params.pictureId);
}
