import type { Platform } from "#app/platform/platform.ts";
import type { ChannelContext } from "#workflows/channel/context.ts";
import { isPromise } from "#workflows/deadlines.ts";
import { explain, type Kind, lawOf, restore, type Sent } from "#workflows/law.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import { gatesOf, type JourneyStep, journeyOf, type Turn } from "#workflows/project.ts";
import { type Actor, roleFor } from "./actor.ts";
import type { Timers } from "./timers.ts";

/** One chart as it stands. */
export interface SubjectView<Context> {
  id: string;
  kind: Kind;
  caseId: string;
  publicId: string;
  machineVersion: number;
  /** Number of its log entries. */
  version: number;
  phase: string;
  /** Leaves of the state value. */
  states: string[];
  turns: Turn[];
  status: "active" | "done";
  value: unknown;
  context: Context;
  timers: Timers;
  openedAt: Date;
  changedAt: Date;
}

export type ChannelView = SubjectView<ChannelContext>;

export interface CaseView extends SubjectView<OnboardingContext> {
  journey: JourneyStep[];
  channels: ChannelView[];
  /** What was promised to somebody and is running, soonest first. */
  promises: { subject: string; delay: string; dueAt: Date }[];
}

interface Row {
  id: string;
  kind: Kind;
  case_id: string;
  public_id: string;
  machine_version: number;
  version: number;
  phase: string;
  states: string[];
  turns: Turn[];
  status: "active" | "done";
  value: unknown;
  context: never;
  timers: Timers;
  opened_at: Date;
  changed_at: Date;
}

/** A case with its channels, oldest channel first, in one query; null when there is none of that id. */
export async function readCase({ pool }: Pick<Platform, "pool">, caseId: string): Promise<CaseView | null> {
  const { rows } = await pool.query<Row>("select * from subject where case_id = $1 order by kind desc, opened_at, id", [
    caseId,
  ]);
  const [first, ...rest] = rows.map(viewOf);
  if (!first || first.id !== caseId) return null;
  const channels = rest as ChannelView[];
  return {
    ...(first as SubjectView<OnboardingContext>),
    channels,
    journey: journeyOf(first.value, channels),
    promises: rows
      .flatMap(({ id, timers }) =>
        Object.values(timers).flatMap((timer) =>
          "dueAt" in timer && isPromise(timer.delay)
            ? { subject: id, delay: timer.delay, dueAt: new Date(timer.dueAt) }
            : [],
        ),
      )
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
  };
}

const viewOf = (row: Row): SubjectView<unknown> => ({
  id: row.id,
  kind: row.kind,
  caseId: row.case_id,
  publicId: row.public_id,
  machineVersion: row.machine_version,
  version: row.version,
  phase: row.phase,
  states: row.states,
  turns: row.turns,
  status: row.status,
  value: row.value,
  context: row.context,
  timers: row.timers,
  openedAt: row.opened_at,
  changedAt: row.changed_at,
});

/** One thing that the actor may send to a subject, and whether it would be taken now. */
export interface Offer {
  event: string;
  allowed: boolean;
  /** Names of what is missing; empty when allowed. */
  reasons: string[];
}

/**
 * Every event that one of the actor's roles may send, with the sentence why not where the chart does not take it now.
 *
 * Guards that look into what the event carries (which document, which key) cannot be asked before it is sent: they are left out,
 * and say their no at the door.
 *
 * @param theCase the case a channel belongs to, for what it allows; the case itself for a case
 */
export function offersFor(
  subject: SubjectView<unknown>,
  theCase: SubjectView<OnboardingContext>,
  actor: Actor,
  now: Date,
): Offer[] {
  const law = lawOf(subject.kind, subject.machineVersion);
  const snapshot = restore(law, { value: subject.value, context: subject.context });
  return Object.keys(law.sentBy)
    .filter((type) => roleFor(law, actor, { type }, subject.caseId))
    .map((type) => {
      const sent: Sent = { type, by: actor.id, at: now.toISOString() };
      if (subject.kind === "channel") sent.gates = gatesOf(theCase);
      const reasons = explain(law, snapshot, sent, aboutTheEvent);
      return { event: type, allowed: reasons.length === 0, reasons };
    });
}

/** Guards that read the event's own words; all others depend on the subject alone. */
export const aboutTheEvent = new Set([
  "proposalIsCurrent",
  "linesExist",
  "nothingToPreScreen",
  "preScreenIsOpen",
  "pspSaysYes",
  "itemIsAsked",
  "itemIsGiven",
  "itemIsNotAccepted",
  "isBusinessData",
  "contractIsThisOne",
  "checkIsThisOne",
  "noSiteGapOrObjection",
  "firstChannelLive",
  "preScreenPassed",
  "pspApproved",
  "testIsInPlan",
  "keysAreTheseOnes",
]);
