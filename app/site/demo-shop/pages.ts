import { type DemoProduct, demoCompany, demoProducts } from "./goods.ts";

export type ShopLang = "ko" | "en";
interface Shown {
  lang: ShopLang;
  /** Path under which the shop is served, without a slash at its end. */
  base: string;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);
const won = (amount: number) => `${amount.toLocaleString("en-US")}원`;
const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
const priceOf = ({ won: ko, cents }: DemoProduct, lang: ShopLang) => (lang === "ko" ? won(ko) : dollars(cents));
const nameOf = (product: DemoProduct, lang: ShopLang) => product[lang];

const style = `:root{color-scheme:light}*{box-sizing:border-box}body{margin:0;font:16px/1.6 "Pretendard JP",Pretendard,system-ui,sans-serif;color:#1d2524;background:#fbfaf7;word-break:keep-all}
a{color:inherit}header,main,footer{max-width:960px;margin:0 auto;padding:20px}header{display:flex;gap:24px;align-items:center;border-bottom:1px solid #d9d6cd}header strong{font-size:21px;margin-right:auto}
nav{display:flex;gap:16px}h1{font-size:28px}ul.goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:20px;padding:0;list-style:none}
.goods a{text-decoration:none;display:block}.picture{aspect-ratio:1;border-radius:8px;width:100%;display:block}.price{font-weight:700}
button{font:inherit;padding:12px 20px;border:0;border-radius:8px;background:#0b6b66;color:#fff;cursor:pointer}button.plain{background:#e6e3da;color:#1d2524}
footer{margin-top:56px;border-top:1px solid #d9d6cd;font-size:13px;color:#4c5654}footer nav{flex-wrap:wrap;margin-bottom:12px}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d9d6cd;padding:10px;text-align:left}
label{display:block;margin:8px 0}input[type=text],input[type=email],input[type=tel]{font:inherit;padding:10px;border:1px solid #b9b5aa;border-radius:8px;width:100%}dialog{border:1px solid #b9b5aa;border-radius:8px;padding:28px;max-width:420px}`;

/** A drawing in place of a photograph: two calm shapes in the product's hue. */
const picture = ({ hue }: DemoProduct, name: string) =>
  `<img class="picture" alt="${escaped(name)}" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="hsl(${hue} 30% 90%)"/><circle cx="100" cy="112" r="52" fill="hsl(${hue} 35% 55%)"/><rect x="48" y="58" width="104" height="14" rx="7" fill="hsl(${hue} 35% 38%)"/></svg>`)}">`;

const menu = {
  ko: {
    shop: "상품",
    cart: "장바구니",
    shipping: "배송 안내",
    refund: "취소·교환·환불",
    terms: "이용약관",
    privacy: "개인정보처리방침",
    other: "English",
  },
  en: {
    shop: "Shop",
    cart: "Cart",
    shipping: "Shipping policy",
    refund: "Cancellation and refunds",
    terms: "Terms of use",
    privacy: "Privacy policy",
    other: "한국어",
  },
};

/** Every page of the shop: head, menu, body, and the company's data at its foot. */
export function frame({ lang, base }: Shown, title: string, body: string): string {
  const w = menu[lang];
  const at = `${base}${lang === "en" ? "/en" : ""}`;
  const c = demoCompany;
  const company =
    lang === "ko"
      ? `상호: ${c.companyName} | 대표자: ${c.representative} | 사업자등록번호: ${c.bizRegNo} <a href="https://www.ftc.go.kr/bizCommPop.do?wrkr_no=1238167899">[사업자정보확인]</a><br>통신판매업 신고번호: ${c.mailOrderNo} | 주소: ${c.address}<br>전화: ${c.phone} | 이메일: ${c.email} | 개인정보보호책임자: 오지후 | 호스팅서비스 제공자: 바람결<br>고객님은 안전거래를 위해 현금 결제 시 에스크로 구매안전서비스를 이용하실 수 있습니다.`
      : `Company: ${c.englishName} | Representative: Han Seoyun | Business registration number: ${c.bizRegNo}<br>Mail-order licence: 2024-서울성동-01234 | Address: ${c.englishAddress}<br>Phone: +82-2-6925-0183 | E-mail: ${c.email}`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} | ${lang === "ko" ? "바람결" : "Baramgyeol"}</title><style>${style}</style></head><body>
