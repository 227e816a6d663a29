import { expect, test } from "vitest";
import { documentKinds } from "#workflows/kyc/document-kinds.ts";
import { kycPolicies } from "#workflows/kyc/policies.ts";
import { documentWords, itemName, otherWords } from "./requirement-words.ts";

test("every kind of document has its sentences in both languages", () => {
  for (const lang of ["ko", "en"] as const) {
    expect(Object.keys(documentWords[lang]).sort()).toEqual([...documentKinds].sort());
    for (const { name, why, good } of Object.values(documentWords[lang])) {
      for (const sentence of [why, good]) expect(sentence).toMatch(/[.요]$/);
      expect(name.length).toBeLessThan(60);
    }
  }
});

test("what a policy wants to see on the site has a sentence", () => {
  for (const { site } of Object.values(kycPolicies).flatMap((policy) => policy.site)) {
    expect(Object.keys(otherWords.ko.site)).toContain(site);
  }
});

test.each([
  ["doc:registerExtract", undefined, "Corporate register extract"],
  ["doc:representativeId#p1", "Kim", "Representative's ID · Kim"],
  ["data:people", undefined, "Representatives, officers, owners"],
  ["doc:from-the-future", undefined, "doc:from-the-future"],
])("%s of %s is called %s", (id, person, name) => {
  expect(itemName(id, "en", person)).toBe(name);
});
