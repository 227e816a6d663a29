import { policy202608 } from "./policies/2026-08.ts";
import type { KycPolicy } from "./policy.ts";

/** Every edition there has been, oldest first; none is ever taken away, for cases were decided by it. */
export const kycPolicies: Readonly<Record<string, KycPolicy>> = { [policy202608.version]: policy202608 };

/** Editions that somebody tries on past cases, in this process alone; no case is ever decided by one. */
const tried = new Map<string, KycPolicy>();

/**
 * Lets an edition be asked under a name of its own, for `npm run policy:replay`.
 *
 * @returns the name, which no published edition has
 */
export function tryPolicy(policy: KycPolicy): string {
  const name = `tried ${tried.size + 1}: ${policy.version}`;
  tried.set(name, policy);
  return name;
}

const known = (version: string): KycPolicy | undefined =>
  Object.hasOwn(kycPolicies, version) ? kycPolicies[version] : tried.get(version);

/** Whether there is such an edition. */
export const isPolicy = (version: string): boolean => known(version) !== undefined;

/** @throws RangeError when no such edition was ever published: a case must never be measured by nothing */
export function policyOf(version: string): KycPolicy {
  const policy = known(version);
  if (!policy) throw new RangeError(`no KYC policy "${version}"`);
  return policy;
}

/** The edition in force on a day: the newest that is valid by then, or the first there was. */
export function policyOn(day: string): KycPolicy {
  const byDate = Object.values(kycPolicies).sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  return byDate.findLast(({ validFrom }) => validFrom <= day) ?? byDate[0]!;
}
