import { expect, test } from "vitest";
import { shippedAdviceBook } from "./advice-book.server.ts";
import type { Book } from "./editions.server.ts";
import { brandGuide, channelGuide, countryGuide, guideIndex, searchGuide } from "./guide.server.ts";

const book: Book = {
  ...shippedAdviceBook(),
  editions: { catalogue: 1, fees: 1, rates: 1, restrictions: 1, opening: 1 },
};

test("the guide counts what it shows", () => {
  const index = guideIndex(book, "en", "");
  expect(index.counts).toEqual({ countries: 31, methods: 397, channels: 56 });
  expect(index.countries).toHaveLength(31);
  expect(index.found).toBeNull();
});

test.each([
  ["잘로페이", "/guide/VN#zalopay"],
  ["라쿠텐페이", "/guide/JP#rakuten-pay"],
  ["メルペイ", "/guide/JP#merpay"],
  ["ZaloPay", "/guide/VN#zalopay"],
  ["페이팔", "/guide/MY#paypal"],
  ["PLCreditCardMpi", "/guide/channels/PAYLETTER_GLOBAL#PLCreditCardMpi"],
  ["인도네시아", "/guide/ID"],
])("%s leads to %s", (text, href) => {
  expect(searchGuide(book, text, "ko").map((found) => found.href)).toContain(href);
});

test("a brand sold by several channels is one way to pay with several rows", () => {
  const vietnam = countryGuide(book, "VN", "ko")!;
  const zalo = vietnam.ways.filter((way) => way.id === "zalopay");
  expect(zalo).toHaveLength(1);
  expect(zalo[0]?.methods.map((method) => method.channel.key)).toEqual(["APPOTAPAY", "EPAY", "ZALOPAY"]);
  expect(zalo[0]?.name).toBe("잘로페이");
});

test("every method of the catalogue can be reached from a country or from its channel", () => {
  const keys = book.guide.catalogue.channels.flatMap(({ key }) =>
    channelGuide(book, key, "en")!.methods.map((row) => row.key),
  );
  expect(keys).toHaveLength(397);
});

test("what nobody says is said to be unknown", () => {
  const row = channelGuide(book, "MASTERCARD", "en")!.methods[0]!;
  expect([row.sandbox, row.refund, row.isLive, row.buyer, row.currencies]).toEqual([
    "unknown",
    "unknown",
    "unknown",
    null,
    "currency not stated",
  ]);
  expect(channelGuide(book, "BBL", "en")?.credentials).toBeNull();
});

test("conditions of one method stand at that method, those of the channel at the channel", () => {
  const espay = channelGuide(book, "ESPAY", "en")!;
  const at = (key: string) => espay.methods.find((method) => method.key === key)!.constraints;
  expect(at("ESPAY_QRIS")).toContain("QRIS needs our server's IP address allowed by the PSP.");
  expect(at("ESPAY_OVO")).toEqual(["Refunds are made in the PSP's own console only."]);
  expect(espay.constraints.flatMap((group) => group.sentences)).toEqual([
    "A separate inquiry address has to be registered with the PSP.",
  ]);
});

test("names stand in the script of the country they are shown for", () => {
  const ways = (country: string) =>
    Object.fromEntries(countryGuide(book, country, "ko")!.ways.map((way) => [way.id, way.local]));
  expect(ways("JP").merpay).toBe("メルペイ");
  expect(ways("TH").truemoney).toBe("ทรูมันนี่");
  expect(ways("VN").shopeepay).toBe("");
  expect(ways("VN")["atm-card"]).toBe("Thẻ ATM nội địa");
  expect(ways("TW")["atm-transfer-tw"]).toBe("ATM 轉帳");
});

test("a country or channel that is not there is no page", () => {
  expect(countryGuide(book, "XX", "en")).toBeNull();
  expect(countryGuide(book, "vn", "en")).toBeNull();
  expect(channelGuide(book, "zalopay", "en")).toBeNull();
});

test("a way to pay is shown over all its countries, each with every channel that sells it there", () => {
  const konbini = brandGuide(book, "konbini", "ko")!;
  const japan = konbini.places.find(({ code }) => code === "JP")!;
  expect(new Set(japan.methods.map(({ channel }) => channel.key)).size).toBeGreaterThan(1);
  const paypal = brandGuide(book, "paypal", "en")!;
  expect(paypal.places[0]).toMatchObject({ code: "WORLD", name: "Worldwide" });
  expect(brandGuide(book, "no-such-way", "en")).toBeNull();
});
