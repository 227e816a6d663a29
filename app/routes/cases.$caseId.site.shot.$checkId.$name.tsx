import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberOf } from "#app/cases/index.server.ts";
import { shotResponse } from "#app/site/shot.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  return shotResponse(args.context.platform, caseId, args.params.checkId, args.params.name);
}
