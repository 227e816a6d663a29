import { expect, test } from "vitest";
import { judgePage } from "#app/site/judge/judge-page.ts";
import { pageLine } from "#app/site/judge-command.server.ts";

type Expected = Partial<Record<"products" | "shippingPolicy" | "refundPolicy" | "checkout", boolean | null>>;

const lineOf = (html: string, url = "https://shop.example/page.html") =>
  pageLine(
    judgePage({
      url,
      status: 200,
      contentType: "text/html",
      headers: {},
      fetchedAt: "",
      sha256: "",
      html,
      charset: "utf-8",
      via: "file",
      found: "file",
      file: "page.html",
    }),
  );

const page = (title: string, main: string, foot = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><header><a href="/">Home</a></header><main>${main}</main><footer>${foot}</footer></body></html>`;

/** Single pages, each with what it is by itself: what issue and facts call a fulfilment, and what they do not. `false` must never be `true`; a `true` must be found. */
const cases: [string, string, Expected][] = [
  // texts that are a policy
  [
    "an accordion with both policies under a product",
    page(
      "머그컵",
      `<h1>숲 머그컵</h1><img src="a.jpg"><p>18,000원</p><button type="button" onclick="buy()">구매하기</button><div class="acc"><a href="#" class="acc-tit">배송정보</a><div class="acc-cont" style="display:none">주문일로부터 평균 2~3일 소요됩니다.<br>배송비 3,000원, 3만원 이상 무료배송</div><a href="#" class="acc-tit">교환/반품 안내</a><div class="acc-cont" style="display:none">제품 수령일로부터 7일 이내 신청 가능<br>단순변심 왕복배송비 6,000원 고객부담<br>사용 흔적이 있는 경우 교환 및 반품 불가</div></div>`,
    ),
    { products: true, shippingPolicy: true, refundPolicy: true, checkout: true },
  ],
  [
    "questions and answers as data",
    page(
      "FAQ",
      `<h1>FAQ</h1><script type="application/ld+json">{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question","name":"How long does shipping take?","acceptedAnswer":{"@type":"Answer","text":"<p>We ship within 24 hours. Delivery takes 3 to 5 days and costs $4.90.</p>"}},{"@type":"Question","name":"Can I return my order?","acceptedAnswer":{"@type":"Answer","text":"Yes, within 14 days of delivery, unworn. Return postage is paid by you; we refund your card within 5 days."}}]}</script>`,
    ),
    { shippingPolicy: true, refundPolicy: true },
  ],
  [
    "a definition list",
    page(
      "Guide",
      "<h2>Delivery</h2><dl><dt>Carrier</dt><dd>DHL Express</dd><dt>Transit</dt><dd>2 to 4 working days</dd><dt>Charge</dt><dd>€9, free from €100</dd></dl>",
    ),
    { shippingPolicy: true },
  ],
  [
    "letters spread for looks",
    page(
      "안내",
      "<h2>배 송 안 내</h2><table><tr><th>배 송 기 간</th><td>입금 확인 후 3 ~ 5일</td></tr><tr><th>배 송 비</th><td>2,500원</td></tr><tr><th>배 송 지 역</th><td>전국 (도서산간 제외)</td></tr></table>",
    ),
    { shippingPolicy: true },
  ],
  [
    "exchange only",
    page(
      "교환 정책",
      "<h1>교환 정책</h1><p>환불은 불가하며 교환만 가능합니다. 수령 후 3일 이내 고객센터로 연락 주세요.</p>",
    ),
    { refundPolicy: true },
  ],
  [
    "terms of use with the right to withdraw",
    page(
      "이용약관",
      "<h1>이용약관</h1><p>제15조(청약철회 등)</p><p>① 회사와 재화등의 구매에 관한 계약을 체결한 이용자는 재화등을 공급받은 날부터 7일 이내에 청약의 철회를 할 수 있습니다.</p><p>② 이용자에게 책임 있는 사유로 재화 등이 멸실 또는 훼손된 경우에는 반품 및 교환을 할 수 없습니다.</p><p>제16조(청약철회 등의 효과) 회사는 재화등을 반환받은 경우 3영업일 이내에 이미 지급받은 재화등의 대금을 환급합니다.</p>",
    ),
    { refundPolicy: true },
  ],
  [
    "offers with shipping and returns as data",
    page(
      "Mug",
      `<h1>Mug</h1><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Product","name":"Forest mug","offers":{"@type":"Offer","price":"18.00","priceCurrency":"USD","hasMerchantReturnPolicy":{"@type":"MerchantReturnPolicy","applicableCountry":"US","returnPolicyCategory":"https://schema.org/MerchantReturnFiniteReturnWindow","merchantReturnDays":30,"returnFees":"https://schema.org/FreeReturn"},"shippingDetails":{"@type":"OfferShippingDetails","shippingRate":{"@type":"MonetaryAmount","value":4.9,"currency":"USD"},"shippingDestination":{"@type":"DefinedRegion","addressCountry":"US"},"deliveryTime":{"@type":"ShippingDeliveryTime","handlingTime":{"@type":"QuantitativeValue","minValue":0,"maxValue":1},"transitTime":{"@type":"QuantitativeValue","minValue":2,"maxValue":5}}}}}]}</script>`,
    ),
    { products: true, shippingPolicy: true, refundPolicy: true },
  ],
  [
    "a Japanese legal page",
    page(
      "特定商取引法に基づく表記",
      "<h1>特定商取引法に基づく表記</h1><table><tr><th>販売業者</th><td>株式会社みどり</td></tr><tr><th>運営統括責任者</th><td>佐藤 花子</td></tr><tr><th>所在地</th><td>〒150-0001 東京都渋谷区神宮前1-1-1</td></tr><tr><th>電話番号</th><td>03-5555-1234</td></tr><tr><th>販売価格</th><td>各商品ページに税込で表示</td></tr><tr><th>商品代金以外の必要料金</th><td>送料全国一律600円</td></tr><tr><th>引き渡し時期</th><td>ご注文から5日以内に発送</td></tr><tr><th>お支払方法</th><td>クレジットカード</td></tr><tr><th>返品について</th><td>商品到着後8日以内、未開封に限り返品可能。送料はお客様負担。</td></tr></table>",
    ),
    { shippingPolicy: true, refundPolicy: true },
  ],
  [
    "download at once",
    page(
      "How it works",
      "<h1>How it works</h1><p>As soon as your payment is confirmed we e-mail you a licence key and a download link.</p>",
    ),
    { shippingPolicy: true },
  ],
  // texts that only look like one
  [
    "Lorem ipsum under the right heading",
    page(
      "Shipping policy",
      `<h1>Shipping policy</h1><p>${"Lorem ipsum dolor sit amet, consectetur adipiscing elit. Nulla 3-5 days facilisi. ".repeat(4)}</p>`,
    ),
    { shippingPolicy: false },
  ],
  ["an empty heading", page("환불정책", "<h1>환불정책</h1><p>&nbsp;</p>"), { refundPolicy: false }],
  [
    "blank on purpose",
    page("배송", "<h2>배송안내</h2><p>(비움)</p><h2>환불안내</h2><p>(비움)</p>"),
    { shippingPolicy: false, refundPolicy: false },
  ],
  [
    "in preparation",
    page("교환/환불", "<h1>교환/환불</h1><p>페이지 준비 중입니다. 잠시만 기다려 주세요.</p>"),
    { refundPolicy: false },
  ],
  [
    "values in a comment",
    page("배송정책", "<h1>배송정책</h1><!-- 배송기간 2~3일, 배송비 3,000원, 전국 택배 -->"),
    { shippingPolicy: false },
  ],
  [
    "values in a script template",
    page(
      "Refunds",
      `<h1>Refunds</h1><script type="text/x-template"><p>Returns accepted within 30 days, unused. We refund your card.</p></script>`,
    ),
    { refundPolicy: false },
  ],
  [
    "a template nobody filled",
    page(
      "배송정책",
      "<h1>배송정책</h1><p>배송기간: {DELIVERY_DAYS}일</p><p>배송비: {DELIVERY_FEE}원 (전국, {COURIER} 택배)</p>",
    ),
    { shippingPolicy: false },
  ],
  [
    "a post about refunds",
    page(
      "How refunds shape loyalty | Blog",
      `<article><h1>How generous refunds shape loyalty</h1><p>By Sam Lee | 3 April 2024</p><p>Shoppers love stores that take returns within 60 days. Retailers that pay return shipping sell more.</p><p>In our survey, most stores refund to the original payment method within 5 days of receiving unused goods.</p></article>`,
    ),
    { refundPolicy: false },
  ],
  [
    "news about parcels",
    page(
      "택배 파업 소식",
      `<article><h1>택배 파업으로 배송 지연, 소비자 불편</h1><p>김하나 기자 2024.05.02 09:30</p><p>이번 파업으로 전국 배송이 3~5일 늦어지고 있다. 많은 쇼핑몰이 배송비 3,000원을 환불해 주고 있다고 밝혔다.</p></article>`,
    ),
    { shippingPolicy: false, refundPolicy: null },
  ],
  [
    "a payment company's terms",
    page(
      "전자지급결제대행 서비스 이용약관",
      "<h1>전자지급결제대행 서비스 이용약관</h1><p>회사는 가맹점과 이용자 간의 전자금융거래에 대하여 결제대행서비스를 제공합니다.</p><p>이용자는 거래지시를 철회할 수 있으며 재화를 받은 날부터 7일 이내 취소 시 가맹점이 환불 비용을 부담합니다. 접근매체의 위조로 인한 손해는 3영업일 이내 보상합니다.</p>",
    ),
    { refundPolicy: false },
  ],
  [
    "a member's refunds",
    page(
      "환불 내역",
      "<h1>취소/환불 내역</h1><table><tr><th>주문번호</th><th>상품</th><th>환불금액</th><th>상태</th></tr><tr><td>2024-0502-01<br>2024.05.02</td><td>머그컵 (불량)</td><td>18,000원</td><td>환불완료</td></tr><tr><td>2024-0611-07<br>2024.06.11</td><td>접시 (단순변심)</td><td>12,000원</td><td>카드 취소 처리 3영업일 이내</td></tr></table>",
    ),
    { refundPolicy: false },
  ],
  [
    "only the way back costs something",
    page(
      "배송비 안내",
      "<h1>배송비 안내</h1><p>반품 시 택배비 3,000원, 교환 시 왕복 6,000원을 부담하셔야 합니다. 반품 접수 후 2~3일 안에 기사님이 방문합니다.</p>",
    ),
    { shippingPolicy: false },
  ],
  [
    "praise of customers",
    page(
      "접시",
      `<h1>들꽃 접시</h1><img src="a.jpg"><p>12,000원</p><a href="#" onclick="cart()">장바구니</a><div id="review"><h3>구매후기</h3><p>이틀 만에 도착했어요 배송비도 무료라 만족합니다</p><p>7일 안에 반품했는데 환불도 3일 만에 됐어요</p></div>`,
    ),
    { products: true, shippingPolicy: null, refundPolicy: null, checkout: true },
  ],
  [
    "a badge is no policy",
    page(
      "Plate",
      `<h1>Plate</h1><img src="a.jpg"><p>$12.00</p><button>Add to cart</button><script src="/a.js"></script><ul class="badges"><li>Free shipping</li><li>30-day returns</li></ul>`,
    ),
    { products: true, shippingPolicy: null, refundPolicy: null },
  ],
  [
    "how long data are kept",
    page(
      "개인정보처리방침",
      "<h1>개인정보처리방침</h1><p>계약 또는 청약철회 등에 관한 기록: 5년 보존</p><p>대금결제 및 재화 등의 공급에 관한 기록: 5년</p><p>배송을 위해 택배사에 주소를 제공하며 3개월 뒤 파기합니다.</p>",
    ),
    { shippingPolicy: null, refundPolicy: null },
  ],
  [
    "nothing ever comes back",
    page("환불", "<h1>환불 규정</h1><p>당사에서 구매한 상품은 어떠한 경우에도 교환·환불이 절대 불가합니다.</p>"),
    { refundPolicy: false },
  ],
  // goods
  [
    "a list of three",
    page(
      "Shop",
      `<ul>${["Oak stool", "Pine shelf", "Ash tray table"].map((name, n) => `<li><a href="/p/${n}"><img src="${n}.jpg" alt=""><h3>${name}</h3><span class="amount">£${45 + n}.00</span></a></li>`).join("")}</ul>`,
    ),
    { products: true },
  ],
  [
    "a test product",
    page("테스트", `<h1>테스트상품</h1><img src="a.jpg"><p>1,000원</p><button onclick="buy()">구매하기</button>`),
    { products: false },
  ],
  [
    "given away",
    page("이벤트", `<h1>가을 에코백</h1><img src="a.jpg"><p>판매가 0원</p><button onclick="buy()">구매하기</button>`),
    { products: false },
  ],
  [
    "on request",
    page(
      "맞춤 가구",
      `<h1>맞춤 원목 책장</h1><img src="a.jpg"><p>가격: 별도 문의</p><a href="tel:0212345678">견적 문의</a>`,
    ),
    { products: false },
  ],
  [
    "the buyer types the amount",
    page(
      "결제",
      `<h1>금액 직접 결제</h1><form action="/pay"><input type="number" name="price" placeholder="결제금액 입력"><button>결제하기</button></form>`,
    ),
    { products: false },
  ],
  [
    "nothing in the category",
    page("Outlet", "<h1>Outlet</h1><p>There are no products in this collection.</p>"),
    { products: false },
  ],
  [
    "a dashboard",
    page(
      "Dashboard",
      `<h1>Dashboard</h1><div class="card"><a href="#"><img src="i.svg"></a><p>Revenue this month</p><h3>$12,400.00</h3></div><table><tr><th>Order #</th><th>Customer</th><th>Status</th><th>Amount</th></tr><tr><td>1001</td><td><a href="#">Jane Roe</a></td><td>Paid</td><td>$245.00</td></tr></table>`,
    ),
    { products: null },
  ],
  // buying
  [
    "an order page",
    page(
      "Checkout",
      `<h1>Checkout</h1><form method="post"><input autocomplete="street-address" name="address"><h2>Payment method</h2><label><input type="radio" name="m"> Credit card</label><label><input type="radio" name="m"> PayPal</label><button>Place order</button></form>`,
    ),
    { checkout: true },
  ],
  [
    "only bank transfer",
    page(
      "주문서",
      `<h1>주문서 작성</h1><form method="post"><input name="addr"><label><input type="radio" name="pay" checked> 무통장입금</label><p>국민은행 123456-01-123456 예금주 (주)바다</p><button>주문하기</button></form>`,
    ),
    { checkout: false },
  ],
  [
    "cash at the door only",
    page(
      "Thanh toán",
      `<h1>Thanh toán</h1><form method="post"><input name="address"><label><input type="radio" name="payment_method"> Thanh toán khi nhận hàng (COD)</label><button>Đặt hàng</button></form>`,
    ),
    { checkout: false },
  ],
  [
    "no button at all",
    page("Vase", `<h1>Tall vase</h1><img src="a.jpg"><p class="price">$80.00</p><p>Visit our studio to see it.</p>`),
    { products: true, checkout: false },
  ],
  [
    "somebody else's market",
    page(
      "꽃병",
      `<h1>긴 꽃병</h1><img src="a.jpg"><p>80,000원</p><a href="https://smartstore.naver.com/vase/products/1">구매하기</a>`,
    ),
    { products: true, checkout: false },
  ],
  [
    "by chat",
    page(
      "Vas",
      `<h1>Vas tinggi</h1><img src="a.jpg"><p>Rp250.000</p><a href="https://wa.me/6281234567890">Beli via WhatsApp</a>`,
    ),
    { products: true, checkout: false },
  ],
  [
    "a button that apologises",
    page(
      "꽃병",
      `<h1>긴 꽃병</h1><img src="a.jpg"><p>80,000원</p><button onclick="alert('결제 시스템 준비중입니다')">바로구매</button>`,
    ),
    { products: true, checkout: false },
  ],
  [
    "the kit of a payment company",
    page(
      "결제",
      `<h1>주문 결제</h1><form><button type="button" id="payment-button">결제하기</button></form><script src="https://js.tosspayments.com/v2/standard"></script><script>const t = TossPayments("test_ck");</script>`,
    ),
    { checkout: true },
  ],
];

