/** One answer of the shop as it was kept: enough to judge it again, byte for byte, on any later day. */
export interface ArchivedPage {
  /** The address that answered, absolute. */
  url: string;
  /** The address that was asked for, when it was another. */
  askedUrl?: string;
  status: number;
  contentType: string;
  headers: Record<string, string>;
  /** UTC, ISO 8601. */
  fetchedAt: string;
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: string;
  /** Decoded. */
  html: string;
  charset: string;
  /** How it was read: as sent, or as a browser had made it. */
  via: "fetch" | "browser" | "file";
  /** What led to it: home, link, sitemap, policy link, product link. */
  found: string;
  /** A browser's text of it was taken because the plain one was empty. */
  file?: string;
}

/** What was kept of a shop. The judge sees this and nothing else. */
export interface Archive {
  origin: string;
  pages: ArchivedPage[];
  /** Addresses that did not answer with a page: never a failure of a rule, always shown. */
  unreachable: { url: string; why: string }[];
  /** Addresses seen and not asked, when the limit was reached or robots.txt forbids them. */
  leftOut: number;
  /** Whether the shop was seen as a member: with the account handed over, or in vain. Absent for a guest. */
  signedIn?: "yes" | "failed";
  /** Pictures of an app that the merchant had sent along by then: what each is to show, SHA-256 of what is stored. */
  pictures?: { shows: string; sha256: string }[];
  /** What robots.txt said about us. */
  robots: "allowed" | "disallowed" | "none";
}
