import { type AnyMachineSnapshot, type AnyStateMachine, type ExecutableActionObject, initialTransition } from "xstate";
import type { z } from "zod";
import { ChannelContext, ChannelInput } from "./channel/context.ts";
import { ChannelEvent, channelPersonal, channelSentBy, type Gates } from "./channel/events.ts";
import { channelGuards } from "./channel/guards.ts";
import { CHANNEL_VERSION, channel } from "./channel/machine.ts";
import { type OnboardingContext, OnboardingContextV1, OnboardingContextV2 } from "./onboarding/context.ts";
import { OnboardingEvent, onboardingPersonal, onboardingSentBy, onboardingSentByV1 } from "./onboarding/events.ts";
import { onboardingGuards } from "./onboarding/guards.ts";
import { onboardingChartV1, onboardingChartV2 } from "./onboarding/machine.ts";
import type { Role, Stamp } from "./roles.ts";
import { stepOf } from "./step.ts";

export type Kind = "onboarding" | "channel";

/** An event as the law sees it: parsed, stamped by the engine, and for a channel with what its case allows. */
export type Sent = { type: string } & Stamp & { gates?: Gates };

type Guard = (facts: { context: never; event: never }) => boolean;

/** One version of one machine, with all that is needed to ask it something. */
export interface Law {
  kind: Kind;
  version: number;
  machine: AnyStateMachine;
  /** Parses what a sender may say; timers are not senders. */
  Event: z.ZodType<{ type: string }>;
  Context: z.ZodType;
  Input: z.ZodType | null;
  sentBy: Record<string, readonly Role[]>;
  /** Events that nobody but a signed-in person may send, whatever the role of a key. */
  personal: ReadonlySet<string>;
  guards: Record<string, Guard>;
  /** Why nothing but facts may be recorded at the moment, as a message key; null when all is open. */
  halted: (context: unknown, event: Sent) => string | null;
}

const passHold = new Set([
  "RESUME",
  "WITHDRAW",
  "HAND_OVER",
  "CHANNEL_MOVED",
  "RECORD_SITE_CHECK",
  "FAIL_SITE_CHECK",
  "RECORD_SCREENING",
  // Holding twice is refused by the chart's own guard, which has the better sentence.
  "HOLD",
]);
const passHalt = new Set([
  "CASE_APPROVED",
  "CASE_MOVED",
  "CASE_ENDED",
  "CLOSE_CHANNEL",
  "SUSPEND_CHANNEL",
  "RECORD_TEST",
]);

export const onboardingV1: Law = {
  kind: "onboarding",
  version: 1,
  machine: onboardingChartV1,
  Event: OnboardingEvent,
  Context: OnboardingContextV1,
  Input: null,
  sentBy: onboardingSentByV1,
  personal: onboardingPersonal,
  guards: onboardingGuards as unknown as Record<string, Guard>,
  halted: (context, event) =>
    (context as OnboardingContext).hold && !passHold.has(event.type) ? "caseIsOnHold" : null,
};

/** Asks the PSPs that look first between the proposal and the application. */
export const onboardingV2: Law = {
  ...onboardingV1,
  version: 2,
  machine: onboardingChartV2,
  Context: OnboardingContextV2,
  sentBy: onboardingSentBy,
};

export const channelV1: Law = {
  kind: "channel",
  version: CHANNEL_VERSION,
  machine: channel,
  Event: ChannelEvent,
  Context: ChannelContext,
  Input: ChannelInput,
  sentBy: channelSentBy,
  personal: channelPersonal,
  guards: channelGuards as unknown as Record<string, Guard>,
  halted: (_, event) => (event.gates?.halted && !passHalt.has(event.type) ? "caseIsOnHold" : null),
};

/** Every machine version that a stored case may be on, oldest first: the proof, the docs and the picture go through this list. */
export const laws: readonly Law[] = [onboardingV1, onboardingV2, channelV1];

/** @throws when a stored row names a machine that this build does not know: loudly, before anything is written */
export function lawOf(kind: Kind, version: number): Law {
  const law = laws.find((one) => one.kind === kind && one.version === version);
  if (!law) throw new Error(`no machine ${kind} version ${version} in this build`);
  return law;
}

