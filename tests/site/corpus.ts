import { createHash } from "node:crypto";
import iconv from "iconv-lite";
import type { Archive } from "#app/site/archive/archive.ts";
import { decodePage } from "#app/site/charset/decode.ts";
import type { PackLang } from "./pack.ts";
import { packs } from "./packs/index.ts";
import { type MadeShop, makeShop, scenariosFor } from "./shops.ts";

const langs = Object.keys(packs) as PackLang[];

/** Every language in every scenario; one in four in a layout that was set aside. At least two hundred. */
export function corpus(rounds = 1): MadeShop[] {
  const shops: MadeShop[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [place, lang] of langs.entries())
      for (const [index, scenario] of scenariosFor(packs[lang]).entries()) {
        const seed = round * 100_000 + place * 1_000 + index + 7;
        shops.push(makeShop(lang, scenario, seed, (index + place + round) % 4 === 0));
      }
  return shops;
}

// What old shops really send: the bytes of their country, sometimes without a word about it.
const encodings: Partial<Record<PackLang, string>> = {
  ko: "cp949",
  ja: "shift_jis",
  zh: "big5-hkscs",
  th: "windows-874",
};

/** A shop as the judge gets it: fetched, decoded, kept. Every third one comes in its country's old encoding. */
export function archiveOf(shop: MadeShop, place: number): Archive {
  const origin = `https://${shop.id.replace(/[^a-z0-9-]/g, "")}.example`;
  return {
    origin,
    pages: shop.pages.map(({ path, html }) => {
      const charset = place % 3 === 0 ? encodings[shop.lang] : undefined;
      const declared = charset
        ? html.replace('<meta charset="utf-8">', place % 2 === 0 ? `<meta charset="${charset}">` : "")
        : html;
      const bytes =
        charset && iconv.decode(iconv.encode(declared, charset), charset) === declared
          ? iconv.encode(declared, charset)
          : Buffer.from(html);
      const { text, charset: read } = decodePage(bytes, "text/html");
      return {
        url: origin + path,
        status: 200,
        contentType: "text/html",
        headers: {},
        fetchedAt: "2026-05-03T00:00:00.000Z",
        sha256: createHash("sha256").update(bytes).digest("hex"),
        html: text,
        charset: read,
        via: "fetch",
        found: "link",
      };
    }),
    unreachable: [],
    leftOut: 0,
    robots: "none",
  };
}