test.each(cases)("%s", (_, html, expected) => {
  const { tokushoho: _t, businessInfo: _b, file: _f, ...says } = lineOf(html);
  const seen = Object.fromEntries(Object.keys(expected).map((name) => [name, says[name as keyof typeof says]]));
  expect(seen).toEqual(expected);
});

const foots: [string, string, Record<string, unknown>][] = [
  [
    "labels in English capitals",
    "COMPANY : (주)숲과길 / OWNER : 문지호 / BUSINESS LICENCE : 123-45-67891 / MAIL ORDER LICENSE : 2023-서울강남-01234 / TEL : 02-555-1234 / ADDRESS : 서울시 강남구 테헤란로 1길 10",
    {
      companyName: "(주)숲과길",
      representative: "문지호",
      bizRegNo: "123-45-67891",
      bizRegNoValid: true,
      phone: "02-555-1234",
      phoneIsMobile: false,
      mailOrderNo: "2023-서울강남-01234",
      address: "서울시 강남구 테헤란로 1길 10",
    },
  ],
  [
    "no label at all",
    "주식회사 숲과길 | 문지호 | 123-45-67891 | 서울특별시 강남구 테헤란로 1길 10, 2층 | 02-555-1234",
    {
      companyName: "주식회사 숲과길",
      representative: "문지호",
      bizRegNo: "123-45-67891",
      address: "서울특별시 강남구 테헤란로 1길 10, 2층",
      phone: "02-555-1234",
    },
  ],
  [
    "등록번호 alone",
    "<p>상호 숲과길</p><p>대표자명 문지호, 김보라</p><p>등록번호 1234567891</p>",
    { companyName: "숲과길", representative: "문지호, 김보라", bizRegNo: "123-45-67891" },
  ],
  [
    "사업자등록정보 with its button",
    "숲과길(주) <br> 대표이사 : 문지호 <br> 사업자등록정보 : 123-45-67891 <a href='#'>사업자정보확인</a>",
    { representative: "문지호", bizRegNo: "123-45-67891" },
  ],
  [
    "a number that cannot be",
    "상호: 숲과길 대표: 문지호 사업자등록번호: 123-45-67890",
    { bizRegNo: "123-45-67890", bizRegNoValid: false },
  ],
  [
    "noughts",
    "상호: 숲과길 대표: 문지호 사업자등록번호: 000-00-00000 통신판매업신고번호: 제0000-서울강남-00000호 전화: 000-0000-0000",
    { companyName: "숲과길", bizRegNo: null, bizRegNoValid: null, mailOrderNo: null, phone: null },
  ],
  [
    "masked",
    "상호: 숲과길 | 대표: 문** | 사업자등록번호: 123-45-***** | 전화: 02-****-1234",
    { representative: null, bizRegNo: null, phone: null },
  ],
  [
    "left open by a template",
    "상호: {SHOP_NAME} | 대표: {OWNER} | 사업자등록번호: {BIZ_NO} | 주소: [회사 주소를 입력하세요] | 전화: {{tel}}",
    { companyName: null, representative: null, bizRegNo: null, address: null, phone: null },
  ],
  [
    "in a comment",
    "<!-- 상호: 숲과길 사업자등록번호: 123-45-67891 --><p>© 2024</p>",
    { companyName: null, bizRegNo: null },
  ],
  [
    "only a mobile number",
    "상호: 숲과길 / 대표: 문지호 / 연락처: 010-1234-5678 / 사업자번호: 123-45-67891",
    { phone: "010-1234-5678", phoneIsMobile: true },
  ],
  [
    "a landline beside a mobile",
    "상호: 숲과길 / 대표: 문지호 / 사업자번호: 123-45-67891 / 전화: 010-1234-5678, 031-123-4567",
    { phone: "031-123-4567", phoneIsMobile: false },
  ],
  [
    "full-width digits",
    "상호：숲과길　대표：문지호　사업자등록번호：１２３－４５－６７８９１",
    { bizRegNo: "123-45-67891", representative: "문지호" },
  ],
  [
    "fax is no telephone",
    "상호: 숲과길 | 사업자등록번호: 123-45-67891 | FAX: 02-999-8888 | TEL: 1577-1234",
    { phone: "1577-1234" },
  ],
  [
    "the data officer is no representative",
    "상호: 숲과길 | 개인정보보호책임자: 최다른 | 대표: 문지호 | 사업자등록번호: 123-45-67891",
    { representative: "문지호" },
  ],
  [
    "대표전화 is a telephone",
    "상호: 숲과길 | 대표전화: 02-555-1234 | 대표자: 문지호 | 사업자등록번호: 123-45-67891",
    { phone: "02-555-1234", representative: "문지호" },
  ],
  [
    "spread letters in labels",
    "<dl><dt>상 호</dt><dd>숲과길</dd><dt>대 표 자</dt><dd>문 지 호</dd><dt>사업자등록번호</dt><dd>123 - 45 - 67891</dd></dl>",
    { companyName: "숲과길", representative: "문지호", bizRegNo: "123-45-67891" },
  ],
];

