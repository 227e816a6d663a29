import { expect, test } from "vitest";
import { keyOf } from "./shortcuts.ts";

test.each([
  ["j", "KeyJ", false, "j"],
  ["ㅓ", "KeyJ", false, "j"],
  ["Process", "KeyK", false, "k"],
  ["?", "Slash", true, "?"],
  ["Process", "Slash", true, "?"],
  ["Process", "Slash", false, "/"],
  ["Enter", "Enter", false, "Enter"],
  ["Escape", "Escape", false, "Escape"],
])("a key that says %s at %s (shift %s) means %s", (key, code, shiftKey, meant) => {
  expect(keyOf({ key, code, shiftKey })).toBe(meant);
});
