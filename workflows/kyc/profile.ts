import { z } from "zod";
import { CountryCode } from "./countries.ts";

export const applicantTypes = ["krCorporation", "krSoleProprietor", "foreignCorporation", "nonProfit"] as const;
export const ApplicantType = z.enum(applicantTypes);
export type ApplicantType = z.infer<typeof ApplicantType>;

/** Trades that ask for a licence, or for words on the site. */
export const industries = [
  "alcoholTraditional",
  "alcoholPickup",
  "alcoholJapan",
  "donation",
  "mobileVoucher",
  "gym",
  "sharedOffice",
  "travel",
  "carRental",
  "education",
  "consulting",
  "marketplace",
  "medicalDevices",
  "cosmeticsOrHealthFood",
  "fishOrMeat",
  "usedGoods",
  "madeToOrder",
  "matchmaking",
] as const;
export const Industry = z.enum(industries);
export type Industry = z.infer<typeof Industry>;

export const personRoles = ["representative", "director", "owner", "signatory", "agent"] as const;
export const PersonRole = z.enum(personRoles);
export type PersonRole = z.infer<typeof PersonRole>;

/**
 * The answers that decide which papers and data a merchant hands in. Choices and ids only: it is logged with the case,
 * and what could hurt a person lies in rows of its own.
 */
export const KycProfile = z
  .object({
    applicantType: ApplicantType,
    /** Where the merchant is established. */
    country: CountryCode,
    /** Who signs the contracts: a representative, or somebody with a power of attorney. */
    signer: z.enum(["representative", "agent"]),
    /** Which seal a Korean company uses: the one in the register, or a working one (사용인감). */
    seal: z.enum(["registered", "working"]),
    /** Whether a non-profit is a corporation in a register, or an association without one. */
    isIncorporated: z.boolean(),
    /** Persons hold the shares themselves, or companies stand between; exempt: public bodies, financial and listed companies. */
    ownership: z.enum(["direct", "layered", "exempt"]),
    /** Korean mail-order report: filed, exempt below the threshold, or not a seller to consumers at all. */
    mailOrder: z.enum(["reported", "exempt", "no"]),
    /** What the merchant's papers are written in. */
    documentLanguage: z.enum(["ko", "en", "other"]),
    /** Where the settlement account is kept. */
    settlementAccount: z.enum(["korea", "abroad"]),
    sellsThrough: z.enum(["web", "app", "unlistedApp"]),
    /** Sold through another PG contract before and takes its terms along. */
    bringsTerms: z.boolean(),
    /** The PSP wants a guarantee insurance policy (보증보험). */
    needsInsurance: z.boolean(),
    industries: z.array(Industry),
    /** Keys of the channels the merchant took, as the catalogue writes them. */
    channels: z.array(z.string().min(1)),
    /** The people named so far, by the ids of their rows. */
    people: z.array(z.object({ id: z.string().min(1), roles: z.array(PersonRole).min(1) })),
  })
  .superRefine(({ applicantType, country, people }, { addIssue }) => {
    const isKorean = applicantType === "krCorporation" || applicantType === "krSoleProprietor";
    if (isKorean && country !== "KR")
      addIssue({ code: "custom", path: ["country"], message: "profile.country.notKorea" });
    if (applicantType === "foreignCorporation" && country === "KR") {
      addIssue({ code: "custom", path: ["country"], message: "profile.country.isKorea" });
    }
    if (new Set(people.map(({ id }) => id)).size !== people.length) {
      addIssue({ code: "custom", path: ["people"], message: "profile.people.twice" });
    }
  });
export type KycProfile = z.infer<typeof KycProfile>;

/** The plainest merchant of each type: what a form begins with and tests vary. */
export const plainProfile = (applicantType: ApplicantType, more: Partial<KycProfile> = {}): KycProfile => ({
  applicantType,
  country: applicantType === "foreignCorporation" ? "SG" : "KR",
  signer: "representative",
  seal: "registered",
  isIncorporated: true,
  ownership: "direct",
  mailOrder: applicantType === "foreignCorporation" ? "no" : "reported",
  documentLanguage: applicantType === "foreignCorporation" ? "en" : "ko",
  settlementAccount: applicantType === "foreignCorporation" ? "abroad" : "korea",
  sellsThrough: "web",
  bringsTerms: false,
  needsInsurance: false,
  industries: [],
  channels: [],
  people: [],
  ...more,
});
