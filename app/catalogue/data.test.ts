import { expect, test } from "vitest";
import { guideOf } from "#workflows/catalogue/coverage.ts";
import { catalogueProblems } from "#workflows/catalogue/problems.ts";
import { constraintSentence } from "#workflows/catalogue/sentences.ts";
import { shippedCatalogue } from "./book.server.ts";

const catalogue = shippedCatalogue();
const methods = catalogue.channels.flatMap((channel) => channel.methods);

test("the shipped catalogue has 56 channels, 397 methods and 31 countries", () => {
  expect(catalogue.channels).toHaveLength(56);
  expect(methods).toHaveLength(397);
  expect(catalogue.countries).toHaveLength(31);
  expect(catalogue.channels.filter((channel) => channel.console === "global")).toHaveLength(50);
});

test("every reference in it resolves and every key is unique, case-exactly", () => {
  expect(catalogueProblems(catalogue)).toEqual([]);
});

test("keys are kept in the case they are printed in", () => {
  const guide = guideOf(catalogue);
  expect(guide.method("ONEPAY_Wallet")?.channel.key).toBe("ONEPAY");
  expect(guide.method("ONEPAY_WALLET")).toBeUndefined();
  expect(guide.method("PLCreditCardMpi")?.channel.key).toBe("PAYLETTER_GLOBAL");
});

test("140 methods are known to have no sandbox and 49 say nothing of it", () => {
  expect(methods.filter((method) => method.hasSandbox === false)).toHaveLength(140);
  expect(methods.filter((method) => method.hasSandbox === null)).toHaveLength(49);
});

test("what the source does not say stays unsaid", () => {
  const guide = guideOf(catalogue);
  expect(guide.channel("EWAY")?.currencies).toBeNull();
  expect(guide.channel("STRIPE")?.credentialFields).toBeNull();
  expect(guide.channel("ZALOPAY")?.takesRecurring).toBeNull();
  expect(guide.method("MASTERCARD_CARD")?.method.isLive).toBeNull();
});

test("every constraint reads as a sentence in both languages, with no hole left open", () => {
  for (const channel of catalogue.channels) {
    for (const constraint of channel.constraints) {
      for (const lang of ["ko", "en"] as const) {
        const sentence = constraintSentence(catalogue, constraint, lang);
        expect(sentence, `${channel.key}/${constraint.tag}`).toMatch(/\.$/);
        expect(sentence).not.toMatch(/[{}]|undefined|\s\s/);
      }
    }
  }
});

test("no credential field carries a value, only its name", () => {
  for (const channel of catalogue.channels) {
    for (const field of channel.credentialFields ?? []) {
      expect(Object.keys(field).filter((key) => !["key", "label", "isSecret", "hint"].includes(key))).toEqual([]);
    }
  }
});

test("each country has at least one way to pay that names it", () => {
  const guide = guideOf(catalogue);
  for (const country of catalogue.countries) {
    const named = guide.ways(country.code).flatMap((way) => way.offers.map((offer) => offer.method.countries));
    expect(
      named.some((countries) => countries.includes(country.code)),
      country.code,
    ).toBe(true);
  }
});
