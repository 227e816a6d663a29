import ipaddr from "ipaddr.js";

/**
 * Ranges of global unicast IPv6 that are not the ordinary internet: Teredo, ORCHID and the rest of 2001::/23,
 * documentation, 6to4, AS112, the second documentation block, 6bone. Outside 2000::/3 nothing is asked at all,
 * which also covers ::/8, mapped, NAT64, discard, SRv6, unique local, link local, site local and multicast.
 */
const refusedV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20"].map(
  (range) => ipaddr.IPv6.parseCIDR(range),
);
const globalV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** Public numbers that answer inside a cloud only: the Azure wire server, which is not in any special range. */
const metadata = new Set(["168.63.129.16"]);

/**
 * Whether an address is an ordinary public one. Everything that IANA lists as special is not, of both families,
 * and neither is any IPv6 form that carries an IPv4 address inside.
 *
 * @param address what a resolver or `URL` gives: dotted IPv4, or IPv6 without brackets. A zone (`%eth0`) is never public.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) {
    return parsed.range() === "unicast" && !metadata.has(parsed.toString());
  }
  const v6 = parsed as ipaddr.IPv6;
  return v6.match(globalV6) && !refusedV6.some((range) => v6.match(range)) && v6.range() === "unicast";
}
