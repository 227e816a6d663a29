import { createHash, randomBytes } from "node:crypto";
import ipaddr from "ipaddr.js";
import { readCookie, setCookie, sign, unsign } from "./cookies.server.ts";
import type { Doorkeeper } from "./parts.ts";

const HALF_A_YEAR = 180 * 86_400;
const markOf = (email: string) => createHash("sha256").update(email).digest("base64url").slice(0, 22);

/**
 * The name under which tries for an address are counted. A browser on which this person has signed in before counts by itself: whatever
 * strangers try elsewhere, its owner is not slowed down by it (OWASP's device cookies).
 *
 * @returns e.g. `strangers` or `device 3q2-…`
 */
export function triedBy({ config }: Pick<Doorkeeper, "config">, request: Request, email: string): string {
  const [mark, nonce] = unsign(readCookie(request, "device", config), config.sessionSecret)?.split(".") ?? [];
  return mark === markOf(email) && nonce ? `device ${nonce}` : "strangers";
}

/** Remembers for half a year that this person has signed in here. It opens nothing: it only counts tries apart. */
export const knownDevice = ({ config }: Pick<Doorkeeper, "config">, email: string): string =>
  setCookie(
    "device",
    sign(`${markOf(email)}.${randomBytes(12).toString("base64url")}`, config.sessionSecret),
    HALF_A_YEAR,
    config,
  );

/** What one visitor can be taken to own: an IPv4 address, or the /64 that a provider hands out in IPv6. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return "unknown";
  const address = ipaddr.process(ip);
  return address.kind() === "ipv4" ? address.toString() : `${(address as ipaddr.IPv6).parts.slice(0, 4).join(":")}/64`;
}
