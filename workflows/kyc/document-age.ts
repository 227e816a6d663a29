import { addDays, addMonths, type Day } from "../calendar/day.ts";

/** How a document stands on a day. `dateMissing`: an age is asked for and nobody has read the date of issue yet. */
export type AgeState = "ok" | "warn" | "stale" | "dateMissing" | "issuedInFuture";

export interface DocumentDates {
  /** Day printed on the paper. */
  issuedOn: Day | null;
  /** Last day it is valid, for papers that carry one. */
  validUntilOn: Day | null;
}

export interface AgeRule {
  maxAgeMonths: number | null;
  warnAfterDays: number;
}

export interface Age {
  state: AgeState;
  /** The last day on which the document may be received, null when it never grows too old. */
  lastGoodOn: Day | null;
}

/**
 * Whether a document is young enough on the day the PSP has it in hand; not on the day it was uploaded, for a review
 * that takes long can make a good document stale.
 *
 * Three months from 22 August end with 22 November, the day of issue not counted (Korean Civil Act, art. 157 and 160).
 *
 * @param on the day it is measured, where the merchant's contract is kept
 */
export function ageOf({ issuedOn, validUntilOn }: DocumentDates, rule: AgeRule, on: Day): Age {
  if (issuedOn && issuedOn > on) return { state: "issuedInFuture", lastGoodOn: null };
  const tooOldAfter = rule.maxAgeMonths && issuedOn ? addMonths(issuedOn, rule.maxAgeMonths) : null;
  const lastGoodOn = [tooOldAfter, validUntilOn].filter((day) => day !== null).sort()[0] ?? null;
  if (lastGoodOn && on > lastGoodOn) return { state: "stale", lastGoodOn };
  if (rule.maxAgeMonths && !issuedOn) return { state: "dateMissing", lastGoodOn };
  const warnFrom = tooOldAfter && issuedOn ? addDays(issuedOn, rule.warnAfterDays) : null;
  return { state: warnFrom && on >= warnFrom ? "warn" : "ok", lastGoodOn };
}

/** The oldest date of issue that is still good on a day: what the checklist tells the merchant to look for. */
export function oldestIssueOn(on: Day, maxAgeMonths: number): Day {
  // The month before may be longer: walk back from a day that is surely good to the first that is not.
  let day = addMonths(on, -maxAgeMonths);
  while (addMonths(day, maxAgeMonths) < on) day = addDays(day, 1);
  while (addMonths(addDays(day, -1), maxAgeMonths) >= on) day = addDays(day, -1);
  return day;
}
