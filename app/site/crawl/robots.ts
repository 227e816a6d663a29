import robotsParser from "robots-parser";

export interface Rules {
  allows(url: string): boolean;
  /** Milliseconds between two requests that the shop asks for, 0 when it does not; at most two seconds are kept. */
  delayMs: number;
  sitemaps: string[];
  /** What the file says of the front door. */
  stance: "allowed" | "disallowed" | "none";
}

const AGENT = "GangwaySiteCheck";
const MAX_DELAY_MS = 2_000;

// The package is CommonJS with a default of its own.
const parse = robotsParser as unknown as (url: string, text: string) => import("robots-parser").Robot;

/** @param text the file, or null when there is none: then everything may be asked */
export function rulesOf(origin: string, text: string | null): Rules {
  if (text === null) return { allows: () => true, delayMs: 0, sitemaps: [], stance: "none" };
  const robots = parse(`${origin}/robots.txt`, text.slice(0, 500_000));
  return {
    allows: (url) => robots.isAllowed(url, AGENT) !== false,
    delayMs: Math.min(MAX_DELAY_MS, (robots.getCrawlDelay(AGENT) ?? 0) * 1_000),
    sitemaps: robots.getSitemaps(),
    stance: robots.isAllowed(`${origin}/`, AGENT) === false ? "disallowed" : "allowed",
  };
}
