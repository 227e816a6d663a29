import { expect, test } from "vitest";
import { langs } from "#app/i18n/words.ts";
import { channelV1, onboardingV1 } from "#workflows/law.ts";
import { reasonWords } from "./reason-words.ts";

const engine = ["notNow", "notYours", "isFinished", "caseIsOnHold"];
const named = [...new Set([...Object.keys(onboardingV1.guards), ...Object.keys(channelV1.guards), ...engine])].sort();

test.each(langs)("every no of the law has a sentence in %s, and no sentence is left over", (lang) => {
  expect(Object.keys(reasonWords[lang]).sort()).toEqual(named);
  for (const sentence of Object.values(reasonWords[lang])) expect(sentence).toMatch(/[.요]$|[.]$/);
});
