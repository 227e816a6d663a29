import { packs } from "./packs/index.ts";

/** A shop of so many pages, each of an ordinary size: a front page that leads to all, policies, products with an order page. */
export function longShop(pages: number): Map<string, { body: string; type: string }> {
  const { ko } = packs;
  const shop = new Map<string, { body: string; type: string }>();
  const foot = `<footer><a href="/shipping">배송안내</a> <a href="/refund">교환/반품</a><p>상호 : 주식회사 봄날상점 | 대표 : 김서준 | 사업자등록번호 : 123-45-67891 | 주소 : 서울특별시 마포구 양화로 45 | 전화 : 02-3456-7788</p></footer>`;
  const filler = Array.from(
    { length: 60 },
    (_, n) => `<div class="spec"><p>상세 설명 ${n + 1}. 손으로 고르고 오래 쓰도록 만든 물건입니다.</p></div>`,
  ).join("");
  const add = (path: string, title: string, main: string) =>
    shop.set(path, {
      type: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">홈</a></nav><main><h1>${title}</h1>${main}</main>${foot}</body></html>`,
    });
  const section = ({ title, lines }: { title: string; lines: (string | [string, string])[] }) =>
    `<h2>${title}</h2>${lines.map((line) => `<p>${typeof line === "string" ? line : line.join(" : ")}</p>`).join("")}`;
  const products = Array.from({ length: pages - 4 }, (_, n) => `/product/${n + 1}`);
  add(
    "/",
    "봄날상점",
    `<ul>${products.map((path, n) => `<li><a href="${path}"><img src="data:," alt=""><span>${ko.goods[n % ko.goods.length]![0]} ${n + 1}호</span><b>${ko.price(9_000 + n * 500)}</b></a></li>`).join("")}</ul><a href="/checkout">주문하기</a>`,
  );
  add("/shipping", "배송안내", section(ko.shipping[1]!));
  add("/refund", "교환/반품", section(ko.refund[0]!));
  add(
    "/checkout",
    "주문/결제",
    `<form method="post" action="/order"><input name="receiver"><label><input type="radio" name="pay" value="card"> 신용카드</label><button type="submit">결제하기</button></form>`,
  );
  for (const [n, path] of products.entries())
    add(
      path,
      `${ko.goods[n % ko.goods.length]![0]} ${n + 1}호`,
      `<img src="data:," alt=""><p class="price">${ko.price(9_000 + n * 500)}</p><form action="/checkout"><button type="submit">바로구매</button></form>${filler}`,
    );
  shop.set("/robots.txt", { type: "text/plain", body: "User-agent: *\nAllow: /\n" });
  return shop;
}
