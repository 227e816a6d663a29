import { expect, test } from "vitest";
import { shippedAdviceBook } from "#app/catalogue/advice-book.server.ts";
import { langs } from "#app/i18n/words.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import { decideTrack, type SignalKey } from "#workflows/proposal/track.ts";
import { adviceWords } from "./advice-words.ts";
import { signalClaim } from "./say.server.ts";

const book = shippedAdviceBook();
const korean: MerchantFacts = {
  wants: [],
  suggestFor: [],
  applicantType: "krCorporation",
  home: "KR",
  band: "100k",
  ticket: null,
  recurring: false,
  goods: "physical",
  trades: [],
  platform: "own",
};
const want = (text: string) => {
  const [country = "", brand = ""] = text.split("/");
  return { country, brand };
};
const decide = (wishes: string, more: Partial<MerchantFacts> = {}) => {
  const wants = wishes.split(" ").filter(Boolean).map(want);
  return decideTrack(book, { ...korean, ...more, wants }, wants);
};
const foreign: Partial<MerchantFacts> = { applicantType: "foreignCorporation", home: "SG" };

/** Who asks for what, where it leads, and the signals that are given for it. */
const table: [wishes: string, more: Partial<MerchantFacts>, tracks: string, ...signals: SignalKey[]][] = [
  ["VN/zalopay ID/dana", {}, "crossBorder", "localMethods"],
  ["WORLD/card", {}, "generalOverseas", "cardsOfKoreanBusiness"],
  ["WORLD/card", foreign, "crossBorder", "cardsOfForeignBusiness"],
  ["WORLD/card WORLD/paypal", {}, "generalOverseas", "cardsOfKoreanBusiness", "paypal"],
  ["WORLD/card VN/zalopay", {}, "crossBorder generalOverseas", "localMethods", "cardsOfKoreanBusiness", "bothKinds"],
  ["JP/merpay JP/rakuten-pay JP/amazon-pay", {}, "crossBorder", "localMethods", "japan"],
  ["JP/card JP/paypay JP/konbini", {}, "crossBorder", "cardsBesideLocal", "japan"],
  ["CN/alipay", {}, "crossBorder", "chinaAlternative"],
  ["WORLD/card", { recurring: true }, "generalOverseas", "recurring"],
  ["WORLD/card", { platform: "shopify" }, "generalOverseas", "shopify"],
  ["WORLD/card", { band: "under10k" }, "generalOverseas", "salesBelowFloor"],
  ["VN/zalopay", { home: null, applicantType: null }, "crossBorder", "applicantUnknown"],
  ["", {}, "", "nothingWanted"],
  ["VN/merpay", {}, "", "notCovered"],
];

test.each(table)("%s (%o) goes %s", (wishes, more, tracks, ...signals) => {
  const decision = decide(wishes, more);
  expect(decision.tracks.join(" ")).toBe(tracks);
  expect(decision.signals.map(({ key }) => key)).toEqual(expect.arrayContaining(signals));
});

test("every signal has a sentence in both languages, and every wish it was read from a row of the guide", () => {
  for (const [wishes, more] of table) {
    for (const signal of decide(wishes, more).signals) {
      for (const lang of langs) {
        const claim = signalClaim({ lang, guide: book.guide, restrictions: book.restrictions }, signal);
        expect(claim.text).toBe(adviceWords[lang].signals[signal.key](claim.text.split(":")[0] ?? ""));
        expect(claim.rows).toHaveLength(signal.wants.length);
        for (const { href } of claim.rows) expect(href).toMatch(/^\/guide\/([A-Z]{2}|WORLD)#[a-z0-9-]+$/);
      }
    }
  }
});

test("both kinds are two cases, each with its own wishes", () => {
  const { trackOf } = decide("WORLD/card VN/zalopay");
  expect(trackOf).toEqual({ "WORLD/card": "generalOverseas", "VN/zalopay": "crossBorder" });
});
