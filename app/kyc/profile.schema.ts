import { z } from "zod";
import { CountryCode } from "#workflows/kyc/countries.ts";
import { ApplicantType, Industry } from "#workflows/kyc/profile.ts";

const isKorean = (type: string) => type === "krCorporation" || type === "krSoleProprietor";

/**
 * The questions that decide which papers are asked. Channels and people are put in from the case, not typed.
 * Questions that a kind of business is not asked keep whatever their hidden fields say.
 */
export const ProfileForm = z
  .object({
    applicantType: ApplicantType,
    /** Not asked of Korean businesses. */
    country: CountryCode.optional(),
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
    if (isKorean(applicantType)) return;
    if (!country) addIssue({ code: "custom", path: ["country"], message: "country.unknown" });
    else if (applicantType === "foreignCorporation" && country === "KR") {
      addIssue({ code: "custom", path: ["country"], message: "profile.country.isKorea" });
    }
  });
export type ProfileForm = z.infer<typeof ProfileForm>;

/** Where a business of these answers is established. */
export const countryOf = ({ applicantType, country }: Pick<ProfileForm, "applicantType" | "country">): string =>
  isKorean(applicantType) ? "KR" : (country ?? "KR");
