import { china, hongKong, taiwan } from "./countries/china.ts";
import {
  australia,
  canada,
  india,
  kenya,
  lei,
  newZealand,
  nigeria,
  otherRegistration,
  southAfrica,
  unitedKingdom,
  unitedStates,
} from "./countries/commonwealth.ts";
import {
  austria,
  belgium,
  czechia,
  denmark,
  euMembers,
  europeanVat,
  france,
  germany,
  italy,
  netherlands,
  norway,
  poland,
  portugal,
  sweden,
  switzerland,
} from "./countries/europe.ts";
import { japan } from "./countries/japan.ts";
import { korea } from "./countries/korea.ts";
import { indonesia, malaysia, philippines, singapore, thailand, vietnam } from "./countries/southeast-asia.ts";
import type { IdentifierRule } from "./rule.ts";

const byCountry = {
  KR: korea,
  JP: japan,
  TW: taiwan,
  CN: china,
  HK: hongKong,
  VN: vietnam,
  ID: indonesia,
  TH: thailand,
  SG: singapore,
  MY: malaysia,
  PH: philippines,
  IN: india,
  AU: australia,
  NZ: newZealand,
  US: unitedStates,
  CA: canada,
  GB: unitedKingdom,
  NL: netherlands,
  PL: poland,
  PT: portugal,
  AT: austria,
  BE: belgium,
  IT: italy,
  FR: france,
  DE: germany,
  DK: denmark,
  SE: sweden,
  NO: norway,
  CZ: czechia,
  CH: switzerland,
  ZA: southAfrica,
  KE: kenya,
  NG: nigeria,
} as const;

type Rules =
  | (typeof byCountry)[keyof typeof byCountry][number]
  | typeof europeanVat
  | typeof lei
  | typeof otherRegistration;

/** Every kind of company number there is a rule for. */
export type IdentifierKind = Rules["kind"];

/** The numbers a company of each country has, the most asked for first. */
export const identifierRules: Readonly<Record<string, readonly IdentifierRule<IdentifierKind>[]>> = byCountry;

const everywhere = [lei, otherRegistration];

/** @param country ISO 3166-1 alpha-2; one without rules of its own gets the numbers that exist everywhere */
export function rulesFor(country: string): readonly IdentifierRule<IdentifierKind>[] {
  return [...(identifierRules[country] ?? []), ...(euMembers.includes(country) ? [europeanVat] : []), ...everywhere];
}

const all: readonly IdentifierRule<IdentifierKind>[] = [...Object.values(byCountry).flat(), europeanVat, ...everywhere];
const byKind = new Map<string, IdentifierRule<IdentifierKind>>(all.map((one) => [one.kind, one]));

export const identifierKinds: readonly IdentifierKind[] = all.map((one) => one.kind);

export const isIdentifierKind = (text: string): text is IdentifierKind => byKind.has(text);

export const ruleOf = (kind: IdentifierKind): IdentifierRule<IdentifierKind> => byKind.get(kind)!;
