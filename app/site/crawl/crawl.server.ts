import { createHash } from "node:crypto";
import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import { type Fetched, Refused, type SafeFetch } from "#app/platform/fetch/safe-fetch.ts";
import type { Archive, ArchivedPage } from "../archive/archive.ts";
import { decodePage } from "../charset/decode.ts";
import { judgePage, type PageJudgement } from "../judge/judge-page.ts";
import { canonical, type Interest, interestOf, isSameShop, order, share } from "./interest.ts";
import { needsBrowser } from "./needs-browser.ts";
import { type Rules, rulesOf } from "./robots.ts";
import { askSitemap, sitemapOf } from "./sitemap.server.ts";

export interface CrawlOptions {
  url: string;
  /** BCP 47, sent as `accept-language`. */
  locale?: string;
  maxPages?: number;
  /** Requests at the same time; a shop that answers slowly gets fewer. */
  atOnce?: number;
  signal?: AbortSignal;
  /** Called with each page as it is judged, in no fixed order. */
  onPage?: (page: PageJudgement, known: number) => void;
  /** The `cookie` header of a member's session for an address of the shop; absent for a guest. */
  cookieFor?: (url: string) => string | null;
  /** Renders an address in a browser; null when it cannot. */
  render?: (url: string) => Promise<{ url: string; status: number; html: string } | null>;
}

const MAX_PAGES = 50;
const AT_ONCE = 4;
const SLOW_MS = 1_500;
const PAGE_BYTES = 5_000_000;
const MAX_RENDERED = 12;

interface Candidate {
  url: URL;
  interest: Exclude<Interest, "none">;
  found: string;
}

/**
 * Visits a shop like a careful guest: asks robots.txt first, then the front page, then what is likely to hold the
 * policies, the order page and the goods; at most fifty pages, a few at a time, fewer when the shop is slow, and it
 * stops when it is told to. Pages that are only a shell for scripts are read through a browser where there is one.
 *
 * The archive lists pages in the order of their addresses' discovery, so that the same shop gives the same archive.
 *
 * @throws Refused when the address itself may not be asked
 * @throws UpstreamError when the front page does not answer
 */