test.each(foots)("the company at the foot: %s", (_, foot, expected) => {
  const { businessInfo } = lineOf(
    page("상점", "<h1>상점</h1><p>어서 오세요, 숲과길입니다. 오래 쓰는 물건을 골라 놓았습니다.</p>", foot),
  );
  expect(
    Object.fromEntries(Object.keys(expected).map((name) => [name, businessInfo[name as keyof typeof businessInfo]])),
  ).toEqual(expected);
});

test("the legal page of Japan names what it states, and a link to it states nothing", () => {
  const legal = lineOf(cases.find(([name]) => name === "a Japanese legal page")![1]);
  expect(legal.tokushoho).toEqual({
    present: true,
    items: ["販売業者", "運営責任者", "所在地", "電話番号", "販売価格", "送料", "支払方法", "引渡時期", "返品・交換"],
  });
  expect(legal.businessInfo).toMatchObject({
    companyName: "株式会社みどり",
    representative: "佐藤 花子",
    phone: "03-5555-1234",
    phoneIsMobile: false,
  });
  const linked = lineOf(
    page(
      "商品一覧",
      "<h1>商品一覧</h1><p>いらっしゃいませ。毎日使える道具をそろえています。</p>",
      `<a href="/tokushoho">特定商取引法に基づく表記</a>`,
    ),
  );
  expect(linked.tokushoho).toEqual({ present: false, items: [] });
  const empty = lineOf(
    page(
      "特定商取引法に基づく表記",
      "<h1>特定商取引法に基づく表記</h1><table><tr><th>販売業者</th><td></td></tr><tr><th>所在地</th><td>準備中</td></tr></table>",
    ),
  );
  expect(empty.tokushoho.present).toBe(false);
});

test("what a page says never becomes markup of ours: evidence is text", () => {
  const { findings } = judgePage({
    url: "https://shop.example/",
    status: 200,
    contentType: "",
    headers: {},
    fetchedAt: "",
    sha256: "",
    html: page(
      "Returns",
      `<h1>Returns</h1><p>Returns within 30 days, unused.<img src=x onerror=alert(1)> Refunds go to your card.<svg onload=alert(1)>&lt;script&gt;alert(1)&lt;/script&gt;</p>`,
    ),
    charset: "utf-8",
    via: "file",
    found: "file",
  });
  for (const { quote } of findings.flatMap(({ evidence }) => evidence)) expect(quote).not.toMatch(/onerror|onload/);
});
