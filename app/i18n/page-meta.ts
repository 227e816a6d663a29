import type { MetaDescriptor, MetaFunction } from "@remix-run/react";
import { isLang, type Lang } from "./words.ts";

/** What a page says about itself in the tab and to search engines. */
export interface PageHead {
  title: string;
  description?: string;
}

const langOfMatches = (matches: readonly { id: string; data?: unknown }[]): Lang => {
  const root = matches.find(({ id }) => id === "root")?.data as { lang?: unknown } | undefined;
  return isLang(root?.lang) ? root.lang : "ko";
};

/**
 * The `meta` of a route in the language of the page.
 *
 * @param head from the sentences (and, for titles with a name in them, the loader's data; undefined when the loader failed)
 * @example export const meta = pageMeta(words, (w) => ({ title: w.title }));
 */
export const pageMeta =
  <T, Data = unknown>(words: Record<Lang, T>, head: (words: T, data: Data | undefined) => PageHead): MetaFunction =>
  ({ matches, data }) => {
    const { title, description } = head(words[langOfMatches(matches)], data as Data | undefined);
    const said: MetaDescriptor[] = [{ title: title === "Gangway" ? title : `${title} · Gangway` }];
    if (description) said.push({ name: "description", content: description });
    return said;
  };
