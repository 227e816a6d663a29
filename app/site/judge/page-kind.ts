import { basket, orderPage } from "../lexicon/buying.ts";
import { normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";
import { pathOf, type Voice } from "./voice.ts";

export type PageKind = "order" | "basket" | "account" | "article" | "other";

const ORDER_PATH =
  /\/(?:checkouts?|order(?:form|sheet)?|payment|pay|settle|buy|thanh-toan|pembayaran)(?:\/|\.|\?|$)|orderform|order_form|checkout|thanh-toan/;
const BASKET_PATH = /\/(?:cart|basket|bag|gio-hang|keranjang)(?:\/|\.|\?|$)|order\/basket|shopping-?cart/;
const ACCOUNT_PATH = /\/(?:my(?:page|account|shop)?|account|member|login|orders?\/(?:list|history))(?:\/|\.|\?|$)/;

/** Figures of a business behind its counter. */
const BACK_OFFICE =
  /^(?:.*\b)?(?:dashboard|admin(?: panel)?|invoice|analytics)\b|대시보드|관리자|ダッシュボード|管理画面|後台/u;

/** What a page is for, as far as that decides who may be read on it: an order's lines are not a shop window. */
export function kindOf(page: Page, voice: Voice): PageKind {
  const path = pathOf(page.url);
  // Themes put their own name in front of the page's: every part of a title may be what the page is.
  const parts = (text: string) => normalise(text).split(/ [|–—\-:·»<] /);
  // Some themes make the shop's name a first heading too: the page's own is then the next.
  const ranked = page.blocks
    .filter(({ level, region, hidden }) => level === 1 && region === "main" && !hidden)
    .slice(0, 3)
    .map(({ text }) => parts(text)[0] ?? "");
  const headings = [...new Set([parts(page.heading)[0] ?? "", ...ranked, parts(page.title)[0] ?? ""])];
  const says = (test: (heading: string) => boolean) =>
    headings.some((heading) => heading !== "" && heading.length <= 30 && test(heading));
  if (voice.ownOrders >= 2) return "account";
  if (hasCardFields(page)) return "order";
  if (BASKET_PATH.test(path) || says((heading) => isLittleMore(heading, basket))) return "basket";
  if (ORDER_PATH.test(path) || says(isOrderHeading)) return "order";
  if (
    ACCOUNT_PATH.test(path) ||
    [...headings, ...parts(page.title)].some((heading) => heading.length <= 30 && BACK_OFFICE.test(heading))
  )
    return "account";
  if (voice.article >= 2) return "article";
  return "other";
}

/** Your shopping cart, but not Weekender bag. */
const isLittleMore = (heading: string, words: RegExp): boolean =>
  words.test(heading) &&
  heading
    .replace(new RegExp(words.source, "gu"), "")
    .replace(/(?<![a-z])(?:your|my|the|shopping|view|page)(?![a-z])/g, "")
    .replace(/[^\p{L}]/gu, "").length <= 3;

/** 주문/결제, Checkout, レジ: the heading is little more than that. */
const isOrderHeading = (heading: string) => {
  const rest = heading.replace(new RegExp(orderPage.source, "gu"), "").replace(/[^\p{L}]/gu, "");
  return (
    orderPage.test(heading) &&
    rest.length <= 6 &&
    !/방법|안내|정책|policy|method|guide|方法|案内|hướng dẫn|วิธี|cara|metode|方式|說明|faq/u.test(heading)
  );
};

export const hasCardFields = ({ elements }: Page): boolean =>
  elements.some(
    ({ name, attribs }) =>
      name === "input" &&
      (/^cc-(?:number|csc|exp)/.test(attribs.autocomplete ?? "") ||
        /card[-_]?(?:no|num|number)|cardnumber|cvv|cvc(?:$|[^a-z])|ccnum/i.test(
          `${attribs.name ?? ""} ${attribs.id ?? ""}`,
        )),
  );
