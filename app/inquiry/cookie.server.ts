import { createHash, randomBytes } from "node:crypto";
import type { Config } from "#app/platform/config/config.server.ts";

type Site = Pick<Config, "publicUrl">;

/** Ninety days: as long as an unsent draft is kept. */
const MAX_AGE = 90 * 86_400;

const isHttps = ({ publicUrl }: Site) => publicUrl.startsWith("https:");
const nameOf = (site: Site) => `${isHttps(site) ? "__Host-" : ""}gangway-inquiry`;

/** What the draft's row is found by: the cookie itself is in the visitor's browser alone. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const newToken = (): string => randomBytes(32).toString("base64url");

/** The visitor's token, when it has the form of one of ours. */
export function readToken(request: Request, site: Site): string | null {
  const wanted = `${nameOf(site)}=`;
  const found = request.headers
    .get("Cookie")
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(wanted));
  const token = found?.slice(wanted.length);
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

/** A `Set-Cookie` value; `null` takes the cookie away. */
export const tokenCookie = (token: string | null, site: Site): string =>
  `${nameOf(site)}=${token ?? ""}; Path=/; Max-Age=${token ? MAX_AGE : 0}; HttpOnly; SameSite=Lax${isHttps(site) ? "; Secure" : ""}`;
