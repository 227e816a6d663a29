import type { Facts } from "../kyc/facts.ts";
import { factsOf } from "../kyc/facts.ts";
import type { ApplicantType, Industry, KycProfile } from "../kyc/profile.ts";
import type { ChannelLine } from "../onboarding/events.ts";

/** What of a channel decides what is asked. */
export type LineFacts = Pick<ChannelLine, "channel" | "preScreen" | "sandbox" | "refund">;

/**
 * What is settled of a merchant at some moment. A fact that is absent can still turn out either way: what hangs on it is
 * foretold with its condition.
 */
export interface Known {
  facts: Partial<Facts>;
  lines: readonly LineFacts[];
  /** The lines are an offer: the merchant may take some of them only. */
  areOffered: boolean;
}

/** After the inquiry: who applies and from where, the trades it recognised itself in, the channels it is offered. */
export function knownFromInquiry(
  { applicantType, home }: { applicantType: ApplicantType | null; home: string | null },
  industries: readonly Industry[],
  lines: readonly LineFacts[],
): Known {
  const facts: Partial<Facts> = {
    industry: industries,
    channel: [...new Set(lines.map((line) => line.channel))],
    ...(applicantType ? { applicantType: [applicantType] } : {}),
    ...(home ? { home: [home === "KR" ? "korea" : "abroad"] } : {}),
  };
  return { facts, lines, areOffered: true };
}

/** After the profile form: everything but the names of people, which come as they are entered. */
export function knownFromProfile(profile: KycProfile, lines: readonly LineFacts[]): Known {
  const { joint, ...facts } = factsOf(profile);
  return { facts: profile.people.length > 0 ? { ...facts, joint } : facts, lines, areOffered: false };
}
