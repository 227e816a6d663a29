import { z } from "zod";
import { channelGuards } from "#workflows/channel/guards.ts";
import { KycPolicy } from "#workflows/kyc/policy.ts";
import { laws } from "#workflows/law.ts";
import { onboardingGuards } from "#workflows/onboarding/guards.ts";

const events = new Set(laws.flatMap(({ sentBy }) => Object.keys(sentBy)));
const guards = new Set(Object.keys({ ...onboardingGuards, ...channelGuards }));
const Guard = z.string().refine((name) => guards.has(name), { error: ({ input }) => `no guard "${input}"` });

/**
 * A set of rules as a file: what `npm run policy:replay -- --policy FILE` tries on every past case. Each part may be missing, and is
 * then as it was when the case was decided. `--print` writes the edition in force as one.
 */
export const Rules = z.strictObject({
  /** Papers and data, as in workflows/kyc/policies. */
  documents: KycPolicy.strict().optional(),
  risk: z
    .strictObject({
      /** A name counts as found on a list from this resemblance on, 1 to 100; the house takes every one that is reported. */
      hitFrom: z.int().min(1).max(100),
    })
    .optional(),
  /** What an event has to pass beside the guards of the chart, e.g. `{ "APPROVE_KYC": ["sitePassed"] }`. */
  gates: z
    .record(z.string(), z.array(Guard).min(1))
    .superRefine((gates, { addIssue }) => {
      for (const name of Object.keys(gates))
        if (!events.has(name)) addIssue({ code: "custom", path: [name], message: `no event "${name}"` });
    })
    .optional(),
});
export type Rules = z.infer<typeof Rules>;

/** What is wrong with a file of rules, one sentence a mistake, with where it is. */
export class RulesRefused extends Error {}

/** @throws RulesRefused */
export function rulesOf(text: string, name: string): Rules {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (error) {
    throw new RulesRefused(`${name} is no JSON: ${(error as Error).message}`);
  }
  const read = Rules.safeParse(said);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) => `  ${path.join(".") || "(the whole)"}: ${message}`);
  throw new RulesRefused(`${name} holds no rules that could be tried:\n${mistakes.join("\n")}`);
}
