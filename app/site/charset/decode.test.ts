import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodePage } from "./decode.ts";

const texts: [string, string, string][] = [
  [
    "cp949",
    "ko",
    "<title>이용안내</title><p>배송은 이틀 안에 출발하고, 받으신 날부터 7일 안에 되돌려 보내실 수 있습니다. 택배비 3,000원</p>",
  ],
  [
    "shift_jis",
    "ja",
    "<title>返品・交換</title><p>商品到着後1週間以内にご連絡ください。送料着払いにて交換またはご返金いたします。</p>",
  ],
  [
    "euc-jp",
    "ja",
    "<title>送料</title><p>ヤマト運輸でお届けします。北海道・沖縄は1,320円、その他の地域は770円です。</p>",
  ],
  ["big5", "zh", "<title>購物須知</title><p>付款後三天內寄出，郵局包裹八十元，收到貨七天內可退，退貨郵資請自付。</p>"],
  [
    "gb18030",
    "zh",
    "<title>配送说明</title><p>付款后24小时内发货，运费10元，签收后7天内无理由退货，退款三个工作日内原路返回。</p>",
  ],
  ["windows-874", "th", "<title>การจัดส่ง</title><p>จัดส่งสินค้าทุกวันจันทร์ถึงเสาร์ ค่าส่ง 50 บาท คืนสินค้าได้ภายใน 7 วัน</p>"],
];

test.each(texts)("%s is read as it was written, declared rightly, wrongly or not at all", (charset, _, text) => {
  const bytes = iconv.encode(text, charset);
  for (const said of [
    `text/html; charset=${charset}`,
    "text/html",
    "text/html; charset=utf-8",
    "text/html; charset=iso-8859-1",
  ])
    expect(decodePage(bytes, said).text, said).toBe(text);
});

test("valid UTF-8 is UTF-8, whatever is declared", () => {
  for (const [, , text] of texts)
    expect(decodePage(Buffer.from(text), "text/html; charset=euc-kr")).toEqual({ text, charset: "utf-8" });
});
