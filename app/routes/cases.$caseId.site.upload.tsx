import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { memberOf } from "#app/cases/index.server.ts";
import { takePicture } from "#app/site/app-pictures.server.ts";

/** Takes a picture of an app. Scripts hear JSON; without them the page is shown again, with what was wrong. */
export async function action(args: ActionFunctionArgs) {
  const { caseId, actor } = await memberOf(args);
  const { shows, ...answer } = await takePicture(args.context.platform, args.request, { caseId, actor });
  if (args.request.headers.get("Accept")?.includes("application/json"))
    return Response.json(answer, { status: answer.ok ? 200 : 422 });
  const problem = answer.ok ? "" : `?${new URLSearchParams({ shows: shows ?? "all", problem: answer.problem })}`;
  return redirect(`/cases/${caseId}/site${problem}#app-${shows ?? ""}`);
}
