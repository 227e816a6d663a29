import type { Product } from "../judge/finding.ts";
import type { PageJudgement } from "../judge/judge-page.ts";
import { collapse, normalise } from "../page/normalise.ts";
import type { RestrictedHint } from "../report.schema.ts";
import { categories } from "./categories.ts";

/**
 * Kinds of goods that a payment company may refuse, as far as names of products and category links betray them.
 * Hints, for a person to confirm: names, what a thing's own page says it is, and the menu; for a policy that forbids
 * gambling is no casino.
 */
export function restrictedHints(pages: PageJudgement[], sold: Product[]): RestrictedHint[] {
  const menu = pages
    .slice(0, 1)
    .flatMap(({ page }) =>
      page.links
        .filter(({ text }) => text.length > 1 && text.length < 30)
        .map(({ text, norm }) => ({ url: page.url, quote: text, selector: "", norm })),
    )
    // A card in the window is a link of the front page too.
    .filter(
      ({ norm }) =>
        !sold.some((one) =>
          [one.name, one.quote].some((said) => said !== "" && norm.includes(normalise(collapse(said)))),
        ),
    );
  const names = sold.map(({ name, foundOn: url, selector, quote }) => ({
    url,
    quote: quote || name,
    selector,
    norm: normalise(collapse(name)),
  }));
  // What the page of a thing says about it in its data; running text forbids as often as it offers.
  const descriptions = pages
    .filter(({ products }) => products.length === 1)
    .flatMap(({ page }) =>
      (["description", "og:description"] as const).flatMap((name) => {
        const text = collapse(page.meta[name] ?? "");
        return text === ""
          ? []
          : [{ url: page.url, quote: text, selector: `meta[name="${name}"]`, norm: normalise(text) }];
      }),
    );
  return categories.flatMap(({ id, words, unless, lists }): RestrictedHint[] => {
    const hits = [...names, ...descriptions, ...menu].filter(({ norm }) => words.test(norm) && !unless?.test(norm));
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
