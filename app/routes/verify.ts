import type { LoaderFunctionArgs } from "@remix-run/node";
import { verifyPage } from "#app/audit/verify/page.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";

/** Open to everybody: whoever was handed a case file can check it. */
export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  return verifyPage(platform, await langOf(request), new URL(request.url).searchParams.has("download"));
}
