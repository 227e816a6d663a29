import { expect, test } from "vitest";
import { problemsSaid } from "./problems.server.ts";

test("a step where nobody has been is one sentence, and ways to pay wait for a country", () => {
  const problems = [
    { section: "where" as const, field: "countries", key: "countries.missing" },
    { section: "ways" as const, field: "wishes", key: "countries.missing" },
    { section: "business" as const, field: "companyName", key: "companyName.missing" },
    { section: "business" as const, field: "home", key: "country.missing" },
  ];
  const said = problemsSaid({ business: { companyName: "", home: "KR" } }, problems, "en");
  expect(said.map(({ section, isUntouched, href }) => [section, isUntouched, href])).toEqual([
    ["where", true, "/inquiry"],
    ["business", true, "/inquiry/business"],
  ]);
});

test("a sentence that fits any field comes with the field's name, one of its own does not", () => {
  const problems = [
    { section: "contact" as const, field: "phone", key: "form.missing" },
    { section: "contact" as const, field: "email", key: "form.notEmail" },
    { section: "contact" as const, field: "consent", key: "consent.missing" },
  ];
  const [contact] = problemsSaid({ contact: { name: "Lee", email: "lee" } }, problems, "en");
  expect(contact?.isUntouched).toBe(false);
  expect(contact?.fields).toEqual([
    { href: "/inquiry/contact#phone", sentence: "Phone: Enter an answer." },
    { href: "/inquiry/contact#email", sentence: expect.stringMatching(/^E-?mail: /i) },
    { href: "/inquiry/contact#consent", sentence: expect.not.stringContaining(": ") },
  ]);
});
