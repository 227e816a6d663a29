import { expect, test } from "vitest";
import { langs } from "#app/i18n/words.ts";
import { laws } from "#workflows/law.ts";
import { reasonWords } from "./reason-words.ts";

const engine = ["notNow", "notYours", "isFinished", "caseIsOnHold"];
const named = [...new Set([...laws.flatMap(({ guards }) => Object.keys(guards)), ...engine])].sort();

test.each(langs)("every no of the law has a sentence in %s, and no sentence is left over", (lang) => {
  expect(Object.keys(reasonWords[lang]).sort()).toEqual(named);
  for (const sentence of Object.values(reasonWords[lang])) expect(sentence).toMatch(/[.요]$|[.]$/);
});
