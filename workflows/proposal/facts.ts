import type { Want } from "../catalogue/coverage.ts";
import type { ApplicantType } from "../kyc/profile.ts";
import type { Money } from "./money.ts";
import type { VolumeBandId } from "./volume-bands.ts";

/** What advice is computed from: an inquiry's answers, reduced to what decides something. `null`: not answered. */
export interface MerchantFacts {
  wants: readonly Want[];
  /** Countries for which the merchant asks us to choose. */
  suggestFor: readonly string[];
  applicantType: ApplicantType | null;
  /** Where the merchant is established, ISO 3166-1 alpha-2. */
  home: string | null;
  band: VolumeBandId | null;
  ticket: Money | null;
  recurring: boolean | null;
  goods: "physical" | "digital" | "both" | null;
  /** Ids of restricted categories. */
  trades: readonly string[];
  platform: "shopify" | "cafe24" | "woocommerce" | "magento" | "own" | "other" | null;
}

/** `null` when the merchant has said neither where it is established nor what it is. */
export function isKoreanBusiness({
  home,
  applicantType,
}: Pick<MerchantFacts, "home" | "applicantType">): boolean | null {
  if (home !== null) return home === "KR";
  if (applicantType === null || applicantType === "nonProfit") return null;
  return applicantType !== "foreignCorporation";
}
