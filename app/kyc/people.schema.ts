import { z } from "zod";
import { CountryCode } from "#workflows/kyc/countries.ts";

const Share = z.coerce.number<string>().gt(0, "people.share.range").max(100, "people.share.range");

export const idTypes = [
  "residentCard",
  "drivingLicence",
  "passport",
  "alienCard",
  "overseasKoreanCard",
  "permanentResidentCard",
] as const;
export const controls = ["appointsRepresentative", "appointsMajority", "controlsInFact"] as const;
/** What a person is to the company; who owns enough of it is found from the shares. */
export const offices = ["representative", "director", "signatory", "agent"] as const;

/** Somebody behind the merchant. Birth dates are sealed when saved. */
export const Person = z.object({
  /** Stays the same over every saving; a new person has none yet. */
  id: z.uuid().optional(),
  name: z.string().trim().min(1, "people.name.missing").max(80),
  /** As in the passport. */
  nameLatin: z
    .string()
    .trim()
    .min(1, "people.nameLatin.missing")
    .max(80)
    .regex(/^[\p{Script=Latin}\p{M} .,'’-]+$/u, "people.nameLatin.latin"),
  bornOn: z.iso.date("people.bornOn.missing"),
  nationality: CountryCode,
  residence: CountryCode,
  offices: z.array(z.enum(offices)),
  idType: z.enum(idTypes, "people.idType.missing"),
  /** Percent of the voting shares of what `sharesOf` names; nothing when the person holds none. */
  share: Share.optional(),
  /** `merchant`, or the place of a company in the list below, as text. */
  sharesOf: z.string().regex(/^(merchant|\d{1,2})$/),
  control: z.enum(controls).optional(),
});
export type Person = z.infer<typeof Person>;

/** A company that stands between the merchant and the people behind it. */
export const HoldingCompany = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, "people.companyName.missing").max(120),
  country: CountryCode,
  /** The state, a public body, a financial or a listed company: nobody looks behind it. */
  isExempt: z.boolean(),
  share: Share,
  sharesOf: z.string().regex(/^(merchant|\d{1,2})$/),
});
export type HoldingCompany = z.infer<typeof HoldingCompany>;

export const People = z
  .object({
    people: z.array(Person).min(1, "people.nobody").max(20),
    companies: z.array(HoldingCompany).max(10),
    /** The rest of the shares is held by people below the threshold. */
    restIsSmall: z.boolean(),
    /** A sole proprietor who acts for somebody else has to name them. */
    actsForAnother: z.boolean(),
  })
  .superRefine(({ people, companies }, { addIssue }) => {
    const custom = (path: (string | number)[], message: string) => addIssue({ code: "custom", path, message });
    if (!people.some((one) => one.offices.includes("representative")))
      custom(["people", 0, "offices"], "people.noRepresentative");
    for (const [place, { offices, share, control }] of people.entries()) {
      if (offices.length === 0 && share === undefined && control === undefined)
        custom(["people", place, "offices"], "people.noOffice");
    }
    const all = [
      ...people.map(({ sharesOf }, i) => ({ sharesOf, path: ["people", i, "sharesOf"], self: -1 })),
      ...companies.map(({ sharesOf }, i) => ({ sharesOf, path: ["companies", i, "sharesOf"], self: i })),
    ];
    for (const { sharesOf, path, self } of all) {
      const of = Number(sharesOf);
      if (sharesOf !== "merchant" && (of >= companies.length || of === self)) custom(path, "people.sharesOf.unknown");
    }
    const sums = new Map<string, number>();
    for (const { share, sharesOf } of [...people, ...companies])
      sums.set(sharesOf, (sums.get(sharesOf) ?? 0) + (share ?? 0));
    for (const [of, sum] of sums) {
      if (sum > 100.000001)
        custom(["people", 0, "share"], of === "merchant" ? "people.moreThanAll" : "people.moreThanAllOfCompany");
    }
  });
export type People = z.infer<typeof People>;
