import { expect, test } from "vitest";
import { nextIn, pathOf, targetOf, withNext } from "./next.ts";

const at = (path: string) => new Request(`https://gangway.example${path}`);

test.each([
  ["/cases", "/cases", "/cases"],
  ["/cases?index&open=1", "/cases?index=&open=1", "/cases?open=1"],
  ["/cases.data?index&_routes=routes%2Fcases", "/cases?index=", "/cases"],
  ["/_root.data", "/", "/"],
  ["/cases/1/_.data", "/cases/1", "/cases/1"],
])("a form posted to %s goes to %s, and its page is %s", (path, target, page) => {
  expect(targetOf(at(path))).toBe(target);
  expect(pathOf(at(path))).toBe(page);
});

test.each([
  ["/cases/1?tab=2", "/cases/1?tab=2"],
  ["/sign-in/invitation?token=x", "/sign-in/invitation?token=x"],
  ["/staff/enrol", "/staff/enrol"],
  ["//evil.example", "/home"],
  ["https://evil.example/cases", "/home"],
  ["/\\evil.example", "/home"],
  ["javascript:alert(1)", "/home"],
  ["/sign-in?next=/sign-in", "/home"],
  ["/sign-out", "/home"],
  ["/staff/sign-in", "/home"],
  ["", "/home"],
  [null, "/home"],
])("signing in leads from next=%s to %s", (asked, path) => {
  expect(nextIn(asked, "/home")).toBe(path);
});

test("the way back is written so that it can be read again", () => {
  const to = new URL(withNext("/sign-in", "/cases?a=1&b=한"), "https://gangway.example");
  expect(nextIn(to.searchParams.get("next"), "/")).toBe("/cases?a=1&b=%ED%95%9C");
  expect(withNext("/sign-in", "/")).toBe("/sign-in");
});
