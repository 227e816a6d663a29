import type { DocumentKind } from "./document-kinds.ts";
import { applies, factsOf } from "./facts.ts";
import type { DocumentRule, Duty, KycPolicy, Purpose } from "./policy.ts";
import type { KycProfile } from "./profile.ts";

/** One thing a merchant has to give, with all that is to be said about it. */
export interface Requirement {
  /** `data:business`, `doc:registerExtract`, `doc:representativeId#<person>`, `site:mailOrderNumber`. Logged: never reworded. */
  id: string;
  kind: "data" | "document" | "site";
  /** Key of the sentences that say what it is, why it is asked and what a good one looks like. */
  about: string;
  document: DocumentKind | null;
  /** Whose it is, when each person of a role gives one. */
  personId: string | null;
  purposes: Purpose[];
  duty: Duty;
  copies: number;
  needsOriginal: boolean;
  maxAgeMonths: number | null;
  warnAfterDays: number;
  expires: boolean;
}

/**
 * All that is asked of a merchant with these answers, in the order of the policy: data, documents, site.
 *
 * A document asked by several rules is asked once, by the stricter duty. Papers per person appear as soon as the people are
 * named; until then one entry without a person stands for them, so that the list shows what will come.
 */
export function requirementsFor(profile: KycProfile, policy: KycPolicy): Requirement[] {
  const facts = factsOf(profile);
  const found = new Map<string, Requirement>();
  const add = (requirement: Requirement) => {
    const same = found.get(requirement.id);
    if (!same || strictness[requirement.duty] > strictness[same.duty]) found.set(requirement.id, requirement);
  };
  for (const { data, purposes, when } of policy.data) {
    if (applies(when, facts)) add({ ...nothing(policy), id: `data:${data}`, kind: "data", about: data, purposes });
  }
  for (const rule of policy.documents) {
    if (!applies(rule.when, facts)) continue;
    for (const personId of peopleFor(rule, profile)) add(documentOf(rule, personId, policy));
  }
  for (const { site, when } of policy.site) {
    if (applies(when, facts))
      add({ ...nothing(policy), id: `site:${site}`, kind: "site", about: site, purposes: ["contract"] });
  }
  return [...found.values()];
}

const strictness: Record<Duty, number> = { required: 2, later: 1, onRequest: 0 };

const nothing = ({ warnAfterDays }: KycPolicy) => ({
  document: null,
  personId: null,
  duty: "required" as const,
  copies: 1,
  needsOriginal: false,
  maxAgeMonths: null,
  warnAfterDays,
  expires: false,
});

const documentOf = (rule: DocumentRule, personId: string | null, policy: KycPolicy): Requirement => ({
  id: personId ? `doc:${rule.document}#${personId}` : `doc:${rule.document}`,
  kind: "document",
  about: rule.document,
  document: rule.document,
  personId,
  purposes: rule.purposes,
  duty: rule.duty,
  copies: rule.copies,
  needsOriginal: rule.original,
  maxAgeMonths: rule.maxAgeMonths,
  warnAfterDays: policy.warnAfterDays,
  expires: rule.expires,
});

/** Whom a paper is asked of; null stands for the company, or for somebody who has yet to be named. */
function peopleFor({ each, unless }: DocumentRule, { people }: KycProfile): (string | null)[] {
  if (each.length === 0) return [null];
  const named = people.filter(({ roles }) => roles.some((role) => each.includes(role)));
  if (named.length > 0)
    return named.filter(({ roles }) => !roles.some((role) => unless.includes(role))).map(({ id }) => id);
  // Nobody may own 25 % or more; but somebody represents, and an agent who signs has a name.
  return people.length === 0 || each.some((role) => role === "representative" || role === "agent") ? [null] : [];
}
