import fc from "fast-check";
import { expect, test } from "vitest";
import { documentKinds } from "./document-kinds.ts";
import { itemsOf, takenItemsOf } from "./items.ts";
import { kycPolicies, policyOf, policyOn } from "./policies.ts";
import { KycPolicy } from "./policy.ts";
import { applicantTypes, industries, KycProfile, personRoles, plainProfile } from "./profile.ts";
import { type Requirement, requirementsFor } from "./requirements.ts";

const policy = policyOf("2026-08");
const asked = (profile: KycProfile, duty: Requirement["duty"] = "required") =>
  requirementsFor(profile, policy).flatMap((one) =>
    one.kind === "document" && one.duty === duty ? one.id.slice(4) : [],
  );
const person = (id: string, ...roles: KycProfile["people"][number]["roles"]) => ({ id, roles });

test("a Korean corporation is asked for what Korean PGs ask", () => {
  expect(asked(plainProfile("krCorporation")).sort()).toEqual([
    "bankbookCopy",
    "businessRegistration",
    "corporateSealCertificate",
    "customerConfirmation",
    "mailOrderReport",
    "registerExtract",
    "representativeId",
    "shareholderRegister",
  ]);
});

test("a sole proprietor shows a personal seal and no register", () => {
  expect(asked(plainProfile("krSoleProprietor")).sort()).toEqual([
    "bankbookCopy",
    "businessRegistration",
    "customerConfirmation",
    "mailOrderReport",
    "personalSealCertificate",
    "representativeId",
  ]);
});

test("a foreign corporation is asked for what is common abroad, for each person once", () => {
  const people = [person("a", "representative", "director", "owner"), person("b", "director"), person("c", "owner")];
  expect(asked(plainProfile("foreignCorporation", { people })).sort()).toEqual([
    "articles",
    "bankLetter",
    "directorId#b",
    "incorporationCertificate",
    "incumbencyCertificate",
    "memberRegister",
    "ownerId#c",
    "personAddressProof#a",
    "personAddressProof#b",
    "personAddressProof#c",
    "registeredAddressProof",
    "representativeId#a",
    "taxRegistration",
  ]);
});

test("a non-profit proves its permission and rules, an association without register only those", () => {
  const association = asked(plainProfile("nonProfit", { isIncorporated: false }));
  expect(association).toEqual(expect.arrayContaining(["uniqueNumberCertificate", "articles", "establishmentPermit"]));
  expect(association).not.toContain("registerExtract");
  expect(association).not.toContain("corporateSealCertificate");
  expect(asked(plainProfile("nonProfit"))).toEqual(
    expect.arrayContaining(["registerExtract", "corporateSealCertificate"]),
  );
});

test.each<[string, Partial<KycProfile>, string[], string[]]>([
  [
    "joint representatives each bring their seal",
    { people: [person("a", "representative"), person("b", "representative")] },
    ["corporateSealCertificate#a", "corporateSealCertificate#b", "representativeId#a", "representativeId#b"],
    ["corporateSealCertificate", "representativeId"],
  ],
  ["an agent brings a power of attorney", { signer: "agent" }, ["powerOfAttorney", "agentId"], []],
  ["a working seal is declared", { seal: "working" }, ["workingSealStatement"], []],
  ["companies in between are drawn", { ownership: "layered" }, ["ownershipChart", "shareholderRegister"], []],
  ["a listed company shows no shareholders", { ownership: "exempt" }, [], ["shareholderRegister", "ownershipChart"]],
  ["who is exempt from the mail-order report has none", { mailOrder: "exempt" }, [], ["mailOrderReport"]],
  ["Paymentwall wants to see sales", { channels: ["PAYMENTWALL"] }, ["salesEvidence"], []],
  ["Alipay+ through KICC wants the way to pay", { channels: ["KICC_V2"] }, ["paymentPathCapture"], []],
  ["an app in no store is shown in pictures", { sellsThrough: "unlistedApp" }, ["paymentPathCapture"], []],
  ["terms are brought along", { bringsTerms: true }, ["existingTerms"], []],
  ["papers in another language are translated", { documentLanguage: "other" }, ["englishTranslation"], []],
  ["money abroad needs a bank's letter", { settlementAccount: "abroad" }, ["bankLetter"], ["bankbookCopy"]],
  [
    "traditional liquor needs both permissions",
    { industries: ["alcoholTraditional"] },
    ["alcoholManufacturingLicence", "alcoholMailOrderApproval"],
    [],
  ],
  ["a travel agency is registered", { industries: ["travel"] }, ["travelRegistration"], []],
  [
    "fish is licensed where Japan asks for it",
    { industries: ["fishOrMeat"], channels: ["INICIS_JP"] },
    ["foodSalesPermission"],
    [],
  ],
  ["fish is not where nobody asks", { industries: ["fishOrMeat"] }, [], ["foodSalesPermission"]],
])("%s", (_, answers, more, not) => {
  const documents = asked(plainProfile("krCorporation", answers));
  expect(documents).toEqual(expect.arrayContaining(more));
  for (const document of not) expect(documents).not.toContain(document);
});

