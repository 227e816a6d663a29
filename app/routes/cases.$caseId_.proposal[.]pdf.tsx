import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberOf } from "#app/cases/index.server.ts";
import { proposalPdf } from "#app/proposal/pdf.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  return proposalPdf(args, caseId);
}