<header><strong><a href="${at}/">${lang === "ko" ? "바람결" : "Baramgyeol"}</a></strong><nav><a href="${at}/">${w.shop}</a><a href="${at}/cart">${w.cart}</a><a href="${base}/${lang === "ko" ? "en/" : ""}">${w.other}</a></nav></header>
<main>${body}</main>
<footer><nav><a href="${at}/shipping">${w.shipping}</a><a href="${at}/refund">${w.refund}</a><a href="${at}/terms">${w.terms}</a><a href="${at}/privacy">${w.privacy}</a></nav><p>${company}</p></footer></body></html>`;
}

export function listPage(shown: Shown): string {
  const { lang, base } = shown;
  const at = `${base}${lang === "en" ? "/en" : ""}`;
  const items = demoProducts
    .map(
      (product) =>
        `<li><a href="${at}/products/${product.id}">${picture(product, nameOf(product, lang))}<span>${escaped(nameOf(product, lang))}</span><br><span class="price">${priceOf(product, lang)}</span></a></li>`,
    )
    .join("");
  return frame(
    shown,
    lang === "ko" ? "오래 쓰는 것들" : "Things that last",
    `<h1>${lang === "ko" ? "오래 쓰는 것들" : "Things that last"}</h1><ul class="goods">${items}</ul>`,
  );
}

export function productPage(shown: Shown, product: DemoProduct): string {
  const { lang, base } = shown;
  const at = `${base}${lang === "en" ? "/en" : ""}`;
  const name = nameOf(product, lang);
  const data = {
    "@context": "https://schema.org",
    "@type": "Product",
    name,
    description: lang === "ko" ? product.koText : product.enText,
    sku: product.id,
    offers: {
      "@type": "Offer",
      price: lang === "ko" ? product.won : product.cents / 100,
      priceCurrency: lang === "ko" ? "KRW" : "USD",
      availability: "https://schema.org/InStock",
    },
  };
  const w =
    lang === "ko"
      ? {
          cart: "장바구니 담기",
          buy: "바로 구매",
          note: "배송은 결제 후 2~3일, 교환과 환불은 받은 날부터 7일 안에 신청할 수 있습니다.",
        }
      : {
          cart: "Add to cart",
          buy: "Buy now",
          note: "Dispatched within 2 days; returns are accepted within 7 days of receipt.",
        };
  return frame(
    shown,
    name,
    `<h1>${escaped(name)}</h1><div style="max-width:420px">${picture(product, name)}</div><p class="price">${priceOf(product, lang)}</p><p>${escaped(lang === "ko" ? product.koText : product.enText)}</p>