test("a proprietor's agent confirms the customer as well", () => {
  const people = [person("a", "representative"), person("z", "agent")];
  const documents = asked(plainProfile("krSoleProprietor", { signer: "agent", people }));
  expect(documents).toEqual(expect.arrayContaining(["customerConfirmation", "customerConfirmation#z", "agentId#z"]));
});

test("seal certificates and register extracts are originals of at most three months", () => {
  const papers = requirementsFor(plainProfile("krCorporation"), policy);
  const fresh = papers.filter(({ maxAgeMonths }) => maxAgeMonths === 3).map(({ about }) => about);
  expect(fresh).toEqual(["registerExtract", "corporateSealCertificate"]);
  expect(
    papers.filter(({ needsOriginal, duty }) => needsOriginal && duty === "required").map(({ about }) => about),
  ).toEqual(fresh);
  expect(papers.find(({ about }) => about === "registerExtract")?.warnAfterDays).toBe(60);
});

test("what a PSP wants later, and what stands on the site, does not hold a case back", () => {
  const profile = plainProfile("krCorporation", {
    needsInsurance: true,
    industries: ["travel"],
    channels: ["INICIS_JP"],
  });
  expect(asked(profile, "later")).toEqual(["pspContract", "guaranteeInsurance", "purchaseSafetyCertificate"]);
  const items = itemsOf(profile, "2026-08");
  expect(items.slice(0, 3)).toEqual(["data:business", "data:people", "data:settlementAccount"]);
  expect(items.some((id) => id.startsWith("site:") || id.includes("pspContract"))).toBe(false);
  expect(requirementsFor(profile, policy).map(({ id }) => id)).toContain("site:jpTravelTerms");
});

test("a paper that nobody insists on is taken all the same, and holds nothing back", () => {
  const profile = plainProfile("krCorporation", { needsInsurance: true });
  const taken = takenItemsOf(profile, "2026-08");
  expect(taken).toEqual(expect.arrayContaining([...itemsOf(profile, "2026-08"), "doc:articles", "doc:pspContract"]));
  expect(itemsOf(profile, "2026-08")).not.toContain("doc:articles");
  expect(taken.some((id) => id.startsWith("site:"))).toBe(false);
});

test("an edition that never was is an error, not an empty list", () => {
  expect(() => itemsOf(plainProfile("krCorporation"), "2019-01")).toThrow(RangeError);
  expect(() => itemsOf(plainProfile("krCorporation"), "toString")).toThrow(RangeError);
});

