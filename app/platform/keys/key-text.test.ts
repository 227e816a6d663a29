import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf, newKey, readKey } from "./key-text.ts";
import { masked, tailOf } from "./mask.ts";

test("a key says what it is: its mode, its public half, and a checksum at the end", () => {
  const key = newKey("live");
  expect(key.text).toMatch(/^gw_live_[A-Za-z]{16}_[0-9A-Za-z]{49}$/);
  expect(readKey(key.text)).toEqual({ mode: "live", clientKey: key.clientKey });
  expect(readKey(newKey("test").text)?.mode).toBe("test");
});

test("a partner's key says so, and is no integration key", () => {
  const key = newKey("test", "partner");
  expect(key.text).toMatch(/^gw_partner_test_[A-Za-z]{16}_[0-9A-Za-z]{49}$/);
  expect(readKey(key.text, "partner")).toEqual({ mode: "test", clientKey: key.clientKey });
  expect(readKey(key.text)).toBeNull();
  expect(readKey(newKey("test").text, "partner")).toBeNull();
});

test("no two keys are alike, and the random part fills its 256 bits", () => {
  const keys = Array.from({ length: 2000 }, () => newKey("live"));
  expect(new Set(keys.map(({ text }) => text)).size).toBe(2000);
  expect(new Set(keys.map(({ clientKey }) => clientKey)).size).toBe(2000);
  const digits = new Set(keys.flatMap(({ text }) => [...text.slice(25, 68)]));
  expect(digits.size).toBe(62);
});

test("one wrong character anywhere is noticed without a database", () => {
  const { text } = newKey("live");
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(..."0aAzZ9_ "), (place, char) => {
      const typo = text.slice(0, place) + char + text.slice(place + 1);
      return typo === text || readKey(typo) === null;
    }),
  );
  for (const wrong of ["", "gw_live_", text.slice(1), `${text}0`, text.toUpperCase(), ` ${text}`])
    expect(readKey(wrong)).toBeNull();
});

test("what is kept of a key is its SHA-256", () => {
  expect(digestOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test.each([
  ["sk_0123456789xyz", "********xyz"],
  ["1234567", "********567"],
  ["123456", "********"],
  ["", "********"],
  ["-----BEGIN KEY-----\nabc\n-----END KEY-----\n", "********---"],
])("%j is shown as %s", (secret, shown) => {
  expect(masked(tailOf(secret))).toBe(shown);
});
