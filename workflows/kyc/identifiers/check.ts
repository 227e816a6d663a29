import { type IdentifierKind, ruleOf } from "./kinds.ts";
import { applyRule } from "./rule.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Checks what somebody typed as a company number, in any spacing and any width of characters.
 *
 * @param onDay day of the check, `YYYY-MM-DD`: some numbers carry their year
 */
export const checkIdentifier = (kind: IdentifierKind, typed: string, onDay: string): Verdict =>
  applyRule(ruleOf(kind), typed, onDay);

/** Two numbers of one company that contain each other and do not agree. */
export interface Disagreement {
  kinds: [IdentifierKind, IdentifierKind];
  certain: boolean;
}

const contained: { of: IdentifierKind; within: IdentifierKind; from: number; certain: boolean }[] = [
  { of: "in.pan", within: "in.gstin", from: 2, certain: true },
  { of: "jp.companyRegistrationNumber", within: "jp.corporateNumber", from: 1, certain: true },
  // Trusts and partnerships have an ABN of their own making; of companies it ends with the ACN.
  { of: "au.acn", within: "au.abn", from: 2, certain: false },
  { of: "jp.corporateNumber", within: "jp.invoiceNumber", from: 1, certain: false },
  { of: "fr.siren", within: "fr.siret", from: 0, certain: true },
];

/** @param numbers checked values (`Verdict.value`) by kind */
export const disagreements = (numbers: Partial<Record<IdentifierKind, string>>): Disagreement[] =>
  contained.flatMap(({ of, within, from, certain }): Disagreement[] => {
    const part = numbers[of];
    const whole = numbers[within];
    if (!part || !whole || whole.slice(from, from + part.length) === part) return [];
    return [{ kinds: [of, within], certain }];
  });
