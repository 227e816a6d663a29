import type { Words } from "./words.ts";

export interface Parts {
  lang: string;
  charset: string;
  title: string;
  head: string;
  body: string;
  foot: string;
  brand: string;
  menu: string[];
  w: Words;
}

export type Frame = (p: Parts) => string;

/** Menu entries as links of this system: `%` in the path stands for the entry's number. */
export const links = (menu: string[], path: string, cls = "") =>
  menu
    .map(
      (word, at) => `<li${cls && ` class="${cls}"`}><a href="${path.replace("%", String(at + 24))}">${word}</a></li>`,
    )
    .join("\n");

export const htmlLang = (lang: string) => (lang === "zh" ? "zh-Hant" : lang);
