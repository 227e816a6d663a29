import type { AnyMachineSnapshot } from "xstate";
import type { ChannelContext } from "./channel/context.ts";
import type { Gates } from "./channel/events.ts";
import type { OnboardingContext } from "./onboarding/context.ts";
import { type Desk, desks } from "./roles.ts";

/** Whose move it is. A case can wait for several at once. */
export type Turn = "merchant" | "us" | "psp" | "system" | "case";

const turns: Record<string, Turn> = {
  merchantsTurn: "merchant",
  ourTurn: "us",
  pspsTurn: "psp",
  systemsTurn: "system",
  casesTurn: "case",
};

/** The four classes in which everything is shown, everywhere: page, queue, mail and API. */
export type StatusClass = "act" | "wait" | "done" | "closed";

/** What queues and search need to know of a snapshot without opening it. */
export interface Projection {
  /** Leaves of the state value, e.g. `["application.contract.drafting", "application.kyc.collecting"]`, sorted. */
  states: string[];
  turns: Turn[];
  desks: Desk[];
  status: "active" | "done";
  /** The state's first name, e.g. `application`: what a list shows. */
  phase: string;
}

/** Paths of the states that have no states inside, sorted. */
export function leavesOf(value: unknown, prefix = ""): string[] {
  if (typeof value === "string") return [prefix + value];
  return Object.entries(value as Record<string, unknown>)
    .flatMap(([name, inner]) => {
      const deeper = leavesOf(inner, `${prefix}${name}.`);
      return deeper.length > 0 ? deeper : [prefix + name];
    })
    .sort();
}

export function project(snapshot: AnyMachineSnapshot): Projection {
  const states = leavesOf(snapshot.value);
  const tags = [...(snapshot.tags as Set<string>)];
  return {
    states,
    turns: tags.flatMap((tag) => turns[tag] ?? []).sort(),
    desks: desks.filter((desk) => tags.includes(`desk:${desk}`)),
    status: snapshot.status === "active" ? "active" : "done",
    phase: states[0]!.split(".")[0]!,
  };
}

/** What a case, as it stands, allows its channels. */
export function gatesOf(snapshot: { value: unknown; context: OnboardingContext; status?: string }): Gates {
  const states = leavesOf(snapshot.value);
  const phase = states[0]!.split(".")[0]!;
  const opened = phase === "approved" || phase === "live" || phase === "suspended";
  return {
    kycApproved: opened || states.includes("application.kyc.approved"),
    contractSigned: snapshot.context.contractSigned,
    sitePassed: snapshot.context.site.passed,
    halted: snapshot.context.hold !== null || phase === "suspended",
    ended: ["declined", "expired", "refused", "withdrawn", "closed"].includes(phase),
  };
}

export type StepName = "inquiry" | "proposal" | "contractAndKyc" | "test" | "live" | "open";
export const stepNames = ["inquiry", "proposal", "contractAndKyc", "test", "live", "open"] as const;

export interface JourneyStep {
  step: StepName;
  state: "done" | "now" | "later" | "locked";
  /** Why it is locked, as a message key. */
  lockedBy: "proposalFirst" | "preScreenFirst" | "kycFirst" | "testsFirst" | "keysFirst" | "caseEnded" | null;
}

type ChannelFacts = { phase: string; context: Pick<ChannelContext, "plan" | "tests"> };

const beforeTests = new Set(["proposed", "preScreen", "testSetup", "testing"]);
const afterOpening = new Set(["live", "suspended"]);

/**
 * The six steps of the trade as both sides see them. Steps overlap: tests may run while documents are reviewed.
 *
 * @param value the case's state value
 * @param channels the case's channels; closed ones do not count
 */
export function journeyOf(value: unknown, channels: ChannelFacts[]): JourneyStep[] {
  const phase = leavesOf(value)[0]!.split(".")[0]!;
  const open = channels.filter((channel) => channel.phase !== "closed" && channel.phase !== "pspRefused");
  const ended = ["declined", "expired", "refused", "withdrawn", "closed"].includes(phase);
  const accepted = ["application", "approved", "live", "suspended"].includes(phase);
  const approved = accepted && phase !== "application";
  const beforeThat = phase === "preScreening" ? "preScreenFirst" : "proposalFirst";
  const tested = open.length > 0 && open.every((channel) => !beforeTests.has(channel.phase));
  const live = open.some((channel) => afterOpening.has(channel.phase));
  const step = (
    name: StepName,
    done: boolean,
    now: boolean,
    lockedBy: JourneyStep["lockedBy"] = null,
  ): JourneyStep => ({
    step: name,
    state: done ? "done" : ended ? "locked" : now ? "now" : lockedBy ? "locked" : "later",
    lockedBy: done ? null : ended ? "caseEnded" : now ? null : lockedBy,
  });
  return [
    step("inquiry", phase !== "inquiry", phase === "inquiry"),
    step("proposal", accepted, ["advising", "deciding", "preScreening"].includes(phase)),
    step("contractAndKyc", approved, accepted, beforeThat),
    step("test", accepted && tested, accepted, beforeThat),
    step(
      "live",
      live,
      approved && open.some((channel) => !beforeTests.has(channel.phase)),
      approved ? "testsFirst" : "kycFirst",
    ),
    step("open", phase === "live" || phase === "suspended", phase === "approved" && live, "keysFirst"),
  ];
}
