import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import iconv from "iconv-lite";
import { asked, type Company, type Mark, type StrangePage, type StrangeShop, type Truth } from "../strangers.ts";
import type { Frame } from "./frame.ts";
import { asia } from "./frames-asia.ts";
import { korea } from "./frames-korea.ts";
import { west } from "./frames-west.ts";
import { blocks, companyOf, type House, houses, numbered, sheet } from "./houses.ts";
import { filledIn } from "./kits.ts";
import { words } from "./words.ts";

const frames: Record<string, Frame> = { ...korea, ...west, ...asia };

/** Half of the second set is looked at only at the end; which half, its names settled when they were written. */
export const isHeldOut = (name: string): boolean =>
  createHash("sha256").update(`second ${name}`).digest()[0]! % 2 === 0;

const truthOf = (name: string, marks: string): Truth => {
  if (!/^[-+.*~]{4}$/.test(marks)) throw new Error(`${name}: no marks in "${marks}"`);
  return Object.fromEntries(asked.map((each, at) => [each, marks[at] as Mark])) as Truth;
};

interface Source {
  name: string;
  frame: string;
  house: string;
  marks: string;
  path: string;
  charset: string;
  /** Whether the answer's header names the charset too. */
  declared: boolean;
  title: string;
  head: string;
  body: string;
  company: Company | null;
  tokushoho: string[] | null;
}

/** `== name frame house marks /path [charset] | title` (a `?` behind the charset: the header is silent about it), then `!head`, `!biz`, `!tok` lines as needed, then the body. */
function source([first = "", ...rest]: string[]): Source {
  const at = first.indexOf(" | ");
  const [name = "", frame = "", house = "", marks = "", path = "", charset = "utf-8"] = first
    .slice(0, at)
    .trim()
    .split(/\s+/);
  const told = (key: string) =>
    rest.filter((line) => line.startsWith(`!${key} `)).map((line) => line.slice(key.length + 2));
  const biz = told("biz")[0];
  const tok = told("tok")[0];
  return {
    name,
    frame,
    house,
    marks,
    path,
    charset: charset.replace("?", ""),
    declared: !charset.endsWith("?"),
    title: first.slice(at + 3),
    head: told("head").join("\n"),
    body: rest.filter((line) => !/^!(?:head|biz|tok) /.test(line)).join("\n"),
    company: biz === undefined ? null : companyOf(biz),
    tokushoho: tok === undefined ? null : tok.split(",").map((item) => item.trim()),
  };
}

const sources = (): Source[] =>
  readdirSync(new URL("./sheets/", import.meta.url))
    .filter((file) => /^pages-.*\.txt$/.test(file))
    .sort()
    .flatMap((file) => blocks(sheet(file.slice(0, -4)), "==").map(source));

interface Dressed {
  frame: string;
  lang: string;
  charset: string;
  title: string;
  head: string;
  body: string;
}

function dressed(house: House, { frame, lang, charset, title, head, body }: Dressed): Uint8Array {
  const around = frames[frame];
  const w = words[lang];
  if (!around || !w) throw new Error(`no frame ${frame} or no words for ${lang}`);
  const inner = filledIn(numbered(body), frame, w);
  const { brand, menu, foot } = house;
  return iconv.encode(
    around({ lang, charset, title, head: numbered(head), body: inner, foot, brand, menu, w }),
    charset,
  );
}

const houseOf = (all: Map<string, House>, id: string, name: string): House => {
  const house = all.get(id);
  if (!house) throw new Error(`${name}: no house ${id}`);
  return house;
};

/** Pages written by somebody who never read a rule of the judge, after the first set was spent. */
export function secondPages(): StrangePage[] {
  const all = houses();
  return sources().map((page) => {
    const house = houseOf(all, page.house, page.name);
    const lang = page.name.slice(0, 2);
    return {
      name: page.name,
      path: page.path,
      lang,
      bytes: dressed(house, { ...page, lang }),
      contentType: page.declared ? `text/html; charset=${page.charset}` : "text/html",
      truth: truthOf(page.name, page.marks),
      tokushoho: page.tokushoho !== null,
      tokushohoItems: page.tokushoho ?? [],
      company: page.company ?? house.company,
      heldOut: isHeldOut(page.name),
    };
  });
}

/**
 * Shops: `=== name frame house marks [charset]`, then their pages, each `/path | title` with its body under it, or `/path = page`
 * for a page of the sheets set into this shop's frame.
 */
export function secondShops(): StrangeShop[] {
  const all = houses();
  const known = new Map(sources().map((page) => [page.name, page]));
  return blocks(sheet("shops"), "===").map(([first = "", ...rest]) => {
    const [name = "", frame = "", houseId = "", marks = "", charset = "utf-8"] = first.trim().split(/\s+/);
    const house = houseOf(all, houseId, name);
    const lang = name.slice(0, 2);
    const made: { url: string; title: string; head: string; body: string }[] = [];
    for (const line of rest) {
      const [, url = "", sign = "", text = ""] = /^(\/\S*) ([|=]) (.+)$/.exec(line) ?? [];
      if (sign === "|") made.push({ url, title: text, head: "", body: "" });
      else if (sign === "=") {
        const page = known.get(text);
        if (!page) throw new Error(`${name}: no page ${text}`);
        made.push({ url, title: page.title, head: page.head, body: page.body });
      } else if (!made.length) throw new Error(`${name}: text before the first page`);
      else if (line.startsWith("!head ")) made.at(-1)!.head += line.slice(6);
      else made.at(-1)!.body += `${line}\n`;
    }
    return {
      name,
      lang,
      truth: truthOf(name, marks),
      heldOut: isHeldOut(name),
      pages: made.map(({ url, title, head, body }, at) => ({
        url,
        file: `${at}.html`,
        contentType: `text/html; charset=${charset}`,
        bytes: dressed(house, { frame, lang, charset, title, head, body }),
      })),
    };
  });
}
