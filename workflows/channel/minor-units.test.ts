import fc from "fast-check";
import { expect, test } from "vitest";
import currencies from "#app/catalogue/data/currencies.json" with { type: "json" };
import { decimalPlaces } from "#app/ui/format/money.ts";
import { fromMajorUnits, majorUnits, minorUnits } from "./minor-units.ts";

test("signatures, pages and catalogue agree on the minor units", () => {
  expect(currencies.length).toBeGreaterThan(50);
  for (const { code, minorUnits: expected } of currencies) {
    expect([code, minorUnits(code), decimalPlaces(code)]).toEqual([code, expected, expected]);
  }
});

test.each([
  [1050, "USD", 10.5],
  [7, "USD", 0.07],
  [4000, "VND", 4000],
  [1, "KWD", 0.001],
  [100_000, "KRW", 100_000],
])("%i minor units of %s are %d", (minor, currency, major) => {
  expect(majorUnits(minor, currency)).toBe(major);
});

test("what was written is read back as the same amount", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.constantFrom("USD", "VND", "KWD", "IDR"), (minor, currency) =>
      [majorUnits(minor, currency), String(majorUnits(minor, currency))].every(
        (amount) => fromMajorUnits(amount, currency) === minor,
      ),
    ),
  );
});

test.each([
  ["10.505", "USD"],
  ["0.5", "VND"],
  [0, "USD"],
  [-1, "USD"],
  ["1e3", "USD"],
  ["", "USD"],
  [null, "USD"],
  [Number.NaN, "USD"],
])("%j is no amount of %s", (amount, currency) => {
  expect(fromMajorUnits(amount, currency)).toBeNull();
});
