import { descendants } from "../page/dom.ts";
import { languageOf, type Page } from "../page/page.ts";
import { type Control, controlsOf } from "./controls.ts";
import type { Product, Subject } from "./finding.ts";
import { kindOf } from "./page-kind.ts";
import { linesOf } from "./policy-lines.ts";
import { fromHeading, productsOf } from "./products.ts";
import { pathOf, voiceOf } from "./voice.ts";

/** Finds once what every rule asks of a page. */
export function subjectOf(page: Page): Subject {
  const voice = voiceOf(page);
  const kind = kindOf(page, voice);
  const controls = controlsOf(page);
  // What lies in somebody's basket, and what a post writes about, is not on offer there.
  const products =
    kind === "other"
      ? productsOf(page, controls)
      : kind === "article"
        ? productsOf(page, controls).filter(({ source }) => source === "data")
        : kind === "order"
          ? fromHeading(page, controls)
          : [];
  return {
    page,
    lang: languageOf(page),
    voice,
    lines: linesOf(page),
    products,
    isDetail: isDetail(page, products, controls),
  };
}

const DETAIL_PATH =
  /\/(?:products?|goods|items?|p|dp|prd)\/[^/?]+\/?(?:\?|$)|product_no=|goodsno=|branduid=|idx=\d+|goodscd=|item_id=|product_id=|product-detail|goods_view|shopdetail/;

/** Whether a page is about one thing on sale: it says so in its data, or its first heading and a price share a box. */
function isDetail(page: Page, products: Product[], controls: Control[]): boolean {
  if (products.length === 0) return false;
  const data = products.filter(({ source }) => source === "data");
  const isTyped = page.meta["og:type"] === "product" || page.meta["og:type"] === "og:product";
  if (isTyped || (data.length === 1 && data[0]!.quote.length > 0 && products.length < 9)) return true;
  if (products.some(({ source }) => source === "detail")) return products.length < 12;
  if (DETAIL_PATH.test(pathOf(page.url)) && products.length < 9) return true;
  return products.length === 1 && controls.some(({ says }) => says === "buy") && hasHeading(page);
}

const hasHeading = (page: Page): boolean =>
  [...descendants(page.document)].some(({ name }) => name === "h1" || name === "h2");
