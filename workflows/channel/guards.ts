import type { Stamp } from "../roles.ts";
import type { ChannelContext } from "./context.ts";
import type { ChannelEvent, Gates } from "./events.ts";

/** A channel's event as the law sees it: stamped, and with what the case allows. */
export type ChannelSent = ChannelEvent & Stamp & { gates: Gates };
type Facts = { context: ChannelContext; event: ChannelSent };

/** The guards of a channel; each has a sentence that says what is missing when it says no. */
export const channelGuards = {
  needsPreScreen: ({ context }: Facts) => context.line.preScreen && !context.preScreened,
  preScreenPassed: ({ event }: Facts) => event.type === "RECORD_PRE_SCREEN" && event.passed,
  everyTestPassed: ({ context }: Facts) => context.plan.every((item) => context.tests[item]?.outcome === "passed"),
  testIsInPlan: ({ context, event }: Facts) => event.type === "RECORD_TEST" && context.plan.includes(event.item),
  kycIsApproved: ({ event }: Facts) => event.gates.kycApproved,
  contractIsSigned: ({ event }: Facts) => event.gates.contractSigned,
  siteHasPassed: ({ event }: Facts) => event.gates.sitePassed,
  pspApproved: ({ event }: Facts) => event.type === "RECORD_PSP_DECISION" && event.approved,
  isAnotherPerson: ({ context, event }: Facts) => context.proposedBy !== null && context.proposedBy !== event.by,
  keysAreTheseOnes: ({ context, event }: Facts) => "keysId" in event && context.keysId === event.keysId,
  secretNotFetched: ({ context }: Facts) => !context.secretFetched,
  secretIsFetched: ({ context }: Facts) => context.secretFetched,
  caseIsHalted: ({ event }: Facts) => event.gates.halted,
  livePaymentPassed: ({ context }: Facts) => context.livePayment === "passed",
};
export type ChannelGuard = keyof typeof channelGuards;
