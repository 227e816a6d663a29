import { z } from "zod";
import { KycProfile } from "../kyc/profile.ts";
import { ChannelLine, SiteRequirement, SiteVerdict, Track } from "./events.ts";

/** Where one thing that the merchant hands in stands. `ref` says which file or which revision is meant. */
export const Item = z.object({
  state: z.enum(["given", "accepted", "refused"]),
  ref: z.string(),
  reason: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

/** What PSPs answered before the application, by line (`lineKey`). An open one is not in it. */
export const PreScreens = z.record(z.string(), z.enum(["passed", "refused"]));

/** All that version 1 of the chart remembers of a case beside where it stands. Ids, keys and verdicts; no personal data. */
export const OnboardingContextV1 = z.object({
  inquiryId: z.string().nullable(),
  advisor: z.string().nullable(),
  track: Track.nullable(),
  proposal: z
    .object({ id: z.string(), version: z.number(), lines: z.array(ChannelLine), validUntil: z.string() })
    .nullable(),
  /** The lines the merchant took. */
  lines: z.array(ChannelLine),
  profile: KycProfile.nullable(),
  policy: z.string().nullable(),
  items: z.record(z.string(), Item),
  screening: z.enum(["none", "running", "clear", "hit", "dismissed"]),
  recommendation: z.object({ by: z.string(), to: z.enum(["approve", "reject"]) }).nullable(),
  appealed: z.boolean(),
  contract: z.object({ id: z.string(), sha256: z.string(), signedBy: z.string().nullable() }).nullable(),
  contractSigned: z.boolean(),
  site: z.object({
    checkId: z.string().nullable(),
    /** The last check could not be carried out; nobody's fault, and no verdict. */
    failure: z.string().nullable(),
    verdicts: z.partialRecord(SiteRequirement, SiteVerdict),
    rulings: z.partialRecord(SiteRequirement, z.enum(["fulfilled", "not"])),
    objected: z.boolean(),
    passed: z.boolean(),
  }),
  channels: z.record(z.string(), z.enum(["underWay", "live", "suspended", "ended"])),
  hold: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  /** Why the case ended, or was stopped, in the words of who did it. */
  reason: z.string().nullable(),
});
export type OnboardingContextV1 = z.infer<typeof OnboardingContextV1>;
export const OnboardingContextV2 = OnboardingContextV1.extend({ preScreens: PreScreens });

/** A case of any version, as rooms and guards see it. */
export type OnboardingContext = OnboardingContextV1 & { preScreens?: z.infer<typeof PreScreens> };

export const newCase: OnboardingContext = {
  inquiryId: null,
  advisor: null,
  track: null,
  proposal: null,
  lines: [],
  profile: null,
  policy: null,
  items: {},
  screening: "none",
  recommendation: null,
  appealed: false,
  contract: null,
  contractSigned: false,
  site: { checkId: null, failure: null, verdicts: {}, rulings: {}, objected: false, passed: false },
  channels: {},
  hold: null,
  reason: null,
};
