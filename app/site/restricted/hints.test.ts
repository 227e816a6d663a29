import { expect, test } from "vitest";
import type { Archive } from "../archive/archive.ts";
import { pageOf } from "../archive/folder.server.ts";
import { judge } from "../judge/judge.ts";
import { verdictWords } from "../words-of-verdicts.ts";
import { categories } from "./categories.ts";

const archiveOf = (...pages: [path: string, html: string][]): Archive => ({
  origin: "https://shop.example",
  pages: pages.map(([path, html]) =>
    pageOf(
      `https://shop.example${path}`,
      Buffer.from(
        `<!doctype html><html><head><meta charset="utf-8"><title>상점</title></head><body>${html}</body></html>`,
      ),
      "text/html; charset=utf-8",
      200,
      "page.html",
    ),
  ),
  unreachable: [],
  leftOut: 0,
  robots: "none",
});
const shelf = (...names: string[]) =>
  `<main><h1>상품</h1><ul>${names.map((name, n) => `<li><a href="/p/${n}"><img src="a.jpg" alt=""><h3>${name}</h3><span class="price">12,000원</span></a></li>`).join("")}</ul></main>`;
const found = (...names: string[]) => judge(archiveOf(["/", shelf(...names)])).restricted;

test.each([
  [
    "alcohol",
    "수제 막걸리 750ml",
    "까베르네 와인 세트",
    "Rượu vang đỏ Đà Lạt",
    "ไวน์แดง 750 มล.",
    "法國紅酒禮盒",
    "純米大吟醸 日本酒",
  ],
  ["tobacco", "액상 전자담배 기기", "Disposable vape 600", "電子タバコ 本体", "Rokok elektrik pod", "一次性電子菸"],
  ["giftCard", "문화상품권 5만원권", "Gift card $50", "ギフトカード 3000円", "Thẻ quà tặng 500k", "百貨禮券"],
  ["weapons", "호신용 가스총", "Crossbow 150 lb", "模造刀 長さ90cm"],
  ["replica", "미러급 토트백", "1:1 quality replica watch", "スーパーコピー 時計", "名牌高仿包"],
  ["usedCars", "중고차 아반떼 2019년식", "中古車 プリウス"],
  ["gym", "필라테스 회원권 10회", "PT 20회"],
  ["infoGoods", "副業マニュアル 月50万円", "Easy money masterclass"],
  ["insurance", "여행자 보험 가입"],
  ["tuition", "토익 학원비 1개월", "ピアノ教室 月謝"],
  ["madeToOrder", "주문제작 원목 책장"],
] as const)("%s is hinted at by a product's name, with the words, the place and who minds", (category, ...names) => {
  for (const name of names) {
    const hint = found("들꽃 접시", "나무 쟁반", name).find((one) => one.category === category);
    expect(hint, name).toMatchObject({
      evidence: [{ url: "https://shop.example/", quote: expect.stringContaining(name) }],
    });
    expect(hint!.words[0], name).toMatch(/\S/);
    expect(hint!.lists).toEqual(categories.find(({ id }) => id === category)!.lists);
  }
});

test.each([
  "와인잔 2개 세트",
  "와인색 니트",
  "Wine glass, pair",
  "맥주잔",
  "무알콜 맥주",
  "금연 스티커",
  "장난감 도검 세트",
  "Beard oil",
  "Swordfish poster",
  "아이보리 니트",
  "Ivory color cardigan",
  "Pepper mill",
  "글루건",
  "들꽃 접시",
  "한지 공책",
])("%s is ordinary", (name) => {
  expect(found("들꽃 접시", "나무 쟁반", name)).toEqual([]);
});

test("a policy that forbids something sells none of it; what a product's page says it is, counts", () => {
  const policy = `<main><h1>이용약관</h1><p>도박, 담배, 주류, 성인용품의 판매를 금지합니다.</p><p>Gambling, tobacco and loans are not allowed.</p></main>`;
  expect(judge(archiveOf(["/", shelf("들꽃 접시", "나무 쟁반", "한지 공책")], ["/terms", policy])).restricted).toEqual(
    [],
  );
  const detail = `<main><h1>숲 향 세트</h1><img src="a.jpg"><p class="price">12,000원</p><button onclick="buy()">구매하기</button></main>`;
  const described = archiveOf(["/p/1", detail]);
  described.pages[0]!.html = described.pages[0]!.html.replace(
    "<title>",
    `<meta name="description" content="액상 전자담배 입문 세트"><title>`,
  );
  expect(judge(described).restricted).toMatchObject([
    { category: "tobacco", evidence: [{ selector: `meta[name="description"]`, quote: "액상 전자담배 입문 세트" }] },
  ]);
});

test("every kind has a name in both languages, and somebody who minds", () => {
  for (const { id, lists } of categories) {
    expect(lists.length, id).toBeGreaterThan(0);
    for (const lang of ["ko", "en"] as const)
      expect((verdictWords[lang].categories as Record<string, string>)[id], id).toMatch(/\S/);
  }
  expect(new Set(categories.map(({ id }) => id)).size).toBe(categories.length);
});
