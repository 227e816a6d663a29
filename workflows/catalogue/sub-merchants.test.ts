import { expect, test } from "vitest";
import { currencyHolding, needsSubMerchants, subMerchantsOf } from "./sub-merchants.ts";

const lines = [
  { psp: "PAYLETTER", currency: "USD", paymentId: "MID-U" },
  { psp: "PAYLETTER", currency: "JPY", paymentId: null },
  { psp: "PAYLETTER", currency: "USD", paymentId: "MID-U" },
  { psp: "ZALOPAY", currency: "VND", paymentId: "MID-V" },
];

test("a shop has one sub-merchant an approval currency, however many countries share it", () => {
  expect(subMerchantsOf(lines, "PAYLETTER")).toEqual([
    { currency: "JPY", paymentIds: [] },
    { currency: "USD", paymentIds: ["MID-U"] },
  ]);
  expect(subMerchantsOf(lines, "NOBODY")).toEqual([]);
});

test.each([
  ["PAYLETTER", "JPY", "MID-U", "USD"],
  ["PAYLETTER", "USD", "MID-U", null],
  ["PAYLETTER", "JPY", "MID-J", null],
  ["ZALOPAY", "VND", "MID-U", null],
])("at %s for %s the id %s belongs to %s", (psp, currency, paymentId, holder) => {
  expect(currencyHolding(lines, { psp, currency, paymentId })).toBe(holder);
});

test("the catalogue's constraint says which PSP asks for it", () => {
  expect(needsSubMerchants({ constraints: [{ tag: "pre_screen" }, { tag: "sub_merchant_per_currency" }] })).toBe(true);
  expect(needsSubMerchants({ constraints: [{ tag: "pre_screen" }] })).toBe(false);
});
