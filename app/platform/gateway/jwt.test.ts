import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { longestTokenSeconds, readToken, requestToken, signToken } from "./jwt.ts";

const secret = "s".repeat(64);
const now = 1_800_000_000;
const claims = { iss: "PORTONE", sub: "AbCdEfGhIjKlMnOp", iat: now, exp: now + 100 };

test("a token lives a hundred seconds and names its asker", () => {
  const token = requestToken(claims.sub, secret, now);
  expect(readToken(token, secret, now).claims).toEqual(claims);
  expect(readToken(token, secret, now + 160).problem).toBeNull();
  expect(readToken(token, secret, now + 161).problem).toBe("expired");
  expect(readToken(token, secret, now - 61).problem).toBe("notYet");
});

test("the worked example of RFC 7515 (appendix A.1) is signed as printed there", () => {
  const key = Buffer.from(
    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
    "base64url",
  );
  const text =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
  expect(createHmac("sha256", key).update(text).digest("base64url")).toBe(
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  );
});

test("another secret, a changed claim and an unsigned token are refused", () => {
  const token = signToken(claims, secret);
  const [header, , mac] = token.split(".");
  const other = Buffer.from(JSON.stringify({ ...claims, sub: "x" })).toString("base64url");
  expect(readToken(token, "t".repeat(64), now).problem).toBe("forged");
  expect(readToken(`${header}.${other}.${mac}`, secret, now).problem).toBe("forged");
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  for (const text of [`${none}.${other}.`, `${none}.${other}.${mac}`, "", "a.b.c", `${token}.x`, "..."]) {
    expect(readToken(text, secret, now).problem).toBe("malformed");
  }
});

test("a token that lives longer than six hours, or comes from elsewhere, is none", () => {
  expect(readToken(signToken({ ...claims, iss: "CHAIPAY" }, secret), secret, now).problem).toBeNull();
  expect(readToken(signToken({ ...claims, iss: "EVIL" }, secret), secret, now).problem).toBe("malformed");
  const long = signToken({ ...claims, exp: now + longestTokenSeconds + 1 }, secret);
  expect(readToken(long, secret, now).problem).toBe("malformed");
});
