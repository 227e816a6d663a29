import { z } from "zod";

const person = {
  name: z.string().trim().min(2, "name.missing").max(80),
  title: z.string().trim().min(1, "title.missing").max(80),
};
const which = { contractId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };

/** Draw it up, in the language the merchant wants it in. */
export const AskForContract = z.object({ type: z.literal("ISSUE_CONTRACT"), lang: z.enum(["ko", "en"]) });

/** The merchant's name under it. */
export const SignForm = z.object({
  type: z.literal("SIGN_CONTRACT"),
  ...which,
  ...person,
  consent: z.literal(true, "consent.missing"),
});

/** Ours. */
export const CountersignForm = z.object({ type: z.literal("COUNTERSIGN_CONTRACT"), ...which, ...person });

export const MerchantContractEvent = z.discriminatedUnion("type", [AskForContract, SignForm]);
export const StaffContractEvent = z.discriminatedUnion("type", [
  CountersignForm,
  z.object({
    type: z.literal("VOID_CONTRACT"),
    reason: z.string().trim().min(1, "reason.missing").max(2000, "reason.tooLong"),
  }),
]);
