import { ADDRESS_HEADER } from "./address-header.ts";
import { authOf } from "./auth.server.ts";
import { readCookie, setCookie, unsign } from "./cookies.server.ts";
import { HALF_SESSION, lifetimes } from "./lifetimes.ts";
import type { Doorkeeper, Reception } from "./parts.ts";
import { sweep } from "./sweep.server.ts";

/** What better-auth may see of a request: who carries which cookie, with what browser, from where. */
export function headersFor(request: Request, ip: string): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: ip });
  for (const name of ["Cookie", "User-Agent", "Origin"]) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
}

/** Only the cookies of an answer of better-auth's. */
export function cookiesOf(answer: Headers): Headers {
  const headers = new Headers();
  for (const cookie of answer.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

export interface Beginning {
  userId: string;
  request: Request;
  ip: string;
  /** A merchant's code, a password alone (half a session of staff), or a second factor just given. */
  as: "merchant" | "half" | "staff";
}

/**
 * Signs somebody in on this browser, under a new token; whatever session the browser had before ends.
 *
 * @returns the session's cookie, to be sent with the answer
 */
export async function beginSession(platform: Reception, { userId, request, ip, as }: Beginning): Promise<Headers> {
  const auth = await authOf(platform);
  const at = platform.now();
  const lifetime = as === "half" ? HALF_SESSION : lifetimes[as].whole;
  const { headers } = await auth.api.beginSession({
    body: { userId, expiresAt: new Date(at.getTime() + lifetime), secondFactorAt: as === "staff" ? at : null },
    headers: headersFor(request, ip),
    returnHeaders: true,
  });
  await endSession(platform, request);
  await sweep(platform);
  return cookiesOf(headers);
}

/** Ends the session of a request, if it has one. @returns a cookie that takes the token out of the browser */
export async function endSession(
  { pool, config }: Pick<Doorkeeper, "pool" | "config">,
  request: Request,
): Promise<Headers> {
  const token = unsign(readCookie(request, "session", config), config.sessionSecret);
  if (token) await pool.query("delete from session where token = $1", [token]);
  return new Headers({ "Set-Cookie": setCookie("session", "", 0, config) });
}
