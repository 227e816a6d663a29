import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safeReturn } from "#app/ui/safe-return.ts";
import { themeCookie } from "#app/ui/theme.server.ts";
import { isTheme } from "#app/ui/theme.ts";

/** Remembers light, dark or "like the device", and goes back to the page it was chosen on. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = form.get("theme");
  const headers = isTheme(theme) ? { "Set-Cookie": await themeCookie(theme) } : undefined;
  return redirect(safeReturn(form.get("returnTo")), { headers });
}

export const loader = () => redirect("/");