<form method="post" action="${at}/cart"><input type="hidden" name="product" value="${product.id}"><button class="plain" type="submit">${w.cart}</button> <button type="submit" formaction="${at}/checkout">${w.buy}</button></form><p>${w.note}</p>
<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`,
  );
}

export function cartPage(shown: Shown, product: DemoProduct | undefined): string {
  const { lang, base } = shown;
  const at = `${base}${lang === "en" ? "/en" : ""}`;
  const w =
    lang === "ko"
      ? { title: "장바구니", empty: "장바구니가 비어 있습니다.", order: "주문하기", total: "합계" }
      : { title: "Cart", empty: "Your cart is empty.", order: "Checkout", total: "Total" };
  return frame(
    shown,
    w.title,
    product
      ? `<h1>${w.title}</h1><table><tr><td>${escaped(nameOf(product, lang))}</td><td>1</td><td>${priceOf(product, lang)}</td></tr><tr><th colspan="2">${w.total}</th><td>${priceOf(product, lang)}</td></tr></table><form method="post" action="${at}/checkout"><input type="hidden" name="product" value="${product.id}"><button type="submit">${w.order}</button></form>`
      : `<h1>${w.title}</h1><p>${w.empty}</p>`,
  );
}

export function checkoutPage(shown: Shown, product: DemoProduct, nonce: string): string {
  const { lang, base } = shown;
  const at = `${base}${lang === "en" ? "/en" : ""}`;
  const w =
    lang === "ko"
      ? {
          title: "주문/결제",
          name: "받는 분",
          phone: "연락처",
          mail: "이메일",
          address: "배송지 주소",
          method: "결제 수단",
          card: "신용카드",
          kakao: "카카오페이",
          world: "해외 카드 (VISA · Mastercard · JCB)",
          pay: "결제하기",
          agree: "주문 내용과 취소·환불 정책을 확인했으며 결제에 동의합니다.",
        }
      : {
          title: "Checkout",
          name: "Recipient",
          phone: "Phone",
          mail: "E-mail",
          address: "Delivery address",
          method: "Payment method",
          card: "Credit card (VISA, Mastercard, JCB)",
          kakao: "KakaoPay",
          world: "PayPal",
          pay: "Pay now",
          agree: "I have read the cancellation and refund policy and agree to the payment.",
        };
  return frame(
    shown,
    w.title,
    `<h1>${w.title}</h1><table><tr><td>${escaped(nameOf(product, lang))}</td><td class="price">${priceOf(product, lang)}</td></tr></table>
<form method="post" action="${at}/payment"><input type="hidden" name="product" value="${product.id}"><label>${w.name}<input type="text" name="recipient" autocomplete="name"></label><label>${w.phone}<input type="tel" name="phone" autocomplete="tel"></label><label>${w.mail}<input type="email" name="email" autocomplete="email"></label><label>${w.address}<input type="text" name="address" autocomplete="street-address"></label>
<fieldset><legend>${w.method}</legend><label><input type="radio" name="method" value="card" checked> ${w.card}</label><label><input type="radio" name="method" value="kakaopay"> ${w.kakao}</label><label><input type="radio" name="method" value="world"> ${w.world}</label></fieldset>
<label><input type="checkbox" name="agree" value="yes"> ${w.agree}</label><button type="submit" id="pay">${priceOf(product, lang)} ${w.pay}</button></form>
<script nonce="${nonce}">document.querySelector("form[action$='/payment']").addEventListener("submit", (event) => { const window_ = window.open(event.target.action + "?product=" + encodeURIComponent(event.target.product.value), "payment", "width=460,height=640"); if (window_) event.preventDefault(); });</script>`,
  );
}

/** The window of a payment company, as far as a shop without one can show it: the amount, the cards, and an honest line. */
export function paymentWindow({ lang }: Shown, product: DemoProduct): string {
  const w =
    lang === "ko"
      ? {
          title: "결제창 (테스트)",
          note: "데모 상점의 테스트 결제창입니다. 실제로 결제되지 않습니다.",
          cards: "카드사 선택",
          close: "닫기",
        }
      : {
          title: "Payment window (test)",
          note: "The demo shop's test window. Nothing is charged.",
          cards: "Choose a card",
          close: "Close",
        };
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${w.title}</title><style>${style}</style></head><body><main><h1>${w.title}</h1><p>${escaped(nameOf(product, lang))}</p><p class="price">${priceOf(product, lang)}</p><p>${w.cards}: VISA · Mastercard · JCB · 신한 · 국민 · 현대</p><p>${w.note}</p></main></body></html>`;
}

export function policyPage(shown: Shown, which: "shipping" | "refund" | "terms" | "privacy"): string {
  const title = menu[shown.lang][which];
  return frame(shown, title, `<h1>${title}</h1>${policies[shown.lang][which]}`);
}

