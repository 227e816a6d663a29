import { buy, orderPage, soldOut } from "../lexicon/buying.ts";
import { pricesIn } from "../lexicon/money.ts";
import { free, shipping } from "../lexicon/shipping.ts";
import type { Block } from "../page/blocks.ts";
import {
  ancestors,
  attribute,
  called,
  descendants,
  type Element,
  isElement,
  labelFor,
  type Node,
  selectorOf,
  shownTextOf,
  textOf,
} from "../page/dom.ts";
import { collapse, normalise, weight } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";
import { asText, asThing } from "../page/structured.ts";
import { type Control, formOf } from "./controls.ts";
import type { Product } from "./finding.ts";
import { topicOf } from "./policy-lines.ts";

const SOLD =
  /^(?:Product|ProductGroup|IndividualProduct|ProductModel|SomeProducts|Book|SoftwareApplication|MobileApplication|WebApplication|Course|VideoGame|Vehicle)$/;

/** What a page offers at a price, from its data and from what it shows. An order's own lines are not offers: see `page-kind.ts`. */
export function productsOf(page: Page, controls: Control[]): Product[] {
  const found = [...fromJsonLd(page), ...fromMicrodata(page), ...fromOpenGraph(page)];
  const shown = fromCards(page, controls);
  const names = new Set(found.map(({ name }) => keyOf(name)));
  const products = [...found, ...shown.filter(({ name }) => !names.has(keyOf(name)))];
  return products.length > 0 ? products : fromHeading(page, controls);
}

/**
 * A page of one thing with its order form under it: the first heading names it, and the price stands in the heading or
 * begins the next line. Only where something there can be paid or bought.
 */
export function fromHeading(page: Page, controls: Control[]): Product[] {
  const shown = page.blocks.filter(({ region, hidden, said }) => region === "main" && !hidden && !said);
  const first = shown.findIndex(({ level }) => level === 1);
  const at = first >= 0 ? first : shown.findIndex(({ level }) => level === 2);
  const heading = shown[at];
  const next = shown[at + 1];
  if (!heading || topicOf(heading.norm) !== null) return [];
  const [own] = pricesIn(heading.norm);
  const [beside] = next && next.level === 0 ? pricesIn(next.norm) : [];
  const option = optionPrice(page);
  // One thing, said in words, and the form that is paid with under it: £185 per person, lunch included.
  const isPaidHere =
    !orderPage.test(heading.norm) &&
    !orderPage.test(normalise(page.title)) &&
    controls.some(({ says, state, element }) => says === "pay" && state === "live" && formOf(element) !== undefined);
  const price = own ?? (beside && (isPaidHere || next!.norm.startsWith(beside.text)) ? beside : undefined) ?? option;
  const name = withoutPrice(heading.text).replace(/[\s—–:|/-]+$/u, "");
  // Nothing to press: then the price stands alone under the name, and what is sold is shown.
  const isAlone =
    !own && next !== undefined && next.norm.replace(PRICE_LABEL, "").replace(/[^\p{L}]/gu, "").length <= 4;
  const after = shown[at + 2]?.norm ?? "";
  const isShown = isAlone && (page.elements.some(isPicture) || (LIST_PRICE.test(after) && pricesIn(after).length > 0));
  if (!price || !isName(name) || !(isShown || controls.some(({ state }) => state === "live"))) return [];
  return [
    {
      name,
      price: price.amount,
      currency: price.currency,
      url: page.url,
      foundOn: page.url,
      soldOut: soldOut.test(heading.norm),
      selector: selectorOf(heading.element),
      quote: (own ? heading.text : `${heading.text} ${next!.text}`).slice(0, 240),
      source: "detail",
    },
  ];
}

/** What things cost elsewhere, beside what this one costs here. */
const LIST_PRICE =
  /정가|소비자가|시중가|定価|通常価格|建議|原價|定價|市價|list price|rrp|msrp|was|giá gốc|giá niêm yết|ราคาปกติ|harga normal/u;

