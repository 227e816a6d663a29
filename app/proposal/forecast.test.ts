import { expect, test } from "vitest";
import { shippedAdviceBook } from "#app/catalogue/advice-book.server.ts";
import type { Book } from "#app/catalogue/index.server.ts";
import { calendarOf } from "#workflows/calendar/index.ts";
import { plainProfile } from "#workflows/kyc/profile.ts";
import { newCase } from "#workflows/onboarding/context.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import { forecastBetween, forecastOfCase, forecastView, profileChange } from "./forecast.server.ts";

const book: Book = {
  ...shippedAdviceBook(),
  editions: { catalogue: 1, fees: 1, rates: 1, restrictions: 1, opening: 1 },
};
const now = new Date("2026-11-23T01:00:00Z");
const calendar = calendarOf("KR");
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
  const said = forecastView(book, facts, lines, { lang, now, calendar });
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
    calendar,
  });
  // Reply 0-1, review 1-3, PayPal 0, verification 1-2: from Wednesday to Tuesday.
  expect(said.range).toContain("Wed");
  expect(said.range).toContain("Tue");
});

test("a day that a published list closes moves what is foretold", () => {
  const closed = { ...calendar, holidays: { ...calendar.holidays, "2026-11-24": "Closed for once" } };
  const said = forecastView(book, facts, [{ channel: "PAYPAL_V2", preScreen: false, sandbox: true, refund: true }], {
    lang: "en",
    now,
    calendar: closed,
  });
  expect(said.range).toContain("Thu");
  expect(said.range).not.toContain("Tue");
});

const given = { state: "given" as const, ref: "1", reason: null };
const underWay = {
  ...newCase,
  profile: plainProfile("krCorporation"),
  policy: "2026-08",
  items: { "doc:businessRegistration": given, "doc:shareholderRegister": given, "data:business": given },
};

test("another answer names what falls away, handed in or not, and what comes in addition; nothing else is touched", () => {
  const change = profileChange(underWay, plainProfile("krSoleProprietor"), "en");
  expect(change?.lost).toEqual(["Shareholder register"]);
  expect(change?.dropped.length).toBeGreaterThan(0);
  expect([...change!.lost, ...change!.dropped]).not.toContain("Business registration");
  expect(profileChange(underWay, plainProfile("krCorporation"), "en")).toEqual({ added: [], dropped: [], lost: [] });
  // The first answers change nothing: there were none.
  expect(profileChange({ ...underWay, profile: null }, plainProfile("krSoleProprietor"), "en")).toBeNull();
});

test("another PSP names what it asks in addition and no longer", () => {
  const change = forecastBetween(book, facts, lines.slice(0, 1), lines.slice(1), { lang: "en", now });
  expect(change.dropped.length).toBeGreaterThan(0);
  expect(change.lost).toEqual([]);
});

test("in a case under way what was handed in is not foretold again", () => {
  const said = forecastOfCase(book, facts, underWay, { lang: "en", now, calendar });
  const ids = said.groups.flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids).toContain("doc:registerExtract");
  expect(ids).not.toContain("doc:businessRegistration");
});
