import { createCookie } from "@remix-run/node";
import { isTheme, type Theme } from "./theme.ts";

const cookie = createCookie("theme", { path: "/", sameSite: "lax", httpOnly: true, maxAge: 365 * 24 * 3600 });

/** Light or dark as chosen on this device; `auto` where nobody chose. */
export async function themeOf(request: Request): Promise<Theme> {
  const kept: unknown = await cookie.parse(request.headers.get("Cookie"));
  return isTheme(kept) ? kept : "auto";
}

/** A `Set-Cookie` value that remembers `theme` for a year. */
export const themeCookie = (theme: Theme): Promise<string> => cookie.serialize(theme);