/** 100 diamonds for 20,000 đ, 550 for 100,000 đ: a choice in which each has its price. */
const optionPrice = (page: Page) =>
  page.elements
    .filter(({ name, attribs }) => name === "input" && attribs.type === "radio")
    .slice(0, 40)
    .flatMap((input) => pricesIn(normalise(labelFor(input, page.elements))))
    .find(({ amount }) => amount > 0);

/** Two spellings of one product: spacing, case and marks do not count. */
export const keyOf = (name: string): string => normalise(name).replace(/[^\p{L}\p{N}]/gu, "");

function fromJsonLd(page: Page): Product[] {
  const products: Product[] = [];
  for (const { types, props, element } of page.jsonLd) {
    if (!types.some((type) => SOLD.test(type))) continue;
    const name = asText(props.name);
    const offers = [props.offers ?? []]
      .flat()
      .map(asThing)
      .filter((offer) => offer !== null);
    if (name === "" || offers.length === 0) continue;
    const prices = offers.map(priceOfOffer).filter((price) => price !== null);
    const stock = offers.map((offer) => asText(offer.availability));
    const url = asText(props.url) || asText(offers[0]?.url);
    const price = prices.length > 0 ? Math.max(...prices) : null;
    const currency = asText(offers[0]?.priceCurrency ?? asThing(offers[0]?.priceSpecification)?.priceCurrency) || null;
    products.push({
      name,
      price,
      currency,
      url: url && URL.canParse(url, page.url) ? new URL(url, page.url).href : page.url,
      foundOn: page.url,
      soldOut: stock.length > 0 && stock.every((text) => /OutOfStock|SoldOut|Discontinued/i.test(text)),
      selector: selectorOf(element),
      quote: `${types[0]}: ${name}, ${price ?? "-"} ${currency ?? ""}`.trim(),
      source: "data",
    });
  }
  return products;
}

function priceOfOffer(offer: Record<string, unknown>): number | null {
  const specification = asThing(offer.priceSpecification);
  for (const value of [offer.price, offer.lowPrice, offer.highPrice, specification?.price, specification?.minPrice]) {
    const text = asText(value).replace(/[^\d.,-]/g, "");
    if (text !== "" && /\d/.test(text)) return Number(text.replace(/,(?=\d{3})/g, "").replace(",", "."));
  }
  return null;
}

function fromMicrodata(page: Page): Product[] {
  const products: Product[] = [];
  for (const { types, props, element } of page.microdata) {
    if (!types.some((type) => SOLD.test(type))) continue;
    const priced = [...descendants(element)].find((inner) =>
      attribute(inner, "itemprop").split(/\s+/).includes("price"),
    );
    const shown = priced ? priced.attribs.content || collapse(textOf(priced)) : "";
    const number = shown.replace(/[^\d.,]/g, "");
    const name = asText(props.name) || page.heading;
    if (!priced || number === "" || name === "") continue;
    const currency = [...descendants(element)].find((inner) => attribute(inner, "itemprop") === "priceCurrency");
    products.push({
      name,
      price: priced.attribs.content
        ? Number(priced.attribs.content.replace(/,(?=\d{3})/g, ""))
        : (pricesIn(normalise(shown))[0]?.amount ?? Number(number.replace(/,/g, ""))),
      currency: currency
        ? currency.attribs.content || collapse(textOf(currency)) || null
        : (pricesIn(normalise(shown))[0]?.currency ?? null),
      url:
        typeof props.url === "string" && URL.canParse(props.url, page.url)
          ? new URL(props.url, page.url).href
          : page.url,
      foundOn: page.url,
      soldOut:
        soldOut.test(normalise(textOf(element)).slice(0, 2_000)) ||
        [...descendants(element)].some(
          ({ attribs }) =>
            attribs.itemprop === "availability" && /OutOfStock|SoldOut/i.test(attribs.href ?? attribs.content ?? ""),
        ),
      selector: selectorOf(priced),
      quote: `${name} ${shown}`.slice(0, 240),
      source: "data",
    });
  }
  return products;
}