export async function crawl(
  { fetch, now }: { fetch: SafeFetch; now: () => Date },
  options: CrawlOptions,
): Promise<Archive> {
  const { locale = "ko", maxPages = MAX_PAGES, atOnce = AT_ONCE, signal, onPage, render, cookieFor } = options;
  const headers = { "accept-language": `${locale},en;q=0.6` };
  const start = new URL(options.url);
  const get = (url: string) => {
    const cookie = cookieFor?.(url);
    return fetch(url, {
      headers: cookie ? { ...headers, cookie } : headers,
      maxBytes: PAGE_BYTES,
      timeoutMs: 15_000,
      signal,
    });
  };

  // Most shops keep it here, whether robots.txt says so or not: asked for at once, it costs no wait of its own.
  const sitemap = `${start.origin}/sitemap.xml`;
  const early = new Map([[sitemap, askSitemap(fetch, sitemap, signal)]]);
  const [robotsFile, front] = await Promise.all([
    fetch(`${start.origin}/robots.txt`, { maxBytes: 500_000, timeoutMs: 8_000, signal }).catch(() => null),
    get(start.href),
  ]);
  const home = new URL(front.url);
  const rules = rulesOf(
    start.origin,
    robotsFile?.status === 200 ? Buffer.from(robotsFile.body).toString("utf8") : null,
  );
  const archive: Archive = { origin: home.origin, pages: [], unreachable: [], leftOut: 0, robots: rules.stance };

  const seen = new Set<string>([keyOf(start), keyOf(home)]);
  const bodies = new Set<string>();
  const waiting: Candidate[] = [];
  const taken: Record<string, number> = {};
  const slots: (ArchivedPage | null)[] = [];
  let rendered = 0;
  let forbidden = 0;

  const consider = (text: string, base: string, words: string, found: string) => {
    const url = canonical(text, base);
    if (!url || !isSameShop(url, home) || seen.has(keyOf(url))) return;
    const interest = interestOf(url, words);
    if (interest === "none") return;
    seen.add(keyOf(url));
    if (!rules.allows(url.href)) {
      forbidden++;
      return;
    }
    waiting.push({ url, interest, found });
  };

  const keep = async (asked: string, answer: Fetched, found: string, slot: number) => {
    const contentType = answer.headers["content-type"] ?? "";
    if (!isPage(contentType, answer.body)) return;
    const { text, charset } = decodePage(answer.body, contentType);
    let page: ArchivedPage = {
      url: answer.url,
      ...(asked === answer.url ? {} : { askedUrl: asked }),
      status: answer.status,
      contentType,
      headers: withoutSession(answer.headers),
      fetchedAt: now().toISOString(),
      sha256: createHash("sha256").update(answer.body).digest("hex"),
      html: text,
      charset,
      via: "fetch",
      found,
    };
    if (answer.status >= 400) {
      archive.unreachable.push({ url: answer.url, why: String(answer.status) });
      return;
    }
    if (bodies.has(page.sha256)) return;
    bodies.add(page.sha256);
    let judged = judgePage(page);
    if (render && rendered < MAX_RENDERED && needsBrowser(judged.page, text)) {
      rendered++;
      const live = await render(answer.url).catch(() => null);
      if (live && live.html.length > 200) {
        page = {
          ...page,
          url: live.url,
          html: live.html,
          charset: "utf-8",
          via: "browser",
          sha256: createHash("sha256").update(live.html).digest("hex"),
        };
        judged = judgePage(page);
      }
    }
    slots[slot] = page;
    for (const link of judged.page.links) consider(link.href, page.url, link.text, "link");
    onPage?.(judged, Math.min(maxPages, slots.length + waiting.length));
    // Reading a page is work of some milliseconds; the house has other guests.
    await breathe();
  };

  slots.push(null);
  if (!rules.allows(home.href)) return { ...archive, unreachable: [{ url: home.href, why: "robots.txt" }] };
  await keep(start.href, front, "home", 0);
  const listed = await sitemapOf(
    fetch,
    rules.sitemaps.length > 0 ? rules.sitemaps : [`${home.origin}/sitemap.xml`],
    early,
    signal,
  );
  for (const url of listed) consider(url, home.href, "", "sitemap");

  let slow = 0;
  const worker = async (index: number) => {
    while (slots.length < maxPages && !signal?.aborted) {
      if (index > 0 && slow > 2 && index >= atOnce / 2) return;
      const next = take(waiting, taken);
      if (!next) return;
      const slot = slots.push(null) - 1;
      const asked = performance.now();
      try {
        const answer = await politely(() => get(next.url.href), signal);
        if (performance.now() - asked > SLOW_MS) slow++;
        seen.add(keyOf(new URL(answer.url)));
        if (isSameShop(new URL(answer.url), home)) await keep(next.url.href, answer, next.found, slot);
      } catch (error) {
        if (signal?.aborted) return;
        archive.unreachable.push({
          url: next.url.href,
          why: error instanceof Refused ? error.reason : (error as Error).message.slice(0, 120),
        });
      }
      if (rules.delayMs > 0) await wait(rules.delayMs);
    }
  };
  // Links are found while others are still being asked for: whoever finds nothing comes back as long as somebody works.
  for (let before = -1; before !== slots.length && slots.length < maxPages && !signal?.aborted; ) {
    before = slots.length;
    await Promise.all(Array.from({ length: rules.delayMs > 0 ? 1 : atOnce }, (_, index) => worker(index)));
  }

  archive.pages = slots.filter((page) => page !== null);
  archive.leftOut = waiting.length + forbidden;
  archive.unreachable.sort((a, b) => (a.url < b.url ? -1 : 1));
  return archive;
}

const keyOf = (url: URL): string => `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}${url.search}`;

const isPage = (contentType: string, body: Uint8Array): boolean =>
  /html|xml/i.test(contentType) ||
  (!/\/(?!plain)/.test(contentType) &&
    /<(?:!doctype|html|body|div|p)\b/i.test(Buffer.from(body.subarray(0, 1_000)).toString("latin1")));

/** What would let a reader of the archive in as the member is no evidence. */
const withoutSession = ({ "set-cookie": _, ...rest }: Record<string, string>): Record<string, string> => rest;

/** The best of what waits, within each kind's share of the visit; when every share is used up, whatever waits. */
function take(waiting: Candidate[], taken: Record<string, number>): Candidate | undefined {
  for (const interest of order) {
    if ((taken[interest] ?? 0) >= share[interest]) continue;
    const index = waiting.findIndex((candidate) => candidate.interest === interest);
    if (index < 0) continue;
    taken[interest] = (taken[interest] ?? 0) + 1;
    return waiting.splice(index, 1)[0];
  }
  return waiting.shift();
}

const RETRY = new Set([429, 503]);

/** Once more after what the shop asks for, when it says "too many" or "not now". */
async function politely(ask: () => Promise<Fetched>, signal?: AbortSignal): Promise<Fetched> {
  const answer = await ask();
  if (!RETRY.has(answer.status)) return answer;
  const seconds = Number(answer.headers["retry-after"]);
  await wait(Math.min(5_000, Number.isFinite(seconds) ? seconds * 1_000 : 1_000), undefined, { signal });
  return ask();
}

export type { Rules };
