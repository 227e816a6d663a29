import { z } from "zod";
import { Business } from "./business.schema.ts";
import { Doubt } from "./doubts.ts";
import { HoldingCompany, Person } from "./people.schema.ts";

/** The rows of `kyc_revision.body` and, sealed, `kyc_revision.sealed`: parsed whenever they are read. */

export const SavedBusiness = z.object({ data: Business, doubts: z.array(Doubt) });
export type SavedBusiness = z.infer<typeof SavedBusiness>;

const Owner = z.object({
  personId: z.string(),
  percent: z.number().nullable(),
  because: z.string(),
});

export const SavedPeople = z.object({
  people: z.array(Person.omit({ bornOn: true }).extend({ id: z.uuid() })),
  companies: z.array(HoldingCompany.extend({ id: z.uuid() })),
  restIsSmall: z.boolean(),
  actsForAnother: z.boolean(),
  /** What the rule of three steps found when it was saved. */
  ownership: z.object({
    owners: z.array(Owner),
    principal: z.string().nullable(),
    step: z.number().nullable(),
    exempt: z.boolean(),
    findings: z.array(z.object({ finding: z.string(), partyId: z.string(), blocks: z.boolean() })),
  }),
  doubts: z.array(Doubt),
});
export type SavedPeople = z.infer<typeof SavedPeople>;

/** Birth dates by person. */
export const SealedPeople = z.object({ bornOn: z.record(z.string(), z.string()) });

export const SavedAccount = z.object({
  holder: z.string(),
  bank: z.string(),
  branchAddress: z.string().optional(),
  country: z.string(),
  currency: z.string(),
  bic: z.string().optional(),
  routing: z.string().optional(),
  intermediary: z.string().optional(),
  /** The last three characters of the number: all of it that is shown. */
  tail: z.string(),
  doubts: z.array(Doubt),
});
export type SavedAccount = z.infer<typeof SavedAccount>;

/** What the account was typed as; its parts are those of the form. */
export const SealedAccount = z.object({ number: z.string() });
