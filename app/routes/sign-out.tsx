import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession, viewerOf } from "#app/auth/index.server.ts";

/** Ends the session here; whoever came by a link only goes to the first page. */
export async function action({ request, context: { platform } }: ActionFunctionArgs) {
  const viewer = await viewerOf(platform, request);
  const headers = await endSession(platform, request);
  return redirect(viewer?.kind === "staff" ? "/staff/sign-in" : "/", { headers });
}

export const loader = () => redirect("/");
