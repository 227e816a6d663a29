/** What came back from somebody's server, whole, within the limits. */
export interface Fetched {
  /** The address that answered, after redirects. */
  url: string;
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  /** Addresses passed on the way, first asked first. */
  via: string[];
}

export interface SafeFetchOptions {
  method?: "GET" | "HEAD" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Bytes of body after decompression; more is refused while it streams. Default 5 MB. */
  maxBytes?: number;
  /** Everything together, in milliseconds. Default 30,000. */
  timeoutMs?: number;
  /** Redirects followed, each checked anew. Default 3; webhooks pass 0. */
  maxRedirects?: number;
  signal?: AbortSignal;
}

/**
 * Asks an address that a user typed, as a careful guest: http(s) on ports 80 and 443 only, every address checked
 * when it is resolved and connected to as checked, redirects checked again, no private or special range.
 *
 * @throws Refused when the address may not be asked (never retried)
 * @throws UpstreamError when the other side fails or exceeds a limit
 */
export type SafeFetch = (url: string, options?: SafeFetchOptions) => Promise<Fetched>;

/** Why an address may not be asked: a machine-readable reason, for the sentence the user reads. */
export type RefusedReason =
  | "notHttp"
  | "port"
  | "credentials"
  | "privateAddress"
  | "unresolvable"
  | "redirects"
  | "malformed";

export class Refused extends Error {
  readonly reason: RefusedReason;
  constructor(reason: RefusedReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = "Refused";
    this.reason = reason;
  }
}