function fromOpenGraph(page: Page): Product[] {
  const amount = page.meta["product:price:amount"] ?? page.meta["og:price:amount"];
  const name = page.meta["og:title"] || page.heading;
  if (amount === undefined || amount === "" || !name) return [];
  const price = Number(amount.replace(/,(?=\d{3})/g, ""));
  if (Number.isNaN(price)) return [];
  const currency = page.meta["product:price:currency"] ?? page.meta["og:price:currency"] ?? null;
  return [
    {
      name,
      price,
      currency,
      url:
        page.meta["og:url"] && URL.canParse(page.meta["og:url"], page.url)
          ? new URL(page.meta["og:url"], page.url).href
          : page.url,
      foundOn: page.url,
      soldOut: /oos|out|sold/i.test(page.meta["product:availability"] ?? page.meta["og:availability"] ?? ""),
      selector: 'meta[property="product:price:amount"]',
      quote: `${name}, ${amount} ${currency ?? ""}`.trim(),
      source: "data",
    },
  ];
}

/** $140,000 - $180,000: nobody's shelf, somebody's pay; rents and bids by the month and year likewise. */
const WAGE =
  /(?:\$|€|£|usd) ?\d{2,3}(?:,\d{3}|k)\s?[-–—~]\s?(?:\$|€|£|usd)? ?\d{2,3}(?:,\d{3}|k)(?: ?(?:\/|per|a) ?(?:year|yr|annum))?/u;
const FROM_ON =
  /over|above|orders?|spend|from|이상|以上|từ|trên|đơn|ขึ้นไป|ครบ|เมื่อซื้อ|min\.?|belanja|滿|满|(?<![a-z])up(?![a-z])/u;
const BESIDE_PRICE =
  /送料(?:別|込み?|無料)|\+ ?送料|배송비 ?(?:별도|포함|무료)|(?:\+|plus|excl\.?|incl\.?|excluding|including|with) ?(?:\w+ )?(?:shipping|postage|delivery|p&p)|(?:未含|不含|含|另計)運(?:費)?|運費另計|chưa (?:gồm|bao gồm) (?:phí )?(?:ship|vận chuyển)|ไม่รวมค่า(?:จัด)?ส่ง|รวมค่า(?:จัด)?ส่ง|belum (?:termasuk )?ongkir|회당|1회|월 ?(?=\d)/gu;
const SENTENCE = /(?:[.!?。！？]|니다|세요|어요|해요|ます|です|ません|ค่ะ|ครับ)\s*$/u;
const PRICE_LABEL =
  /판매가|정가|할인가|소비자가|회원가|가격|특가|최저가|부터|할인|쿠폰|적립(?:금)?|원 ?상당|혜택가|시중가|price|regular|sale|now|was|from|only|save|off|list|rrp|msrp|unit|per|each|tax|incl(?:uding|\.)?|excl\.?|vat|価格|税込|税抜|税|通常|特価|販売価格|定価|セール|から|より|giá(?: bán| gốc| khuyến mãi| niêm yết)?|chỉ|từ|ราคา|ปกติ|ลด|เหลือ|เพียง|harga|normal|diskon|mulai|dari|售價|特價|原價|優惠價|建議|定價|價格|市價|起|free|무료 ?배송|送料無料|免運|\+|-|~|:|\/|\(|\)|%|\d+/gu;

