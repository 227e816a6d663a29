import { amountFieldOf } from "../judge/amount-field.ts";
import type { Detector, Finding, Product } from "../judge/finding.ts";
import { spanOf } from "../judge/finding.ts";
import { genericName, quote, testName } from "../lexicon/buying.ts";
import { unfilled } from "../lexicon/voices.ts";
import { attribute, selectorOf } from "../page/dom.ts";
import { normalise } from "../page/normalise.ts";

const EMPTY =
  /(?:등록된|진열된|판매 ?중인) ?상품이 ?없|상품이 ?(?:존재하지|없습니다)|no products? (?:were |was )?(?:found|available|yet|here)|there are no products|nothing (?:to show|here yet)|this (?:category|collection) is empty|商品(?:が|は)(?:ありません|見つかりません|登録されていません|まだ)|該当する商品|(?:chưa|không) có sản phẩm|không tìm thấy sản phẩm|ไม่พบสินค้า|(?:ยัง)?ไม่มีสินค้า(?!ใน)|belum ada produk|produk tidak ditemukan|tidak ada produk|(?:沒有|查無|尚無|目前無|暫無|无)(?:任何)?(?:商品|產品|产品)/u;
const IN_BASKET = /장바구니|cart|basket|bag|カート|giỏ|ตะกร้า|keranjang|購物車|购物车|최근 ?본|recently viewed|wish/u;

/** Whether a product could be sold as it stands: a name of its own, a price above nothing, in stock. */
export type Flaw = "test" | "zero" | "noPrice" | "generic" | "soldOut" | "unfilled";
export function flawOf({ name, price, soldOut }: Product): Flaw | null {
  const norm = normalise(name);
  if (testName.test(norm)) return "test";
  if (norm.replace(unfilled, "").replace(/[^\p{L}\p{N}]/gu, "") === "" || /\{[^}]*\}|\$\{|<%/.test(norm))
    return "unfilled";
  if (price === null) return "noPrice";
  if (price <= 0) return "zero";
  if (genericName.test(norm)) return "generic";
  return soldOut ? "soldOut" : null;
}

/** A page that offers at least one thing under its own name at a fixed price above zero. How many the site has is counted over all its pages. */
export const productsShown: Detector = ({ page, products }): Finding | null => {
  const good = products.filter((product) => flawOf(product) === null);
  const flaws = products.map(flawOf).filter((flaw) => flaw !== null);
  const spans = (list: Product[]) =>
    list.slice(0, 4).map(({ quote, selector }) => ({ url: page.url, quote, selector }));
  const finding = (
    verdict: Finding["verdict"],
    reason: Finding["reason"],
    confidence: number,
    evidence: Finding["evidence"],
  ): Finding => ({
    requirement: "products",
    rule: "products.shown",
    version: 2,
    verdict,
    reason,
    confidence,
    evidence,
    facts: { products: good.length, flawed: flaws.length, names: good.slice(0, 20).map(({ name }) => name) },
  });
  if (good.length > 0) {
    const isData = good.some(({ source }) => source === "data");
    return finding(
      "fulfilled",
      good.length > 1 ? "productsShown" : "productShown",
      isData ? 0.95 : good.length > 1 ? 0.9 : 0.8,
      spans(good),
    );
  }
  if (products.length > 0) {
    const has = (flaw: Flaw) => flaws.includes(flaw);
    if (flaws.every((flaw) => flaw === "noPrice")) return null;
    if (has("generic") && !has("test") && !has("zero")) return finding("unsure", "genericNames", 0.5, spans(products));
    return finding(
      "not",
      has("test") || has("unfilled") ? "testProducts" : has("zero") ? "priceZero" : "allSoldOut",
      0.85,
      spans(products.filter((product) => flawOf(product) !== "noPrice")),
    );
  }

  const main = page.blocks.filter(({ region, hidden, said }) => region === "main" && !hidden && !said);
  const empty = main.find(({ norm }) => norm.length < 120 && EMPTY.test(norm) && !IN_BASKET.test(norm));
  if (empty) return finding("not", "emptyShop", 0.85, [spanOf(page, empty)]);
  const typed = amountFieldOf(page);
  if (typed)
    return finding("not", "amountTyped", 0.75, [
      {
        url: page.url,
        quote: `<input name="${attribute(typed, "name")}" placeholder="${attribute(typed, "placeholder")}">`,
        selector: selectorOf(typed),
      },
    ]);
  const asked = main.filter(
    ({ norm, level }) =>
      norm.length <= 40 &&
      quote.test(norm) &&
      level === 0 &&
      /가격|금액|price|quote|価格|見積|giá|ราคา|harga|penawaran|價|견적|협의|poa/u.test(norm),
  );
  if (asked.length > 0)
    return finding(
      "not",
      "quoteOnly",
      0.7,
      asked.slice(0, 3).map((block) => spanOf(page, block)),
    );
  return null;
};
