import { expect, test } from "vitest";
import type { Archive } from "../archive/archive.ts";
import { pageOf } from "../archive/folder.server.ts";
import { type Goods, judge } from "../judge/judge.ts";
import { isTestHost } from "./test-host.ts";

const FOOT =
  "상호: 숲과길 | 대표: 문지호 | 사업자등록번호: 123-45-67891 | 통신판매업신고번호: 2023-서울강남-01234 | 주소: 서울특별시 강남구 테헤란로 1길 10 | 전화: 02-555-1234";
type Paper = [path: string, main: string, foot?: string];

function judged(papers: Paper[], { origin = "https://forestroad.kr", goods = "physical" as Goods, lang = "ko" } = {}) {
  const pages = papers.map(([path, main, foot = FOOT]) =>
    pageOf(
      origin + path,
      Buffer.from(
        `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>숲과길</title></head><body><header><a href="/">숲과길</a></header><main>${main}</main><footer>${foot} <a href="/terms">이용약관</a> <a href="/privacy">개인정보처리방침</a></footer></body></html>`,
      ),
      "text/html; charset=utf-8",
      200,
      "page.html",
    ),
  );
  return judge({ origin, pages, unreachable: [], leftOut: 0, robots: "none" } satisfies Archive, goods);
}
const codes = (papers: Paper[], how = {}) => judged(papers, how).notices.map(({ code }) => code);
const home: Paper = ["/", "<h1>숲과길</h1><p>오래 쓰는 물건을 골라 놓았습니다.</p>"];

test.each<[string, Paper[]]>([
  ["representative", [home, ["/about", "<h1>회사소개</h1>", FOOT.replace("문지호", "김하나")]]],
  ["representative", [["/", "<h1>숲과길</h1>", `${FOOT}<br>대표이사: 김하나`]]],
  ["representative", [home, ["/about", "<h1>회사소개</h1>", FOOT.replace("문지호", "문지호, 김하나")]]],
  ["bizRegNo", [home, ["/about", "<h1>회사소개</h1>", FOOT.replace("123-45-67891", "214-87-67890")]]],
  ["mailOrderNo", [home, ["/about", "<h1>회사소개</h1>", FOOT.replace("01234", "01235")]]],
  ["companyName", [home, ["/about", "<h1>회사소개</h1>", FOOT.replace("숲과길", "바다상사")]]],
  [
    "refundPeriod",
    [
      ["/refund", "<h1>교환·환불 정책</h1><p>상품 수령 후 7일 이내에 교환 및 반품이 가능합니다.</p>"],
      ["/p/1", "<h1>머그컵</h1><p>12,000원</p><h2>교환/반품</h2><p>수령일로부터 14일 이내 반품 가능</p>"],
    ],
  ],
  [
    "refundPeriod",
    [
      ["/", "<h1>Shop</h1><p>30-day returns. Made by hand.</p>"],
      [
        "/returns",
        "<h1>Returns</h1><p>Items can be returned within 7 days of receipt, unused. We refund your card.</p>",
      ],
    ],
  ],
  [
    "refundPeriod",
    [
      ["/guide", "<h1>返品・交換について</h1><p>商品到着後8日以内であれば返品を承ります。送料はお客様負担です。</p>"],
      ["/p/1", "<h1>マグカップ</h1><p>1,200円</p><p>14日間返品保証</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>店</h1><p>全品送料無料！</p>"],
      ["/guide", "<h1>送料・配送について</h1><p>送料は全国一律¥700です。ご注文から3日以内に発送します。</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>店</h1><p>送料無料</p>"],
      [
        "/law",
        "<h1>特定商取引法に基づく表記</h1><table><tr><th>販売業者</th><td>株式会社みどり</td></tr><tr><th>送料</th><td>全国一律 ￥700（税込）</td></tr></table>",
      ],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>숲과길</h1><p>전 상품 무료배송</p>"],
      ["/s", "<h1>배송안내</h1><p>배송비 3,000원, 2~3일 소요됩니다.</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>S</h1><p>Free shipping on all orders</p>"],
      ["/s", "<h1>Shipping</h1><p>Shipping costs $7.00 and takes 3-5 days.</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>S</h1><p>全館免運</p>"],
      ["/s", "<h1>配送說明</h1><p>運費 NT$60，3-5天送達。</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>S</h1><p>Miễn phí vận chuyển toàn quốc</p>"],
      ["/s", "<h1>Giao hàng</h1><p>Phí vận chuyển 30.000đ, giao trong 2-3 ngày.</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>S</h1><p>ส่งฟรีทั่วประเทศ</p>"],
      ["/s", "<h1>การจัดส่ง</h1><p>ค่าจัดส่ง 50 บาท ใช้เวลา 2-3 วัน</p>"],
    ],
  ],
  [
    "shippingFee",
    [
      ["/", "<h1>S</h1><p>Gratis ongkir ke seluruh Indonesia</p>"],
      ["/s", "<h1>Pengiriman</h1><p>Ongkir Rp20.000, estimasi 2-3 hari.</p>"],
    ],
  ],
])("a site that contradicts itself is told so: %s, with both places", (what, papers) => {
  const notice = judged(papers).notices.find(({ code }) => code === `contradiction.${what}`);
  expect(notice).toMatchObject({ severity: "before" });
  expect(notice!.evidence.length).toBeGreaterThanOrEqual(2);
  for (const { quote, selector, url } of notice!.evidence)
    expect([quote, selector, url]).toEqual([
      expect.stringMatching(/\S/),
      expect.stringMatching(/\S/),
      expect.stringMatching(/^https:/),
    ]);
});