/** Rows of goods: a price, and in the same box a name and something to follow, to see or to press. */
function fromCards(page: Page, controls: Control[]): Product[] {
  const presses = new Set(controls.filter(({ says }) => says === "buy").map(({ element }) => element));
  const live = new Set(controls.filter(({ state }) => state === "live").map(({ element }) => element));
  const prices = page.blocks.filter(isPriceLine);
  const weightOf = new Map<Element, number>();
  for (const { element } of prices)
    for (const up of [element, ...ancestors(element)]) weightOf.set(up, (weightOf.get(up) ?? 0) + 1);

  const products = new Map<string, Product>();
  const taken = new Set<Element>();
  for (const block of prices) {
    const card = cardOf(block, weightOf, presses);
    if (!card || taken.has(card.element)) continue;
    taken.add(card.element);
    const amounts = pricesIn(block.norm);
    const selling = amounts.reduce((least, price) => (price.amount < least.amount ? price : least));
    const marks = [...descendants(card.shelf)].filter(({ name }) => name === "img").map((one) => attribute(one, "alt"));
    const text = normalise(`${shownTextOf(card.element)} ${marks.join(" ")}`).slice(0, 1_500);
    const key = keyOf(card.name);
    if (products.has(key)) continue;
    products.set(key, {
      name: card.name,
      price: selling.amount,
      currency: selling.currency,
      url: card.href && URL.canParse(card.href, page.url) ? new URL(card.href, page.url).href : page.url,
      foundOn: page.url,
      // What can be bought is not sold out, whatever a sibling on the same shelf says.
      soldOut: soldOut.test(text) && ![card.element, ...descendants(card.element)].some((one) => live.has(one)),
      selector: selectorOf(block.element),
      quote: collapse(textOf(card.element)).slice(0, 240),
      source: card.isMain ? "detail" : "card",
    });
  }
  return [...products.values()];
}

/** A line that is a price, alone or with a name: no sentence, no fee of shipping, nothing in a form or a review. */
function isPriceLine({ norm, hidden, said, region, under, control, tag, element }: Block): boolean {
  if (hidden || said || region === "nav" || region === "footer" || region === "header") return false;
  if (
    norm.length > 140 ||
    SENTENCE.test(norm) ||
    tag === "option" ||
    tag === "textarea" ||
    (control && tag !== "button")
  )
    return false;
  if (under.some((heading) => topicOf(heading) !== null)) return false;
  if (
    /salary|per annum|급여|연봉|월급|시급|年収|月給|時給|給与|lương|เงินเดือน|gaji|月薪|時薪|薪資|(?:주문|결제|환불|입금) ?금액|(?:訂單|付款|退款|應付)金額|(?:order|amount|balance|grand|invoice) (?:total|due|amount)|적립|포인트|쿠폰|이상 ?구매|합계|객단가|총 ?(?:결제|주문|상품)|subtotal|total|point|小計|合計|tổng|tạm tính|ยอดรวม|รวม(?:ทั้งหมด|เงิน)|subtotal|jumlah|小計|總計|合计|discount|coupon|minimum order|최소 ?주문|クーポン|ポイント|優惠券|折價券|折扣碼|購物金|紅利|mã giảm|giảm (?:ngay )?\d|voucher|คูปอง|โค้ดส่วนลด|kupon|potongan|현장 ?(?:결제|지불)|추가 ?요금|보증금|초과 ?시/u.test(
      norm,
    )
  )
    return false;
  // Free delivery from an amount on is no price of anything.
  if (free.test(norm) && FROM_ON.test(norm)) return false;
  // 送料別, plus shipping, 배송비 별도 beside a price belong to the price.
  const rest = norm.replace(free, "").replace(BESIDE_PRICE, "");
  if (shipping.test(rest) || isLedger(element) || WAGE.test(norm)) return false;
  const [first] = pricesIn(norm);
  if (!first) return false;
  // A price stands at the end of a line or at its beginning; in the middle of words it is spoken of.
  const at = norm.indexOf(first.text);
  const after = norm
    .slice(at + first.text.length)
    .replace(PRICE_LABEL, "")
    .replace(buy, "")
    .replace(soldOut, "");
  const before = norm.slice(0, at).replace(PRICE_LABEL, "");
  const words = after.match(/[a-zà-ỹ]{2,}/g)?.length ?? 0;
  return (weight(after) <= 24 && words <= 1) || weight(before) <= 4;
}

