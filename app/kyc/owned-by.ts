import { findOwners } from "#workflows/kyc/owners.ts";
import type { Control, Holding, OwnerPolicy, Ownership, Party } from "#workflows/kyc/ownership.ts";
import type { KycProfile } from "#workflows/kyc/profile.ts";
import type { SavedPeople } from "./saved.ts";

type Filled = Pick<SavedPeople, "people" | "companies" | "restIsSmall" | "actsForAnother">;

const MERCHANT = "merchant";

/** The people of a form as the rule of three steps wants them. `sharesOf` names a company by its place in the list. */
export function ownershipOf(
  { people, companies, restIsSmall, actsForAnother }: Filled,
  profile: Pick<KycProfile, "applicantType" | "ownership">,
  policy: OwnerPolicy,
): Ownership {
  const idOf = (of: string) => (of === MERCHANT ? MERCHANT : (companies[Number(of)]?.id ?? "unknown"));
  const parties: Party[] = [
    ...people.map(({ id }): Party => ({ id, kind: "person" })),
    ...companies.map(({ id, isExempt }): Party => ({ id, kind: "company", exempt: isExempt })),
  ];
  const holdings = [...people, ...companies].flatMap(({ id, share, sharesOf }): Holding[] =>
    share === undefined ? [] : [{ holder: id, of: idOf(sharesOf), percent: share }],
  );
  return findOwners(
    {
      merchantId: MERCHANT,
      isSoleProprietor: profile.applicantType === "krSoleProprietor",
      actsForAnother,
      merchantExempt: profile.ownership === "exempt",
      parties,
      holdings,
      controls: people.flatMap(({ id, control }): Control[] => (control ? [{ personId: id, by: control }] : [])),
      representatives: people.filter(({ offices }) => offices.includes("representative")).map(({ id }) => id),
      shortfallExplained: restIsSmall,
    },
    policy,
  );
}
