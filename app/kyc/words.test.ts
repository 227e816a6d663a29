import { expect, test } from "vitest";
import { refusals } from "./document-check/refused.ts";
import { words } from "./words.ts";

test("every reason why a file is refused has a sentence that says what to do", () => {
  for (const lang of ["ko", "en"] as const) {
    for (const refusal of refusals) expect(Object.keys(words[lang].problems)).toContain(`file.${refusal}`);
  }
});

test("no sentence is left empty", () => {
  const walk = (held: unknown, path: string): void => {
    if (typeof held === "string") expect(held.trim(), path).not.toBe("");
    else if (typeof held === "object" && held)
      for (const [key, inner] of Object.entries(held)) walk(inner, `${path}.${key}`);
  };
  walk(words, "words");
});
