import type { Product } from "../judge/finding.ts";
import type { PageJudgement } from "../judge/judge-page.ts";
import { collapse, normalise } from "../page/normalise.ts";
import type { RestrictedHint } from "../report.schema.ts";
import { categories } from "./categories.ts";

/**
 * Kinds of goods that a payment company may refuse, as far as names of products and category links betray them.
 * Hints, for a person to confirm: names only, for a policy that forbids gambling is no casino.
 */
export function restrictedHints(pages: PageJudgement[], sold: Product[]): RestrictedHint[] {
  const menu = pages
    .slice(0, 1)
    .flatMap(({ page }) =>
      page.links
        .filter(({ text }) => text.length > 1 && text.length < 30)
        .map(({ text, norm }) => ({ url: page.url, quote: text, selector: "", norm })),
    );
  const names = sold.map(({ name, foundOn: url, selector, quote }) => ({
    url,
    quote: quote || name,
    selector,
    norm: normalise(collapse(name)),
  }));
  return categories.flatMap(({ id, words, unless, lists }): RestrictedHint[] => {
    const hits = [...names, ...menu].filter(({ norm }) => words.test(norm) && !unless?.test(norm));
    if (hits.length === 0) return [];
    return [
      {
        category: id,
        lists: lists as RestrictedHint["lists"],
        words: [...new Set(hits.map(({ norm }) => words.exec(norm)?.[0] ?? ""))].slice(0, 8),
        evidence: hits
          .slice(0, 4)
          .map(({ url, quote, selector }) => ({ url, quote: quote.slice(0, 240), selector, shot: null })),
      },
    ];
  });
}
