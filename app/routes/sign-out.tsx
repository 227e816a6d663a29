import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession, viewerOf } from "#app/auth/index.server.ts";
import { leaveDraft } from "#app/inquiry/index.server.ts";

/** Ends the session here, and takes the draft of an inquiry from this browser into the account; whoever came by a link only goes to the first page. */
export async function action({ request, context: { platform } }: ActionFunctionArgs) {
  const viewer = await viewerOf(platform, request);
  const headers = await endSession(platform, request);
  if (viewer?.kind === "merchant") headers.append("Set-Cookie", await leaveDraft(platform, request, viewer.userId));
  return redirect(viewer?.kind === "staff" ? "/staff/sign-in" : "/", { headers });
}

export const loader = () => redirect("/");
