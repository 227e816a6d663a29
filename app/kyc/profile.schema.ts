import { z } from "zod";
import { CountryCode } from "#workflows/kyc/countries.ts";
import { ApplicantType, Industry } from "#workflows/kyc/profile.ts";

/** The questions that decide which papers are asked. Channels and people are put in from the case, not typed. */
export const ProfileForm = z
  .object({
    applicantType: ApplicantType,
    country: CountryCode,
    signer: z.enum(["representative", "agent"]),
    seal: z.enum(["registered", "working"]),
    isIncorporated: z.enum(["yes", "no"]),
    ownership: z.enum(["direct", "layered", "exempt"]),
    mailOrder: z.enum(["reported", "exempt", "no"]),
    documentLanguage: z.enum(["ko", "en", "other"]),
    settlementAccount: z.enum(["korea", "abroad"]),
    sellsThrough: z.enum(["web", "app", "unlistedApp"]),
    bringsTerms: z.enum(["yes", "no"]),
    industries: z.array(Industry),
  })
  .superRefine(({ applicantType, country }, { addIssue }) => {
    const isKorean = applicantType === "krCorporation" || applicantType === "krSoleProprietor";
    if (isKorean && country !== "KR")
      addIssue({ code: "custom", path: ["country"], message: "profile.country.notKorea" });
    if (applicantType === "foreignCorporation" && country === "KR") {
      addIssue({ code: "custom", path: ["country"], message: "profile.country.isKorea" });
    }
  });
export type ProfileForm = z.infer<typeof ProfileForm>;
