import { weight } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

const ROOT = /<div[^>]+id=["']?(?:root|app|__next|__nuxt|main-app|q-app|svelte|___gatsby)["'\s>]/i;

/** A shell that scripts have to fill: hardly a word, no goods, and a place where an application will be. */
export function needsBrowser(page: Page, html: string): boolean {
  const words = page.blocks.filter(({ hidden }) => !hidden).reduce((sum, { norm }) => sum + weight(norm), 0);
  if (page.scripts.length === 0) return false;
  if (words < 120) return true;
  return words < 700 && ROOT.test(html) && page.links.length < 12;
}
