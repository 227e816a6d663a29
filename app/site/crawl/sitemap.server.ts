import { gunzipSync } from "node:zlib";
import type { Fetched, SafeFetch } from "#app/platform/fetch/safe-fetch.ts";

const MAX_FILES = 3;
const MAX_ADDRESSES = 2_000;
const MAX_BYTES = 3_000_000;

/** Asks for one sitemap; null when nothing came. */
export const askSitemap = (fetch: SafeFetch, url: string, signal?: AbortSignal): Promise<Fetched | null> =>
  fetch(url, { maxBytes: MAX_BYTES, timeoutMs: 8_000, signal }).catch(() => null);

/**
 * The addresses of a shop's sitemaps, index files followed once; none when there is none.
 *
 * @param asked what has been asked for already, by its address
 */
export async function sitemapOf(
  fetch: SafeFetch,
  starts: string[],
  asked: ReadonlyMap<string, Promise<Fetched | null>>,
  signal?: AbortSignal,
): Promise<string[]> {
  const found: string[] = [];
  const queue = [...starts];
  for (let files = 0; files < MAX_FILES && queue.length > 0; files++) {
    const url = queue.shift()!;
    const answer = await (asked.get(url) ?? askSitemap(fetch, url, signal));
    if (answer?.status !== 200) continue;
    const text = textOf(answer.body);
    const addresses = [...text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\s\]]+)/gi)].map((match) =>
      match[1]!.replaceAll("&amp;", "&"),
    );
    if (/<sitemapindex/i.test(text)) queue.push(...addresses.sort((a, b) => rank(a) - rank(b)));
    else found.push(...addresses.slice(0, MAX_ADDRESSES - found.length));
  }
  return found;
}

/** Products and pages before posts. */
const rank = (url: string) =>
  /product|goods|item/i.test(url) ? 0 : /page|polic/i.test(url) ? 1 : /blog|post|article/i.test(url) ? 3 : 2;

function textOf(body: Uint8Array): string {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return Buffer.from(body).toString("utf8");
  try {
    return gunzipSync(body, { maxOutputLength: MAX_BYTES }).toString("utf8");
  } catch {
    return "";
  }
}