/** The version that new subjects begin with. */
export const currentLaw = (kind: Kind): Law =>
  laws.filter((law) => law.kind === kind).reduce((newest, law) => (law.version > newest.version ? law : newest));

/** What a step asks of the world, all of it data. */
export type Ask =
  | { ask: "timer"; id: string; delay: string; nominalMs: number }
  | { ask: "dropTimer"; id: string }
  | { ask: "stopClocks" }
  | { ask: "resumeClocks" }
  | { ask: "effect"; name: string; params: Record<string, unknown> };

export interface Step {
  next: AnyMachineSnapshot;
  asks: Ask[];
}

export const begin = (law: Law, input?: unknown): Step => {
  const [next, actions] = initialTransition(law.machine, law.Input ? law.Input.parse(input) : input);
  return { next, asks: actions.flatMap(askOf) };
};

/** Applies `event`; `null` when the subject, as it stands, does not take it. */
export function advance(law: Law, current: AnyMachineSnapshot, event: Sent): Step | null {
  // A finished subject takes nothing more: `transition` by itself would still run root-level events.
  if (current.status !== "active" || law.halted(current.context, event) || !current.can(event)) return null;
  const [next, actions] = stepOf(law.machine, current, event);
  return { next, asks: actions.flatMap(askOf) };
}

function askOf(action: ExecutableActionObject): Ask[] {
  const params = (action.params ?? {}) as Record<string, unknown>;
  // `xstate.cancel` is missing from XState's own type of executable actions, hence the plain string.
  const type: string = action.type;
  if (type === "xstate.raise" && params.delay !== undefined) {
    const id = String(params.id);
    // Ids of delayed transitions read `xstate.after.<delay>.<machine>.<state>`.
    return [{ ask: "timer", id, delay: id.split(".")[2] ?? id, nominalMs: Number(params.delay) }];
  }
  if (type === "xstate.cancel") return [{ ask: "dropTimer", id: String(params.sendId) }];
  if (type === "stopClocks" || type === "resumeClocks") return [{ ask: type }];
  // `assign` and the like have been applied already.
  if (type.startsWith("xstate.")) return [];
  return [{ ask: "effect", name: type, params }];
}

/**
 * Why the subject does not take the event now: the names of the guards that say no, each of which has a sentence. Empty when it
 * does take it. Where several transitions could answer, the nearest counts: the one with the fewest missing conditions.
 *
 * @param unasked guards that are left out: those that read what an event carries cannot be asked before it is said
 */
export function explain(
  law: Law,
  current: AnyMachineSnapshot,
  event: Sent,
  unasked: ReadonlySet<string> = new Set(),
): string[] {
  if (current.status !== "active") return ["isFinished"];
  const halted = law.halted(current.context, event);
  if (halted) return [halted];
  const candidates = current._nodes.flatMap((node) => node.transitions.get(event.type) ?? []);
  if (candidates.length === 0) return ["notNow"];
  const reasons = candidates.map(({ guard }) =>
    [...new Set(guardNames(guard))].filter(
      (name) => !unasked.has(name) && !law.guards[name]!({ context: current.context as never, event: event as never }),
    ),
  );
  return reasons.reduce((least, some) => (some.length < least.length ? some : least));
}

/** The names inside a guard: a name itself, or those that `and([...])` joins. */
export function guardNames(guard: unknown): string[] {
  if (typeof guard === "string") return [guard];
  if (typeof guard === "function" && "guards" in guard && Array.isArray(guard.guards))
    return guard.guards.flatMap(guardNames);
  if (guard && typeof guard === "object" && "type" in guard) return [String(guard.type)];
  return [];
}

/** What is stored of a subject: value and context are the whole of it, for a stored machine has no children and no history. */
export const store = ({ value, context }: AnyMachineSnapshot) => ({ value, context: context as object });

/** @throws ZodError when the stored context is not one of this machine version; nothing is guessed */
export function restore(law: Law, stored: { value: unknown; context: unknown }): AnyMachineSnapshot {
  return law.machine.resolveState({
    value: stored.value as never,
    context: law.Context.parse(stored.context) as never,
  });
}
