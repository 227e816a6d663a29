import type { Clause, FactName } from "./policy.ts";
import type { KycProfile } from "./profile.ts";

export type Facts = Readonly<Record<FactName, readonly string[]>>;

const yesNo = (is: boolean): string[] => [is ? "yes" : "no"];

/** A profile as the words that rules are written in. */
export const factsOf = (profile: KycProfile): Facts => ({
  applicantType: [profile.applicantType],
  home: [profile.country === "KR" ? "korea" : "abroad"],
  signer: [profile.signer],
  seal: [profile.seal],
  joint: yesNo(profile.people.filter(({ roles }) => roles.includes("representative")).length > 1),
  incorporated: yesNo(profile.isIncorporated),
  ownership: [profile.ownership],
  mailOrder: [profile.mailOrder],
  language: [profile.documentLanguage],
  account: [profile.settlementAccount],
  sellsThrough: [profile.sellsThrough],
  bringsTerms: yesNo(profile.bringsTerms),
  insurance: yesNo(profile.needsInsurance),
  industry: profile.industries,
  channel: profile.channels,
});

const holds = (clause: Clause, facts: Facts): boolean =>
  Object.entries(clause).every(([name, wanted]) => facts[name as FactName].some((value) => wanted.includes(value)));

/** Whether any clause holds; a rule without clauses always applies. */
export const applies = (when: readonly Clause[], facts: Facts): boolean =>
  when.length === 0 || when.some((clause) => holds(clause, facts));