test("every edition is whole data, and the one in force is found by day", () => {
  for (const [version, edition] of Object.entries(kycPolicies)) {
    expect(KycPolicy.parse(JSON.parse(JSON.stringify(edition)))).toEqual(edition);
    expect(edition.version).toBe(version);
  }
  expect(policyOn("2026-11-22").version).toBe("2026-08");
  expect(policyOn("2020-01-01").version).toBe("2026-08");
});

const anyProfile: fc.Arbitrary<KycProfile> = fc
  .record({
    applicantType: fc.constantFrom(...applicantTypes),
    signer: fc.constantFrom("representative" as const, "agent" as const),
    seal: fc.constantFrom("registered" as const, "working" as const),
    isIncorporated: fc.boolean(),
    ownership: fc.constantFrom("direct" as const, "layered" as const, "exempt" as const),
    mailOrder: fc.constantFrom("reported" as const, "exempt" as const, "no" as const),
    documentLanguage: fc.constantFrom("ko" as const, "en" as const, "other" as const),
    settlementAccount: fc.constantFrom("korea" as const, "abroad" as const),
    sellsThrough: fc.constantFrom("web" as const, "app" as const, "unlistedApp" as const),
    bringsTerms: fc.boolean(),
    needsInsurance: fc.boolean(),
    industries: fc.uniqueArray(fc.constantFrom(...industries), { maxLength: 5 }),
    channels: fc.uniqueArray(fc.constantFrom("PAYMENTWALL", "KICC_V2", "INICIS_JP", "ZALOPAY"), { maxLength: 4 }),
    people: fc
      .array(fc.uniqueArray(fc.constantFrom(...personRoles), { minLength: 1, maxLength: 5 }), { maxLength: 4 })
      .map((all) => all.map((roles, i) => ({ id: `p${i}`, roles }))),
  })
  .map((answers) => plainProfile(answers.applicantType, answers));

test("whoever asks: no id twice, every id says what it is, data first, and people are those of the profile", () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      expect(KycProfile.safeParse(profile).success).toBe(true);
      const all = requirementsFor(profile, policy);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all.slice(0, 3).map(({ kind }) => kind)).toEqual(["data", "data", "data"]);
      for (const { id, kind, document, personId } of all) {
        expect(id).toMatch(/^(data|doc|site):[A-Za-z]+(#p\d)?$/);
        expect(kind === "document").toBe(document !== null);
        if (personId) expect(profile.people.map((one) => one.id)).toContain(personId);
      }
      // Nobody is asked twice to prove who they are.
      const ids = all.filter(({ about }) => ["representativeId", "directorId", "ownerId"].includes(about));
      const people = ids.flatMap(({ personId }) => personId ?? []);
      expect(new Set(people).size).toBe(people.length);
    }),
    { numRuns: 2_000 },
  );
});

test("every kind of document is asked of somebody", () => {
  const seen = new Set(policy.documents.map(({ document }) => document));
  expect(documentKinds.filter((kind) => !seen.has(kind))).toEqual([]);
});

test.each([
  [{ applicantType: "krCorporation", country: "SG" }, "profile.country.notKorea"],
  [{ applicantType: "foreignCorporation", country: "KR" }, "profile.country.isKorea"],
  [{ country: "ZZ" }, "country.unknown"],
  [{ people: [person("a", "owner"), person("a", "director")] }, "profile.people.twice"],
])("contradicting answers are told apart: %j", (answers, message) => {
  const read = KycProfile.safeParse({ ...plainProfile("krCorporation"), ...answers });
  expect(read.error?.issues.map((issue) => issue.message)).toContain(message);
});

test("ten thousand merchants are measured in a blink", () => {
  const profile = plainProfile("foreignCorporation", {
    people: [person("a", "representative", "owner"), person("b", "director")],
  });
  const began = performance.now();
  for (let i = 0; i < 10_000; i++) itemsOf(profile, "2026-08");
  const ms = performance.now() - began;
  console.log(`${Math.round(10_000 / (ms / 1000)).toLocaleString("en")} merchants a second`);
  expect(ms).toBeLessThan(60_000);
});