const LEDGER =
  /^(?:date|status|customer|client|order(?: ?(?:#|no\.?|id|number|date))?|invoice(?: no\.?)?|transaction|qty|quantity|subtotal|sub total|sales|sold|due|paid|balance|user|email|progress|department|salary|budget|주문일자?|주문번호|상태|일자|날짜|합계|소계|수량|결제일|거래일|고객명|日付|状況|注文番号|数量|小計|ngày|trạng thái|mã đơn|số lượng|วันที่|สถานะ|จำนวน|tanggal|status pesanan|jumlah|日期|狀態|訂單編號|數量|小計)$/u;
const ledgers = new WeakMap<Element, boolean>();

/** A table of orders, invoices, users or sales: its heads say so. */
function isLedger(element: Element): boolean {
  const table = [element, ...ancestors(element)].find(({ name }) => name === "table");
  if (!table) return false;
  const known = ledgers.get(table);
  if (known !== undefined) return known;
  const heads = [...descendants(table)].filter(({ name }) => name === "th").map((head) => normalise(textOf(head)));
  const answer = heads.filter((head) => LEDGER.test(head)).length >= 2;
  ledgers.set(table, answer);
  return answer;
}

interface Card {
  element: Element;
  name: string;
  href: string;
  isMain: boolean;
  /** The largest box that still holds only this thing: its picture may wear the mark "sold out". */
  shelf: Element;
}

const MAX_CLIMB = 7;
const MAX_PRICES = 5;

function cardOf(block: Block, weightOf: Map<Element, number>, presses: Set<Element>): Card | null {
  let climbed = 0;
  for (const element of [block.element, ...ancestors(block.element)]) {
    const tooWide = (weightOf.get(element) ?? 0) > MAX_PRICES || element.name === "body" || element.name === "html";
    if (climbed++ > MAX_CLIMB || tooWide) return null;
    const inner = [element, ...descendants(element)];
    // Some hosts give the product's name the second rank.
    const isMain =
      inner.some(({ name }) => name === "h1") ||
      (inner.some(({ name }) => name === "h2") && !inner.some(({ name }) => name === "a"));
    const says = weight(textOf(element));
    // A box that says this much is a part of the page and no longer one thing on a shelf.
    if (says > MAX_SAYS && !isMain) return null;
    const links = [...inner, ...ancestors(element)].filter(({ name, attribs }) => name === "a" && "href" in attribs);
    const leads = links.find(
      ({ attribs }) => !NOWHERE.test((attribs.href ?? "").trim()) && !isFrontDoor(attribs.href ?? ""),
    );
    const hasPicture = inner.some(isPicture);
    // On sale is what can be pressed to buy, or what is shown and leads on; a figure on a dashboard is neither.
    const isOnSale =
      inner.some((one) => presses.has(one)) ||
      (hasPicture && (links.length > 0 || isMain)) ||
      // A whole menu beside a figure is no shelf.
      (leads !== undefined && says <= MAX_LINE && links.length <= 4);
    if (!isOnSale) continue;
    const name = nameIn(element, block);
    if (!name) continue;
    return {
      element,
      name,
      href: attribute(leads ?? links[0] ?? element, "href"),
      isMain,
      shelf: shelfOf(element, weightOf),
    };
  }
  return null;
}

const shelfOf = (card: Element, weightOf: Map<Element, number>): Element => {
  let shelf = card;
  for (const up of ancestors(card)) {
    if (!/^(?:li|div|article|td)$/.test(up.name) || (weightOf.get(up) ?? 0) > (weightOf.get(card) ?? 0)) break;
    shelf = up;
  }
  return shelf;
};

const MAX_SAYS = 900;
const MAX_LINE = 180;
const NOWHERE = /^(?:#.*|javascript:.*|)$/i;

/** The link of a shop's own name. */
const isFrontDoor = (href: string): boolean =>
  /^(?:https?:\/\/[^/]+)?\.?\/?(?:index\.\w{2,5}|main\.\w{2,5})?$/i.test(href.trim());

const isPicture = ({ name, attribs }: Element): boolean =>
  name === "img" ||
  name === "picture" ||
  name === "figure" ||
  /background(?:-image)?\s*:[^;]*url\(/i.test(attribs.style ?? "");

const NAMED =
  /(?:^|[\s_-])(?:name|title|tit|subject|prd[-_]?name|goods[-_]?name|product[-_]?name|item[-_]?name|prdname|product__title)(?:$|[\s_-])|(?:name|title)$/;

/** Shop hosts set the word before the name, for ears only. */
const NAME_LABEL =
  /^(?:상품명|제품명|품명|product(?: name)?|item|商品名|品名|tên sản phẩm|ชื่อสินค้า|nama produk|商品名稱)\s?[:：]\s?/iu;

/** What the thing in a box is called: its heading, what its author called a name, its link, its picture's words, its first line. */
function nameIn(card: Element, block: Block): string | null {
  const inner = [...descendants(card)];
  const candidates = [
    ...inner.filter(({ name }) => /^h[1-6]$/.test(name)).map(wordsOf),
    ...inner.filter((element) => NAMED.test(called(element))).map(wordsOf),
    ...inner.filter(({ name }) => name === "a").map(wordsOf),
    ...inner.filter(({ name }) => name === "img").map((element) => collapse(attribute(element, "alt"))),
    ...linesIn(card),
    // Old shops set name and price into one cell, a break between them.
    ...textOf(card).split("\n").map(collapse),
    block.text,
  ];
  for (const candidate of candidates) {
    const name = withoutPrice(candidate).replace(NAME_LABEL, "");
    if (isName(name)) return name;
  }
  return null;
}

const wordsOf = (element: Element) => collapse(textOf(element));
const linesIn = (card: Element): string[] =>
  [...descendants(card)]
    .filter(({ children }) => children.length > 0 && children.every((node: Node) => !isElement(node)))
    .map(wordsOf);

function withoutPrice(text: string): string {
  let rest = text;
  for (const { text: price } of pricesIn(normalise(text))) {
    const at = rest.toLowerCase().indexOf(price);
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + price.length)}`;
  }
  return collapse(rest).slice(0, 200);
}

/** What every shop has at its head, and lines of a bill: names of no goods. */
const FUNCTION =
  /^(?:log ?in|log ?out|sign ?(?:in|up)|register|join(?: us)?|my ?(?:page|account)|account|cart|basket|bag|wish ?list|checkout|home|menu|search|로그인|로그아웃|회원 ?가입|장바구니|마이 ?(?:페이지|쇼핑)|주문 ?조회|고객 ?센터|홈|메뉴|검색|관심 ?상품|최근 ?본 ?상품|ログイン|ログアウト|(?:新規)?会員登録|カート|買い物かご|マイページ|お気に入り|ホーム|đăng (?:nhập|ký)|giỏ hàng|tài khoản|trang chủ|เข้าสู่ระบบ|สมัครสมาชิก|ตะกร้า(?:สินค้า)?|หน้าแรก|masuk|daftar|keranjang|beranda|akun(?: saya)?|(?:會員)?登入|(?:會員)?註冊|會員中心|購物車|首頁)(?:\s?\(?\d*\)?)?$|^(?:お支払い?方法|支払方法|お届け|결제 ?(?:방법|수단)|배송 ?(?:방법|지)|payment method|deliver(?:y|ed) to|phương thức|วิธีชำระ|metode pembayaran|付款方式|配送方式) ?[:：]/u;

function isName(name: string): boolean {
  const norm = normalise(name);
  if (weight(norm) < 3 || !/\p{L}{2}/u.test(norm)) return false;
  if (pricesIn(norm).length > 0) return false;
  const rest = norm
    .replace(PRICE_LABEL, "")
    .replace(buy, "")
    .replace(soldOut, "")
    .replace(/[^\p{L}]/gu, "");
  if (rest.length < 2) return false;
  if (
    /revenue|earnings|balance|profit|income|expenses?|visitors|매출|수익|잔액|売上|doanh thu|ยอดขาย|pendapatan|營收/u.test(
      norm,
    )
  )
    return false;
  if (FUNCTION.test(norm)) return false;
  return !/^(?:new|best|hot|sale|md ?추천|추천|신상|인기|더 ?보기|view|more|details?|quick view|wishlist|찜|관심 ?상품|상세 ?보기|詳細|もっと見る|xem (?:thêm|chi tiết)|ดูเพิ่ม|lihat(?: detail| semua)?|查看|詳情|更多|수량|quantity|qty|数量|số lượng|จำนวน|jumlah|數量)$/u.test(
    norm,
  );
}