const policies = {
  ko: {
    shipping: `<table><tr><th>배송 방법</th><td>국내는 택배, 해외는 EMS와 DHL로 보냅니다.</td></tr><tr><th>배송 지역</th><td>대한민국 전 지역, 일본, 대만, 베트남, 태국, 미국</td></tr><tr><th>배송 기간</th><td>결제 후 2일 안에 출고하며 국내는 2~3일, 해외는 5~10일 걸립니다.</td></tr><tr><th>배송비</th><td>국내 3,000원 (50,000원 이상 무료), 제주와 도서산간 3,000원 추가, 해외 18,000원부터</td></tr><tr><th>관세</th><td>해외 주문의 관세와 부가세는 받는 분이 냅니다.</td></tr></table><p>출고가 늦어지면 주문하실 때 적은 연락처로 먼저 알려 드립니다.</p>`,
    refund: `<h2>주문 취소</h2><p>출고 전에는 언제든지 취소할 수 있으며 결제 금액 전부를 돌려드립니다.</p><h2>교환과 반품</h2><p>상품을 받은 날부터 7일 이내에 교환이나 반품을 신청할 수 있습니다. 표시한 내용과 다르거나 불량이면 받은 날부터 3개월, 안 날부터 30일 이내에 신청할 수 있습니다.</p><p>단순 변심의 왕복 배송비는 구매자가, 불량이나 오배송의 배송비는 바람결이 부담합니다.</p><h2>환불</h2><p>반품한 상품을 받은 날부터 3영업일 이내에 결제하신 수단으로 환불합니다. 카드는 승인 취소로 처리하며 카드사에 따라 3~5일이 더 걸릴 수 있습니다.</p><h2>반품할 수 없는 경우</h2><p>사용했거나 훼손되어 다시 팔 수 없는 상품, 주문을 받아 만든 상품은 반품이 어렵습니다.</p><p>신청: 02-6925-0183, help@baramgyeol.example</p>`,
    terms: `<p>이 약관은 주식회사 바람결이 운영하는 쇼핑몰의 이용 조건을 정합니다.</p><h2>제1조 계약의 성립</h2><p>주문에 대해 회사가 수신을 확인하면 계약이 성립합니다.</p><h2>제2조 준거법</h2><p>이 약관에는 대한민국 법을 적용합니다.</p>`,
    privacy: `<p>주식회사 바람결은 주문을 처리하기 위해 이름, 연락처, 주소를 받으며 배송이 끝나면 법이 정한 기간 동안만 보관합니다.</p><p>개인정보보호책임자: 오지후</p>`,
  },
  en: {
    shipping: `<p>We ship from Seoul to Korea, Japan, Taiwan, Vietnam, Thailand and the United States.</p><p>Orders are dispatched within 2 business days. Delivery takes 2–3 days within Korea and 5–10 days abroad by EMS or DHL, with tracking.</p><p>Shipping costs $14.00 to Asia and $22.00 to the United States; orders over $150 ship free. Customs duties and taxes are paid by the recipient.</p>`,
    refund: `<h2>Cancelling</h2><p>An order can be cancelled free of charge until it is dispatched.</p><h2>Returns</h2><p>You may return unused goods in their original packaging within 7 days of receipt. Return postage is paid by the customer, except for defective or wrong items, for which we pay.</p><h2>Refunds</h2><p>Refunds are issued to the original payment method within 3 business days after the goods are back with us.</p><h2>Exceptions</h2><p>Made-to-order goods cannot be returned unless they are defective.</p>`,
    terms: `<p>These terms govern orders placed with Baramgyeol Co., Ltd., Seoul, Republic of Korea. Korean law applies.</p>`,
    privacy: `<p>We take your name, contact and address to deliver your order and keep them only as long as the law requires.</p>`,
  },
};
