import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { isPublicAddress } from "./public-address.ts";
import { Refused } from "./safe-fetch.ts";

/** Every address of a host, of both families; rejects when there is none. */
export type Resolve = (hostname: string) => Promise<string[]>;

export interface GuardOptions {
  /** `host:port` of servers that may be asked although they are not public: the demo shop on loopback. Never in production. */
  allow?: string[];
  /** Hosts of our own, which nobody has a reason to send us to. */
  ownHosts?: string[];
  resolve?: Resolve;
}

/** Decides where a request may go. It decides on addresses, and the caller connects to exactly those. */
export interface Guard {
  /** @throws Refused when the address cannot be asked whatever its host resolves to */
  checkUrl(text: string): URL;
  /**
   * @param hostname as `URL` gives it, IPv6 in brackets
   * @returns the addresses to connect to, all of them checked; connect to these and never resolve again
   * @throws Refused
   */
  addressesOf(hostname: string, port: number): Promise<string[]>;
}

const resolveAll: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

const RESOLVE_WITHIN_MS = 10_000;

// Names that mean "inside" wherever they are resolved; asking the resolver for them would already tell something.
const inside =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|corp|home|home\.arpa|private|test|invalid|onion)$/;

/**
 * The rule for outgoing requests: http(s), ports 80 and 443, no credentials, and a host all of whose addresses are
 * public. One special address among many public ones refuses the host: which one is connected to is chance.
 */
export function guard({ allow = [], ownHosts = [], resolve = resolveAll }: GuardOptions = {}): Guard {
  const allowed = new Set(allow.map((entry) => entry.toLowerCase()));
  const own = new Set(ownHosts.map((host) => host.toLowerCase()));

  const isAllowed = (hostname: string, port: number) => allowed.has(`${hostname}:${port}`);

  function checkUrl(text: string): URL {
    if (!URL.canParse(text) || text.length > 8_000) throw new Refused("malformed", text.slice(0, 200));
    const url = new URL(text);
    if (url.protocol !== "http:" && url.protocol !== "https:") throw new Refused("notHttp", url.protocol);
    if (url.username || url.password) throw new Refused("credentials", url.host);
    const port = portOf(url);
    if (isAllowed(url.hostname, port)) return url;
    if (port !== 80 && port !== 443) throw new Refused("port", url.host);
    refuseName(url.hostname);
    return url;
  }

  /** What can be said of a name, or of an address written as one, before anybody is asked. */
  function refuseName(hostname: string) {
    const bare = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
    if (isIP(bare)) {
      if (!isPublic(bare)) throw new Refused("privateAddress", bare);
    } else if (inside.test(bare) || !bare.includes(".") || own.has(bare)) throw new Refused("privateAddress", bare);
  }

  const isPublic = (address: string) => isPublicAddress(address) && !ownAddresses().has(address);

  async function addressesOf(hostname: string, port: number): Promise<string[]> {
    const bare = hostname.replace(/^\[|\]$/g, "");
    const free = isAllowed(hostname, port);
    if (!free) refuseName(hostname);
    if (isIP(bare)) return [bare];
    const found = await within(RESOLVE_WITHIN_MS, resolve(bare)).catch((cause: unknown) => {
      throw Object.assign(new Refused("unresolvable", bare), { cause });
    });
    if (found.length === 0) throw new Refused("unresolvable", bare);
    const special = found.find((address) => !isPublic(address));
    if (special !== undefined && !free) throw new Refused("privateAddress", `${bare} is ${special}`);
    return found;
  }

  return { checkUrl, addressesOf };
}

export const portOf = (url: URL): number =>
  url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);

/** This machine's addresses; a public one among them is still ourselves. Asked each time, for interfaces come and go. */
const ownAddresses = () =>
  new Set(
    Object.values(networkInterfaces())
      .flat()
      .map((entry) => entry?.address ?? ""),
  );

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
