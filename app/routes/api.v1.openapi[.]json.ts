import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiLang, openApi } from "#app/api/index.server.ts";
import { isLang } from "#app/i18n/words.ts";

/** The API's document, for whoever wants it: nothing in it is a secret. */
export function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("lang");
  return Response.json(openApi(platform, isLang(asked) ? asked : apiLang(request)), {
    headers: { "Cache-Control": "public, max-age=300", Vary: "Accept-Language" },
  });
}
