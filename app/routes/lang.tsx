import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { langCookie } from "#app/i18n/lang.server.ts";
import { isLang } from "#app/i18n/words.ts";
import { safeReturn } from "#app/ui/safe-return.ts";

/** Remembers the language and goes back to the page it was chosen on. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const lang = form.get("lang");
  const back = new URL(safeReturn(form.get("returnTo")), "https://gangway.invalid");
  back.searchParams.delete("lang");
  const headers = isLang(lang) ? { "Set-Cookie": await langCookie(lang) } : undefined;
  return redirect(back.pathname + back.search, { headers });
}

export const loader = () => redirect("/");
