import fc from "fast-check";
import { expect, test } from "vitest";
import { type BankNumberKind, bankNumberSample, checkBankNumber, hasIban, routingKindOf } from "./bank.ts";
import type { NumberProblem } from "./verdict.ts";

test.each<[BankNumberKind, string]>([
  ["iban", "DE89 3704 0044 0532 0130 00"],
  ["iban", "gb29 nwbk 6016 1331 9268 19"],
  ["iban", "NO9386011117947"],
  ["bic", "CZNBKRSE"],
  ["bic", "deutdeff500"],
  ["aba", "021000021"],
  ["aba", "1110-0002-5"],
  ["sortCode", "12-34-56"],
  ["bsb", "012-003"],
  ["ifsc", "HDFC0001234"],
])("%s %s is taken", (kind, typed) => {
  expect(checkBankNumber(kind, typed).ok).toBe(true);
});

test.each<[BankNumberKind, string, NumberProblem]>([
  ["iban", "DE89 3704 0044 0532 0130 01", "checksum"],
  ["iban", "DE89 3704 0044 0532 0130 0", "shape"],
  ["iban", "KR89 3704 0044 0532 0130 00", "component"],
  ["iban", "", "missing"],
  ["bic", "CZNBKRS", "shape"],
  ["bic", "CZN1KRSE", "shape"],
  ["bic", "CZNBQQSE", "component"],
  ["aba", "021000022", "checksum"],
  ["aba", "991000021", "component"],
  ["ifsc", "HDFC1001234", "shape"],
])("%s %s is refused: %s", (kind, typed, problem) => {
  expect(checkBankNumber(kind, typed)).toEqual({ ok: false, problem, certain: true });
});

test("each sample passes, and countries without IBAN are known", () => {
  for (const kind of ["iban", "bic", "aba", "sortCode", "bsb", "ifsc"] as const) {
    expect(checkBankNumber(kind, bankNumberSample(kind)).ok).toBe(true);
  }
  for (const country of "KR JP VN TH ID SG MY TW PH HK AU IN CN US".split(" ")) expect(hasIban(country)).toBe(false);
  expect(hasIban("NL")).toBe(true);
  expect([routingKindOf("US"), routingKindOf("KR")]).toEqual(["aba", null]);
});

test("any single wrong digit and any swap of neighbours in an IBAN is noticed", () => {
  const good = "DE89370400440532013000";
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const wrong = good.slice(0, at) + ((Number(good[at]) + by) % 10) + good.slice(at + 1);
      expect(checkBankNumber("iban", wrong).ok).toBe(false);
    }),
  );
  for (let at = 4; at < 21; at++) {
    if (good[at] === good[at + 1]) continue;
    const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2);
    expect(checkBankNumber("iban", swapped).ok, swapped).toBe(false);
  }
});

test("of ten last digits exactly one completes a routing number", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^02\d{6}$/), (number) => {
      const passing = [..."0123456789"].filter((digit) => checkBankNumber("aba", number + digit).ok);
      expect(passing).toHaveLength(1);
    }),
  );
});
