import type { TestItem } from "../channel/test-plan.ts";
import { testPlanFor } from "../channel/test-plan.ts";
import type { LineFacts } from "./known.ts";

/** Why something on the way may or may not come; each has a sentence in app/proposal/forecast-words.ts. */
export type Because =
  | "people"
  | "changesWanted"
  | "preScreen"
  | "contractVoided"
  | "moreWanted"
  | "screeningHit"
  | "kycRejected"
  | "siteReturned"
  | "pspRefused"
  | "serviceSuspended"
  | "yearly";

/** A place on a chart where somebody has to do something, or is waited for. */
export interface Stop {
  chart: "onboarding" | "channel";
  leaf: string;
  /** `do`: the merchant's to do. `wait`: somebody else's. */
  kind: "do" | "wait";
  because: Because | null;
}

const stop = (chart: Stop["chart"], kind: Stop["kind"], leaf: string, because: Because | null = null): Stop => ({
  chart,
  kind,
  leaf,
  because,
});

/** Every stop of both charts. That none is forgotten is shown by walking them (surprise.test.ts). */
const stops: readonly Stop[] = [
  stop("onboarding", "do", "inquiry"),
  stop("onboarding", "wait", "advising"),
  stop("onboarding", "do", "deciding"),
  stop("onboarding", "wait", "preScreening", "preScreen"),
  stop("onboarding", "do", "application.contract.drafting"),
  stop("onboarding", "do", "application.contract.awaitingMerchant"),
  stop("onboarding", "wait", "application.contract.awaitingCountersign"),
  stop("onboarding", "do", "application.kyc.collecting"),
  stop("onboarding", "wait", "application.kyc.review"),
  stop("onboarding", "wait", "application.kyc.approval"),
  stop("onboarding", "do", "application.kyc.rejected", "kycRejected"),
  stop("onboarding", "do", "application.site.unchecked"),
  stop("onboarding", "wait", "application.site.checking"),
  stop("onboarding", "do", "application.site.checked"),
  stop("onboarding", "wait", "application.site.review"),
  stop("onboarding", "wait", "approved"),
  stop("onboarding", "wait", "live.reviewDue", "yearly"),
  stop("onboarding", "wait", "suspended", "serviceSuspended"),
  stop("channel", "wait", "proposed"),
  stop("channel", "do", "testSetup"),
  stop("channel", "do", "testing"),
  stop("channel", "wait", "tested"),
  stop("channel", "wait", "pspReview"),
  stop("channel", "wait", "pspRefused", "pspRefused"),
  stop("channel", "wait", "awaitingId"),
  stop("channel", "wait", "idProposed"),
  stop("channel", "wait", "idIssued"),
  stop("channel", "wait", "keysProposed"),
  stop("channel", "do", "keysIssued"),
  stop("channel", "do", "liveVerification"),
  stop("channel", "wait", "suspended", "serviceSuspended"),
];

export const stopId = ({ chart, kind, leaf }: Pick<Stop, "chart" | "kind" | "leaf">): string =>
  `${kind}:${chart}/${leaf}`;

/** The stops on this merchant's way. A pre-screen comes only where a chosen PSP wants one, and then it does. */
export function stopsFor(lines: readonly LineFacts[]): Stop[] {
  const hasPreScreen = lines.some((line) => line.preScreen);
  return stops.flatMap((one) => {
    if (one.because !== "preScreen") return one;
    return hasPreScreen ? { ...one, because: null } : [];
  });
}

/** Every test that one of the channels owes. */
export const testsFor = (lines: readonly LineFacts[]): TestItem[] => [
  ...new Set(lines.flatMap((line) => testPlanFor(line))),
];
