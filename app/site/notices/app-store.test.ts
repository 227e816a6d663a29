import { expect, test } from "vitest";
import { judge } from "../judge/judge.ts";
import { isAppStore } from "./test-host.ts";

test.each([
  ["https://apps.apple.com/kr/app/some-shop/id123", true],
  ["https://play.google.com/store/apps/details?id=kr.shop", true],
  ["https://m.onestore.co.kr/mobilepoc/apps/1", true],
  ["https://play.google.com.evil.example/", false],
  ["https://shop.example/apps.apple.com", false],
])("%s is an app store: %s", (url, is) => {
  expect(isAppStore(url)).toBe(is);
});

test("a shop that lives in an app goes to a person, whatever its store page shows", () => {
  const html =
    "<title>Some Shop on the App Store</title><h1>Some Shop</h1><p>$0.99 Mug</p><button>Buy</button><p>Refunds within 14 days to your card.</p>";
  const judgement = judge({
    origin: "https://apps.apple.com",
    pages: [
      {
        url: "https://apps.apple.com/kr/app/some-shop/id123",
        status: 200,
        contentType: "text/html",
        headers: {},
        fetchedAt: "2026-11-24T00:00:00.000Z",
        sha256: "0",
        html,
        charset: "utf-8",
        via: "fetch",
        found: "home",
      },
    ],
    unreachable: [],
    leftOut: 0,
    robots: "none",
  });
  for (const { verdict, reason, evidence } of Object.values(judgement.requirements)) {
    expect([verdict, reason]).toEqual(["unsure", "appOnly"]);
    expect(evidence[0]).toMatchObject({ url: "https://apps.apple.com/kr/app/some-shop/id123", quote: "Some Shop" });
  }
});