test.each<[string, Paper[]]>([
  ["a legal form left out", [home, ["/about", "<h1>회사소개</h1>", FOOT.replace("숲과길", "(주)숲과길")]]],
  [
    "two representatives named in another order",
    [
      ["/", "<h1>a</h1>", FOOT.replace("문지호", "문지호, 김하나")],
      ["/b", "<h1>b</h1>", FOOT.replace("문지호", "김하나·문지호")],
    ],
  ],
  ["a number with and without hyphens", [home, ["/b", "<h1>b</h1>", FOOT.replace("123-45-67891", "1234567891")]]],
  [
    "a longer time for faulty goods, and days for the money",
    [
      [
        "/refund",
        "<h1>교환·환불 정책</h1><p>상품 수령 후 7일 이내에 교환 및 반품이 가능합니다.</p><p>내용이 표시와 다른 경우 공급받은 날부터 3개월 이내, 그 사실을 안 날부터 30일 이내에 청약철회가 가능합니다.</p><p>환불은 3영업일 이내 처리됩니다.</p>",
      ],
    ],
  ],
  [
    "free above an amount",
    [
      ["/", "<h1>숲과길</h1><p>5만원 이상 무료배송</p>"],
      ["/s", "<h1>배송안내</h1><p>배송비 3,000원 (50,000원 이상 무료배송), 2~3일 소요됩니다.</p>"],
    ],
  ],
  [
    "free above an amount, abroad",
    [
      ["/", "<h1>店</h1><p>5,000円以上のお買い上げで送料無料</p>"],
      ["/g", "<h1>送料について</h1><p>送料は全国一律700円です。</p>"],
    ],
  ],
  [
    "what a post tells of other shops",
    [
      ["/refund", "<h1>환불 정책</h1><p>수령 후 7일 이내 반품이 가능합니다.</p>"],
      [
        "/blog/1",
        "<article><h1>60일 반품의 심리학</h1><p>김하나 기자 2024.05.02 09:30</p><p>많은 쇼핑몰이 60일 이내 반품을 받아 준다고 밝혔다.</p></article>",
      ],
    ],
  ],
])("no contradiction: %s", (_, papers) => {
  expect(codes(papers).filter((code) => code.startsWith("contradiction"))).toEqual([]);
});

test.each([
  "https://test.shop.kr",
  "https://dev-shop.kr",
  "https://shop-dev.kr",
  "https://stg2.shop.kr",
  "https://staging.shop.co.kr",
  "https://stage.shop.kr",
  "https://demo1.shop.kr",
  "https://beta.shop.kr",
  "https://qa.brand.jp",
  "https://uat-pay.shop.com",
  "https://sandbox-brand.com",
  "https://shop.local",
  "https://tmp.shop.kr",
  "https://preview--x.netlify.app",
  "https://shopify-staging.brand.com",
  "https://myshop.cafe24.com",
  "https://shop.myshopify.com",
  "https://10.1.2.3",
  "https://shop.kr:8443",
])("%s is not where a shop will stand in the end", (origin) => {
  expect(isTestHost(origin)).toBe(true);
  expect(codes([home], { origin })).toContain("testHost");
});

test.each([
  "https://shop.kr",
  "https://testament.kr",
  "https://www.contest.com",
  "https://devon.co.uk",
  "https://latest.kr",
  "https://attestation.com",
  "https://m.devices.kr",
  "https://tmpl.kr",
  "https://demonstrate.kr",
  "https://locals.jp",
])("%s is a name like any other", (origin) => {
  expect(codes([home], { origin })).not.toContain("testHost");
});

