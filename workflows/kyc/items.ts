import { policyOf } from "./policies.ts";
import type { KycProfile } from "./profile.ts";
import { requirementsFor } from "./requirements.ts";

/**
 * Ids of everything a case cannot be handed in without: what the machine's guards go by.
 *
 * @param policy version of the edition the case is measured by
 * @throws RangeError on an edition that never was
 */
export const itemsOf = (profile: KycProfile, policy: string): string[] =>
  requirementsFor(profile, policyOf(policy))
    .filter(({ kind, duty }) => kind !== "site" && duty === "required")
    .map(({ id }) => id);

/**
 * Ids of everything a case may hand in: what it must, what a PSP wants later, and what may be asked for or adds weight of its own
 * accord. Only the first of them hold it back.
 *
 * @throws RangeError on an edition that never was
 */
export const takenItemsOf = (profile: KycProfile, policy: string): string[] =>
  requirementsFor(profile, policyOf(policy))
    .filter(({ kind }) => kind !== "site")
    .map(({ id }) => id);
