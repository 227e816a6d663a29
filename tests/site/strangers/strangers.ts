import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { dress } from "./shells.ts";

/** What a person says of one requirement: met, not met, cannot tell from here, either of met and cannot tell, either of not met and cannot tell. */
export type Mark = "+" | "-" | "." | "*" | "~";
export const asked = ["products", "shippingPolicy", "refundPolicy", "checkout"] as const;
export type Truth = Record<(typeof asked)[number], Mark>;
export type Company = Record<string, string>;

export interface StrangePage {
  name: string;
  /** Where it stood in its shop, when that is known. */
  path?: string;
  lang: string;
  bytes: Uint8Array;
  contentType: string;
  truth: Truth;
  tokushoho: boolean;
  tokushohoItems?: string[];
  company: Company;
  heldOut: boolean;
}

export interface StrangeShop {
  name: string;
  lang: string;
  truth: Truth;
  pages: { url: string; file: string; contentType: string; bytes: Uint8Array }[];
  heldOut: boolean;
}

const sheet = (name: string) => readFileSync(new URL(`./sheets/${name}.txt`, import.meta.url), "utf8");

/** A third is looked at only at the end; which third was settled by its name before anything was measured. */
export const isHeldOut = (name: string): boolean => createHash("sha256").update(name).digest()[0]! % 3 === 0;

/** `214-86-1234` with the check digit of a Korean business number behind it. */
export function withCheckDigit(text: string): string {
  const digits = [...text.replace(/\D/g, "")].map(Number);
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum =
    weights.reduce((total, weight, at) => total + weight * digits[at]!, 0) + Math.floor((digits[8]! * 5) / 10);
  return `${text}${(10 - (sum % 10)) % 10}`;
}

const filled = (text: string) => text.replace(/\[\[b:([\d-]+)\]\]/g, (_, body: string) => withCheckDigit(body));

function companyOf(line: string): Company {
  const found: Company = {};
  for (const [, key, value] of line.matchAll(/(\w+)=(.*?)(?=\s+\w+=|$)/g))
    found[key!] = value!.startsWith("b:") ? withCheckDigit(value!.slice(2)) : value!.trim();
  return found;
}

const truthOf = (marks: string): Truth => {
  if (!/^[-+.*]{4}$/.test(marks)) throw new Error(`no marks: ${marks}`);
  return Object.fromEntries(asked.map((name, at) => [name, marks[at] as Mark])) as Truth;
};

interface Foot {
  html: string;
  company: Company;
}

function feet(): Map<string, Foot> {
  return new Map(
    blocks(sheet("feet"), "@ ").map(([name = "", company = "", ...html]) => [
      name.trim(),
      { company: companyOf(company), html: filled(html.join("\n")) },
    ]),
  );
}

const blocks = (text: string, mark: string): string[][] =>
  `\n${text}`
    .split(`\n${mark}`)
    .slice(1)
    .map((block) => block.trimEnd().split("\n"));

interface Single {
  name: string;
  lang: string;
  shell: string;
  foot: string;
  truth: Truth;
  tokushoho: boolean;
  charset: string;
  title: string;
  body: string;
  company: Company | null;
}

function singles(): Single[] {
  return ["ko", "en", "ja", "vi", "th", "id", "zh", "traps"].flatMap((name) =>
    blocks(sheet(name), "@ ").map(([first = "", ...rest]) => {
      const [line = "", ...title] = first.split(" | ");
      const [name = "", shell = "", foot = "", marks = "", ...more] = line.trim().split(/\s+/);
      const said = rest.find((each) => each.startsWith("!truth "))?.slice(7) ?? marks;
      const company = rest.find((each) => each.startsWith("!biz "));
      return {
        name,
        lang: name.slice(0, 2),
        shell,
        foot,
        truth: truthOf(said),
        tokushoho: more.includes("tok"),
        charset: more.find((each) => each !== "tok") ?? "utf-8",
        title: title.join(" | "),
        body: rest.filter((each) => !/^!(?:truth|biz) /.test(each)).join("\n"),
        company: company ? companyOf(company.slice(5)) : null,
      };
    }),
  );
}

const encoded = (html: string, charset: string) => iconv.encode(html, charset === "tis-620" ? "windows-874" : charset);

