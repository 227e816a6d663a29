import { z } from "zod";
import { Day } from "../calendar/day.ts";
import { DocumentKind } from "./document-kinds.ts";
import { PersonRole } from "./profile.ts";

/** What a rule may ask of a profile; each fact has one or several values (`facts.ts`). */
export const factNames = [
  "applicantType",
  "home",
  "signer",
  "seal",
  "joint",
  "incorporated",
  "ownership",
  "mailOrder",
  "language",
  "account",
  "sellsThrough",
  "bringsTerms",
  "insurance",
  "industry",
  "channel",
] as const;
export const FactName = z.enum(factNames);
export type FactName = z.infer<typeof FactName>;

/** All named facts must have one of the listed values. */
export const Clause = z.partialRecord(FactName, z.array(z.string()).min(1));
export type Clause = z.infer<typeof Clause>;

/** K: knowing the customer; C: the contract with a PSP; S: where the money goes. */
export const Purpose = z.enum(["kyc", "contract", "settlement"]);
export type Purpose = z.infer<typeof Purpose>;

/** Required now, wanted later by a PSP, or handed in when somebody asks. Only the required ones hold a case back. */
export const Duty = z.enum(["required", "later", "onRequest"]);
export type Duty = z.infer<typeof Duty>;

export const DocumentRule = z.object({
  document: DocumentKind,
  purposes: z.array(Purpose).min(1),
  duty: Duty,
  /** Applies when any of these holds; no clause at all means always. */
  when: z.array(Clause),
  /** One for each person of any of these roles; empty: one for the company. */
  each: z.array(PersonRole),
  /** People of these roles have shown the same by another paper already. */
  unless: z.array(PersonRole),
  copies: z.int().min(1),
  /** The paper itself has to arrive by post after the scan was accepted. */
  original: z.boolean(),
  /** Counted in calendar months from the day of issue to the day the PSP has it. */
  maxAgeMonths: z.int().min(1).nullable(),
  /** Carries a last day of its own (an ID, a licence, an insurance). */
  expires: z.boolean(),
});
export type DocumentRule = z.infer<typeof DocumentRule>;

export const DataRule = z.object({
  data: z.enum(["business", "people", "settlementAccount"]),
  purposes: z.array(Purpose).min(1),
  when: z.array(Clause),
});

/** Something that must stand on the merchant's site; the site room looks for it, nobody uploads it. */
export const SiteRule = z.object({ site: z.string().min(1), when: z.array(Clause) });

/** One edition of the rules. A case keeps the version by which it was decided. */
export const KycPolicy = z.object({
  version: z.string().min(1),
  validFrom: Day,
  /** From this share on a person counts as an owner, in percent. */
  ownerThresholdPercent: z.number().gt(0).max(50),
  /** Companies between merchant and person that are looked through. */
  lookThroughSteps: z.int().min(0).max(10),
  /** From this many days after issue a document with a maximum age is shown as soon too old. */
  warnAfterDays: z.int().min(1),
  data: z.array(DataRule),
  documents: z.array(DocumentRule),
  site: z.array(SiteRule),
});
export type KycPolicy = z.infer<typeof KycPolicy>;
