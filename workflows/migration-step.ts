import type { AnyMachineSnapshot } from "xstate";
import { z } from "zod";

/** What became of a line's pre-screen at its channel, as far as it had got when the case was moved. */
export const ChannelPreScreen = z.enum(["open", "passed", "refused", "closed"]);

/**
 * What a migration has to know beside the case itself. It is read once, when the case is moved, and stands in the log with the
 * entry, so that the log folds back by itself.
 */
export const MigrationFacts = z.object({
  /** By line (`lineKey`); only lines whose PSP looks first, and only those that have a channel. */
  preScreens: z.record(z.string(), ChannelPreScreen),
});
export type MigrationFacts = z.infer<typeof MigrationFacts>;
export const noFacts: MigrationFacts = { preScreens: {} };

/** Why a case stays where it is; each has a sentence (app/cases/migration-words.ts). */
export const migrationRefusals = ["noWay", "isFinished", "preScreenOpen", "preScreenRefused"] as const;
export type MigrationRefusal = (typeof migrationRefusals)[number];

/** Something a case owes, or no longer owes, on its new version. */
export interface RequirementChange {
  change: "added" | "dropped";
  /** `preScreen`: a PSP's yes before the application. `channelPreScreen`: its yes at the channel, before the tests. */
  requirement: "preScreen" | "channelPreScreen";
  /** The line it is about. */
  about: string;
}

export interface Stored {
  value: unknown;
  context: unknown;
}

/** One step from a version to the next: what stands there in, plain data out. */
export type Step = (
  before: AnyMachineSnapshot,
  facts: MigrationFacts,
) => { after: Stored; changes: RequirementChange[] } | Refused;
export interface Refused {
  refused: MigrationRefusal;
  /** What it is about: lines. */
  about: string[];
}
