import { expect, test } from "vitest";
import { find, isOneLetterOff, plain, searchIndex } from "#workflows/catalogue/search.ts";
import { shippedCatalogue } from "./book.server.ts";

const index = searchIndex(shippedCatalogue());
const first = (text: string) => find(index, text)[0]?.item.id;

test.each([
  ["잘로페이", "zalopay"],
  ["잘로 페이", "zalopay"],
  ["ㅈㄹㅍㅇ", "zalopay"],
  ["ZaloPay", "zalopay"],
  ["zalopya", "zalopay"],
  ["ザロペイ", "zalopay"],
  ["라쿠텐페이", "rakuten-pay"],
  ["楽天ペイ", "rakuten-pay"],
  ["メルペイ", "merpay"],
  ["めるぺい", "merpay"],
  ["ﾒﾙﾍﾟｲ", "merpay"],
  ["메르페이", "merpay"],
  ["コンビニ", "konbini"],
  ["街口支付", "jkopay"],
  ["พร้อมเพย์", "promptpay"],
  ["터치앤고", "touch-n-go"],
  ["touch n go", "touch-n-go"],
  ["베트남", "VN"],
  ["Viet Nam", "VN"],
  ["日本", "JP"],
  ["홍콩", "HK"],
  ["ONEPAY_Wallet", "ONEPAY_Wallet"],
  ["KOMOJU", "KOMOJU"],
])("%s finds %s first", (text, id) => {
  expect(first(text)).toBe(id);
});

test("nothing is found for a blank, for punctuation, or for nonsense", () => {
  expect(find(index, "   ")).toEqual([]);
  expect(find(index, "'-–")).toEqual([]);
  expect(find(index, "qqqqqqqq")).toEqual([]);
});

test("voiced kana and composed Hangul are not torn apart", () => {
  expect(plain("デビット")).toBe("でびっと");
  expect(plain("한국")).toBe("한국");
  expect(plain("Thẻ ATM nội địa")).toBe("theatmnoidia");
});

test.each([
  ["dana", "dnaa", true],
  ["dana", "dan", true],
  ["dana", "danna", true],
  ["dana", "dena", true],
  ["dana", "dona2", false],
  ["ovo", "dana", false],
])("%s and %s are one slip apart: %s", (one, other, expected) => {
  expect(isOneLetterOff(one, other)).toBe(expected);
});
