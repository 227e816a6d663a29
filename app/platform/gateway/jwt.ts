import { createHmac } from "node:crypto";
import { same } from "#workflows/channel/signature.ts";

/** Who asks and for how long: all that an API token of the aggregator says. Seconds since 1970. */
export interface Claims {
  iss: string;
  sub: string;
  iat: number;
  exp: number;
}

/** What `iss` says today, and what older samples say. */
export const issuers = ["PORTONE", "CHAIPAY"] as const;
/** How long a token made for one request lives, and how long any may. */
export const tokenSeconds = 100;
export const longestTokenSeconds = 6 * 3600;
const SKEW_SECONDS = 60;

const HEADER = Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url");

const macOf = (text: string, secret: string) => createHmac("sha256", secret).update(text).digest("base64url");

/** A JSON web token, HS256. */
export function signToken(claims: Claims, secret: string): string {
  const text = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${text}.${macOf(text, secret)}`;
}

/** A token for one request of `clientKey`, made now. */
export const requestToken = (clientKey: string, secret: string, nowSeconds: number): string =>
  signToken({ iss: issuers[0], sub: clientKey, iat: nowSeconds, exp: nowSeconds + tokenSeconds }, secret);

/**
 * @returns the claims, or why the token is worth nothing. Only HS256 is a token here: `none` and its like are malformed.
 */
export function readToken(
  token: string,
  secret: string,
  nowSeconds: number,
): { claims: Claims; problem: null } | { claims: null; problem: "malformed" | "forged" | "expired" | "notYet" } {
  const no = (problem: "malformed" | "forged" | "expired" | "notYet") => ({ claims: null, problem });
  const [header, body, mac, ...more] = token.split(".");
  if (!header || !body || !mac || more.length > 0 || fieldsOf(header)?.alg !== "HS256") return no("malformed");
  if (!same(macOf(`${header}.${body}`, secret), mac)) return no("forged");
  const { iss, sub, iat, exp } = fieldsOf(body) ?? {};
  if (typeof sub !== "string" || typeof iat !== "number" || typeof exp !== "number") return no("malformed");
  if (!issuers.includes(iss as (typeof issuers)[number]) || exp - iat > longestTokenSeconds) return no("malformed");
  if (nowSeconds > exp + SKEW_SECONDS) return no("expired");
  if (nowSeconds < iat - SKEW_SECONDS) return no("notYet");
  return { claims: { iss: iss as string, sub, iat, exp }, problem: null };
}

function fieldsOf(part: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
