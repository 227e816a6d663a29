import { expect, test } from "vitest";
import { safeReturn } from "./safe-return.ts";

test.each(["/", "/cases/0199?tab=mails", "/inquiry?lang=en&x=%2F%2Fevil"])("%s is a place of ours", (path) => {
  expect(safeReturn(path)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/..//evil.example",
  "/a/../..//evil.example",
  "javascript:alert(1)",
  "evil",
  "",
  null,
  undefined,
  7,
])("%j leads home instead", (path) => {
  expect(safeReturn(path)).toBe("/");
});

test("a fragment is dropped", () => {
  expect(safeReturn("/a#b")).toBe("/a");
});
