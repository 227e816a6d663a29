import { describe, expect, test } from "vitest";
import { acceptedLang, langCookie, langOf } from "./lang.server.ts";

const asking = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://gangway.test${path}`, { headers });

describe("what the browser asks for", () => {
  test.each([
    ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    ["en-US,en;q=0.9", "en"],
    ["ja,en;q=0.5,ko;q=0.7", "ko"],
    ["ko;q=0, en", "en"],
    ["fr, de;q=0.5", null],
    ["*", null],
    ["", null],
    [null, null],
    [";;q=,ko;q=x", null],
  ])("%s means %s", (header, lang) => {
    expect(acceptedLang(header)).toBe(lang);
  });
});

describe("the language of a request", () => {
  test("the address wins over the cookie, the cookie over the browser, and Korean is the rest", async () => {
    const cookie = (await langCookie("en")).split(";")[0]!;
    const korean = { "Accept-Language": "ko" };
    expect(await langOf(asking("/?lang=ko", { Cookie: cookie, "Accept-Language": "en" }))).toBe("ko");
    expect(await langOf(asking("/", { Cookie: cookie, ...korean }))).toBe("en");
    expect(await langOf(asking("/", korean))).toBe("ko");
    expect(await langOf(asking("/"))).toBe("ko");
  });

  test("nonsense in the address or the cookie is passed over", async () => {
    expect(await langOf(asking("/?lang=xx", { Cookie: "lang=%%%", "Accept-Language": "en" }))).toBe("en");
  });
});