const card = (name: string, price = "12,000원", mark = "") =>
  `<li><a href="/p/${encodeURIComponent(name)}"><img src="a.jpg" alt=""><h3>${name}</h3><span class="price">${price}</span>${mark}</a></li>`;
const shelf = (...cards: string[]): Paper[] => [["/", `<h1>상품</h1><ul>${cards.join("")}</ul>`]];
const products = (papers: Paper[], how = {}) => {
  const { verdict, reason } = judged(papers, how).requirements.products;
  return [verdict, reason];
};

test.each([
  "테스트",
  "[테스트] 머그",
  "TEST 상품",
  "Test product",
  "샘플상품",
  "dummy",
  "テスト商品",
  "Sản phẩm test",
  "สินค้าทดสอบ",
  "Produk uji coba",
  "測試商品",
  "asdf",
])("a product named %s is no product, and is named", (name) => {
  expect(products(shelf(card(name)))).toEqual(["not", "testProducts"]);
  expect(judged(shelf(card(name), card("접시"))).notices).toContainEqual(
    expect.objectContaining({ code: "testProducts", facts: { names: [name] } }),
  );
});

test.each(["Latest mug", "컨테스트 트로피", "Pregnancy test kit", "혈당 테스트지", "Test tube vase", "샘플러 세트"])(
  "%s is a product",
  (name) => {
    expect(codes(shelf(card(name), card("접시"), card("찻잔")))).not.toContain("testProducts");
    expect(products(shelf(card(name), card("접시"), card("찻잔")))).toEqual(["fulfilled", "productsShown"]);
  },
);

test("three physical goods or one digital one are enough; fewer, sold out ones and those for nothing are not", () => {
  expect(products(shelf(card("접시"), card("찻잔"), card("주전자")))).toEqual(["fulfilled", "productsShown"]);
  expect(products(shelf(card("접시"), card("찻잔")))).toEqual(["not", "tooFewProducts"]);
  expect(products(shelf(card("접시"), card("접시"), card("접시 ")))).toEqual(["not", "tooFewProducts"]);
  expect(products(shelf(card("사진 보정 온라인 강의 수강권")), { goods: "digital" })).toEqual([
    "fulfilled",
    "productsShown",
  ]);
  expect(products(shelf(card("접시"), card("찻잔"), card("주전자", "0원")))).toEqual(["not", "tooFewProducts"]);
  expect(codes(shelf(card("접시"), card("찻잔"), card("주전자", "0원")))).toContain("priceZero");
  const out = ["접시", "찻잔", "주전자"].map((name) => card(name, "12,000원", "<em>품절</em>"));
  expect(products(shelf(...out))).toEqual(["not", "allSoldOut"]);
  expect(codes(shelf(...out))).toContain("allSoldOut");
  expect(codes(shelf(...out.slice(1), card("접시")))).not.toContain("allSoldOut");
});

test.each([
  `<form action="/pay"><label>결제금액 <input type="number" name="amount"></label><button>결제하기</button></form>`,
  `<form action="/pay"><label>금액을 입력해 주세요 <input type="text" name="f1" placeholder="금액"></label><button>결제하기</button></form>`,
  `<form><label>Amount (USD) <input type="number" name="custom"></label><button>Pay now</button></form>`,
  `<form><label>金額 <input name="x"></label><button>支払う</button></form>`,
  `<form><label>Số tiền <input type="tel" name="x"></label><button>Thanh toán</button></form>`,
])("a field in which the buyer types the amount is told: %s", (form) => {
  expect(codes([["/pay", `<h1>결제</h1>${form}`]])).toContain("amountTyped");
  expect(products([["/pay", `<h1>결제</h1>${form}`]])).toEqual(["not", "amountTyped"]);
});

test.each([
  `<form class="filter"><input type="text" name="price_min" placeholder="최소 금액"><input type="text" name="price_max"></form>`,
  `<form action="/search"><input type="text" name="price" placeholder="금액"></form>`,
  `<form><label>적립금 사용 금액 <input type="text" name="use_point_amount"></label></form>`,
  `<form><label>Gift card amount <input name="gift_amount"></label></form>`,
  `<form><input type="text" name="amount" value="12,000" readonly></form>`,
  `<form><label>Quantity <input type="number" name="qty"></label></form>`,
])("another field for money is none: %s", (form) => {
  expect(codes([["/", `<h1>상점</h1>${form}`]])).not.toContain("amountTyped");
});
