import type { LoaderFunctionArgs } from "@remix-run/node";
import { findFor } from "#app/console/find.server.ts";
import { staffOf } from "#app/console/load.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";

/** What the palette finds: `?q=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await staffOf(context, request);
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return { found: await findFor(context.platform, typed.slice(0, 100), await langOf(request)) };
}
