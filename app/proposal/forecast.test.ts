import { expect, test } from "vitest";
import { shippedAdviceBook } from "#app/catalogue/advice-book.server.ts";
import type { Book } from "#app/catalogue/index.server.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import { forecastView } from "./forecast.server.ts";

const book: Book = {
  ...shippedAdviceBook(),
  editions: { catalogue: 1, fees: 1, rates: 1, restrictions: 1, opening: 1 },
};
const now = new Date("2026-11-23T01:00:00Z");
const facts: MerchantFacts = {
  wants: [],
  suggestFor: [],
  applicantType: null,
  home: null,
  band: "100k",
  ticket: null,
  recurring: false,
  goods: "physical",
  trades: ["alcohol", "cosmetics", "travel", "donation", "marketplace"],
  platform: "own",
};
const lines = [
  { channel: "INICIS_JP", preScreen: true, sandbox: false, refund: false },
  { channel: "KICC_V2", preScreen: false, sandbox: true, refund: true },
];

test.each(["ko", "en"] as const)("everything that can be foretold has a name and a condition in words (%s)", (lang) => {
  const said = forecastView(book, facts, lines, { lang, now });
  for (const { items } of said.groups) {
    for (const item of items) {
      expect(item.name, item.id).not.toBe("");
      expect(item.name, item.id).not.toMatch(/^(doc|data|site|test|do|wait):|undefined/);
      if (item.when === "possible") expect(item.condition, item.id).not.toBe("");
      // A fact without words would show its bare value.
      expect(item.condition, item.id).not.toMatch(/\b(krCorporation|unlistedApp|nonProfit|KICC_V2)\b|undefined/);
    }
  }
});

test("the dates are business days in Seoul, counted from now", () => {
  const said = forecastView(book, facts, [{ channel: "PAYPAL_V2", preScreen: false, sandbox: true, refund: true }], {
    lang: "en",
    now,
  });
  // Reply 0-1, review 1-3, PayPal 0, verification 1-2: from Wednesday to Tuesday.
  expect(said.range).toContain("Wed");
  expect(said.range).toContain("Tue");
});
