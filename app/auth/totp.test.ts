import { expect, test } from "vitest";
import { codeOf, stepOf, stepOfCode, toBase32 } from "./totp.server.ts";

const secret = toBase32(Buffer.from("12345678901234567890"));

// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
test.each([
  ["1970-01-01T00:00:59Z", "287082"],
  ["2005-03-18T01:58:29Z", "081804"],
  ["2005-03-18T01:58:31Z", "050471"],
  ["2009-02-13T23:31:30Z", "005924"],
  ["2033-05-18T03:33:20Z", "279037"],
  ["2603-10-11T11:33:20Z", "353130"],
])("at %s the authenticator app shows %s", (at, code) => {
  expect(codeOf(secret, stepOf(new Date(at)))).toBe(code);
});

test("a code is known half a minute before and after its time, and not longer", () => {
  const at = new Date("2026-11-23T01:00:15Z");
  const step = stepOf(at);
  const known = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeOf(secret, step + off), at));
  expect(known).toEqual([null, step - 1, step, step + 1, null]);
  expect(stepOfCode(secret, "12345", at)).toBeNull();
  expect(stepOfCode(secret, "", at)).toBeNull();
});

test("secrets are written as authenticator apps read them", () => {
  expect(secret).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(toBase32(Buffer.from("fooba"))).toBe("MZXW6YTB");
  expect(toBase32(Buffer.from("foob"))).toBe("MZXW6YQ");
});
