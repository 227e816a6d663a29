import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { wayBack } from "#app/psp/index.server.ts";

/** Sends the buyer back to the shop, with the signed outcome. */
export async function loader({ params, context: { platform } }: LoaderFunctionArgs) {
  const url = await wayBack(platform, params.orderRef);
  if (!url) throw new Response(null, { status: 404 });
  return redirect(url);
}
