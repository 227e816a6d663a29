export { type BankNumberKind, bankNumberSample, checkBankNumber, hasIban, routingKindOf } from "./bank.ts";
export { checkIdentifier, type Disagreement, disagreements } from "./check.ts";
export { applicantTypeHint } from "./countries/korea.ts";
export { type IdentifierKind, identifierKinds, identifierRules, isIdentifierKind, ruleOf, rulesFor } from "./kinds.ts";
export type { IdentifierRule } from "./rule.ts";
export type { NumberProblem, Verdict } from "./verdict.ts";
