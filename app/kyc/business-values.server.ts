import type { SentInquiry } from "#app/inquiry/index.server.ts";
import { type IdentifierKind, rulesFor } from "#workflows/kyc/identifiers/index.ts";
import type { KycProfile } from "#workflows/kyc/profile.ts";
import type { SavedBusiness } from "./saved.ts";

/** The company numbers a merchant of this profile is asked for; the first one has to be given. */
export function numberKindsFor({
  country,
  applicantType,
  mailOrder,
}: Pick<KycProfile, "country" | "applicantType" | "mailOrder">): IdentifierKind[] {
  const own = rulesFor(country)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "any.lei" && kind !== "any.registrationNumber");
  if (own.length === 0) return ["any.registrationNumber", "any.lei"];
  return [...own, "any.lei" as const].filter((kind) => {
    if (kind === "kr.corporateNumber" || kind === "any.lei") return applicantType !== "krSoleProprietor";
    return kind !== "kr.mailOrderNumber" || mailOrder === "reported";
  });
}

/** What the form begins with: the last saving, else what the inquiry said already. */
export function businessValues(
  saved: SavedBusiness | null,
  inquiry: SentInquiry | null,
  kinds: IdentifierKind[],
): object {
  const value = (kind: string) => saved?.data.numbers.find((one) => one.kind === kind)?.value ?? "";
  if (saved) return { ...saved.data, numbers: kinds.map((kind) => ({ kind, value: value(kind) })) };
  const answers = inquiry?.answers;
  if (!answers) return {};
  const first = answers.business.businessNumber ?? "";
  return {
    legalName: answers.business.companyName,
    website: answers.business.serviceUrl,
    whatIsSold: answers.sales.selling,
    goods: answers.sales.goods,
    numbers: kinds.map((kind, place) => ({ kind, value: place === 0 ? first : "" })),
  };
}
