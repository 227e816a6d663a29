import { createHmac, timingSafeEqual } from "node:crypto";
import type { Config } from "#app/platform/config/config.server.ts";

type Site = Pick<Config, "publicUrl">;

/** `session`: who is signed in. `code`: a mailed code that is awaited. `device`: who signed in here before. `passkey`: a question asked of one. */
export type CookieName = "session" | "code" | "device" | "passkey";

export const isHttps = ({ publicUrl }: Site): boolean => publicUrl.startsWith("https:");

/** With `__Host-` a browser takes the cookie from this very host over https only; plain http (development) cannot have it. */
export const cookieName = (name: CookieName, site: Site): string => `${isHttps(site) ? "__Host-" : ""}gangway-${name}`;

/** The cookie's text as it came, or null. */
export function readCookie(request: Request, name: CookieName, site: Site): string | null {
  const wanted = `${cookieName(name, site)}=`;
  const found = request.headers
    .get("Cookie")
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(wanted));
  if (!found) return null;
  try {
    return decodeURIComponent(found.slice(wanted.length));
  } catch {
    return null; // not something we set
  }
}

/** A `Set-Cookie` value. @param maxAge seconds; 0 takes the cookie away */
export const setCookie = (name: CookieName, value: string, maxAge: number, site: Site): string =>
  `${cookieName(name, site)}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isHttps(site) ? "; Secure" : ""}`;

const signatureOf = (value: string, secret: string) => createHmac("sha256", secret).update(value).digest("base64");

/** `value.signature`, the way better-auth signs its own cookies. */
export const sign = (value: string, secret: string): string => `${value}.${signatureOf(value, secret)}`;

/** The value of a signed text; null when it was not signed by us. */
export function unsign(signed: string | null, secret: string): string | null {
  const dot = signed?.lastIndexOf(".") ?? -1;
  if (!signed || dot < 1) return null;
  const value = signed.slice(0, dot);
  const [given, right] = [Buffer.from(signed.slice(dot + 1)), Buffer.from(signatureOf(value, secret))];
  return given.length === right.length && timingSafeEqual(given, right) ? value : null;
}
