import { z } from "zod";
import { ChannelLine } from "../onboarding/events.ts";
import { TestItem } from "./test-plan.ts";

/** What a channel is opened with: the line the merchant took, and the case it belongs to. */
export const ChannelInput = z.object({
  caseId: z.string(),
  line: ChannelLine,
  plan: z.array(TestItem),
  /** The case has asked the PSP already (cases of version 2 do); absent where the channel has to. */
  preScreened: z.literal(true).optional(),
});
export type ChannelInput = z.infer<typeof ChannelInput>;

/** All that the chart remembers of a channel beside where it stands. Secrets stay in the vault; here are their ids. */
export const ChannelContext = z.object({
  caseId: z.string(),
  line: ChannelLine,
  plan: z.array(TestItem),
  preScreened: z.literal(true).optional(),
  tests: z.partialRecord(TestItem, z.object({ outcome: z.enum(["passed", "failed"]), ref: z.string() })),
  testCredentialsId: z.string().nullable(),
  paymentId: z.string().nullable(),
  /** Who proposed what now waits for a second person. */
  proposedBy: z.string().nullable(),
  keysId: z.string().nullable(),
  secretFetched: z.boolean(),
  livePayment: z.enum(["none", "passed", "failed"]),
  reason: z.string().nullable(),
});
export type ChannelContext = z.infer<typeof ChannelContext>;

export const newChannel = (input: ChannelInput): ChannelContext => ({
  ...input,
  tests: {},
  testCredentialsId: null,
  paymentId: null,
  proposedBy: null,
  keysId: null,
  secretFetched: false,
  livePayment: "none",
  reason: null,
});
