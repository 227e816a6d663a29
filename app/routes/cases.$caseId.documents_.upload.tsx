import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { anchorOf } from "#app/kyc/document-line.tsx";
import { merchantPage } from "#app/kyc/page.server.ts";
import { takeUpload } from "#app/kyc/uploads.server.ts";

/** Takes one file. Scripts hear JSON; without them the checklist is shown again, with what was wrong. */
export async function action(args: ActionFunctionArgs) {
  const { platform, actor, caseId, view } = await merchantPage(args);
  const { item, ...answer } = await takeUpload(platform, args.request, { view, actor });
  if (args.request.headers.get("Accept")?.includes("application/json")) {
    return Response.json(answer, { status: answer.ok ? 200 : 422 });
  }
  const problem = answer.ok || !item ? "" : `?${new URLSearchParams({ item, problem: answer.problem })}`;
  return redirect(`/cases/${caseId}/documents${problem}${item ? `#${anchorOf(item)}` : ""}`);
}
