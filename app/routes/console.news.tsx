import type { LoaderFunctionArgs } from "@remix-run/node";
import { newsOf } from "#app/console/desks.server.ts";
import { staffOf } from "#app/console/load.server.ts";
import { desks } from "#workflows/roles.ts";

/** How much came to a desk since its page was opened: `?desk=reviewer&since=<ISO instant>`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await staffOf(context, request);
  const asked = new URL(request.url).searchParams;
  const desk = desks.find((one) => one === asked.get("desk"));
  const since = new Date(asked.get("since") ?? "");
  if (!desk || Number.isNaN(since.getTime())) throw new Response(null, { status: 404 });
  return { fresh: await newsOf(context.platform, desk, since) };
}