/** The single pages nobody of the judge's authors tuned on, each with what a person says of it. */
export function strangePages(): StrangePage[] {
  const all = feet();
  return singles().map(({ name, lang, shell, foot, truth, tokushoho, charset, title, body, company }) => {
    const under = all.get(foot);
    if (!under) throw new Error(`${name}: no foot ${foot}`);
    const html = dress(shell, { lang, title, body: filled(body), foot: under.html, charset });
    return {
      name,
      lang,
      bytes: encoded(html, charset),
      contentType: `text/html; charset=${charset}`,
      truth,
      tokushoho,
      company: company ?? under.company,
      heldOut: isHeldOut(name),
    };
  });
}

const buttons: Record<string, { cart: string; buy: string }> = {
  ko: { cart: "장바구니", buy: "구매하기" },
  en: { cart: "Add to basket", buy: "Buy now" },
  ja: { cart: "カートに入れる", buy: "今すぐ購入" },
  vi: { cart: "Thêm vào giỏ hàng", buy: "Mua ngay" },
  th: { cart: "เพิ่มลงตะกร้า", buy: "ซื้อเลย" },
  id: { cart: "Masukkan keranjang", buy: "Beli sekarang" },
  zh: { cart: "加入購物車", buy: "立即購買" },
};
const sold: Record<string, string> = {
  ko: "품절",
  en: "Sold out",
  ja: "売り切れ",
  vi: "Hết hàng",
  th: "สินค้าหมด",
  id: "Stok habis",
  zh: "已售完",
};

function controls(kind: string, lang: string, id: number): string {
  const { cart, buy } = buttons[lang]!;
  if (kind === "form")
    return `<form action="/cart/add" method="post"><input type="hidden" name="id" value="${id}"><input name="qty" value="1" size="3"><button type="submit">${cart}</button></form>`;
  if (kind === "image")
    return `<form action=cart_add.php method=post><input type=hidden name=no value=${id}><input type=image src=img/btn_buy.gif alt="${buy}"></form>`;
  if (kind === "js") return `<button type="button" class="btn-primary">${buy}</button>`;
  if (kind === "soldout") return `<button type="button" disabled>${sold[lang]}</button>`;
  return "";
}

/** Small shops: a front page, a page per product, and the policies and order pages their sheet names. */
export function strangeShops(): StrangeShop[] {
  const all = feet();
  const known = new Map(singles().map((page) => [page.name, page]));
  return blocks(sheet("sites"), "@@ ").map(([first = "", second = "", ...rest]) => {
    const [name = "", shell = "", lang = "", foot = "", marks = "", buy = "none", charset = "utf-8"] = first
      .trim()
      .split(/\s+/);
    const under = all.get(foot)!;
    const goods = second
      .replace(/^goods: /, "")
      .split("; ")
      .map((each) => each.split("|") as [string, string]);
    const made: { url: string; title: string; body: string }[] = [];
    const soldOut = buy === "soldout" ? ` <em>${sold[lang]}</em>` : "";
    made.push({
      url: "/",
      title: name.slice(4),
      body: `<ul class="goods">${goods.map(([title, price], at) => `<li><a href="/product/${at + 1}">${title}</a> <span class="price">${price}</span>${soldOut}</li>`).join("\n")}</ul>`,
    });
    for (const [at, [title, price]] of goods.entries())
      made.push({
        url: `/product/${at + 1}`,
        title,
        body: `<h1>${title}</h1><p><img src="/img/${at + 1}.jpg" alt="${title}"></p><p class="price">${price}</p>${controls(buy, lang, at + 1)}`,
      });
    for (const line of rest) {
      const reused = /^(\S+) = (\S+)$/.exec(line);
      const own = /^(\/\S*) \| (.+)$/.exec(line);
      if (reused) {
        const page = known.get(reused[2]!);
        if (!page) throw new Error(`${name}: no page ${reused[2]}`);
        made.push({ url: reused[1]!, title: page.title, body: page.body });
      } else if (own) made.push({ url: own[1]!, title: own[2]!, body: "" });
      else made.at(-1)!.body += line;
    }
    return {
      name,
      lang,
      truth: truthOf(marks),
      heldOut: isHeldOut(name),
      pages: made.map(({ url, title, body }, at) => ({
        url,
        file: `${at}.html`,
        contentType: `text/html; charset=${charset}`,
        bytes: encoded(dress(shell, { lang, title, body: filled(body), foot: under.html, charset }), charset),
      })),
    };
  });
}
