import type { AnyMachineSnapshot } from "xstate";
import { z } from "zod";
import { type Kind, type Law, laws, restore } from "./law.ts";
import { toV2 } from "./onboarding/to-v2.ts";

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

/** The entry that a migration leaves in the log. Nobody can send it: it is no event of any chart. */
export const MigrateEntry = z.object({
  type: z.literal("MIGRATE"),
  from: z.number().int(),
  to: z.number().int(),
  facts: MigrationFacts,
});
export type MigrateEntry = z.infer<typeof MigrateEntry>;

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

const steps: readonly { kind: Kind; from: number; to: number; step: Step }[] = [
  { kind: "onboarding", from: 1, to: 2, step: toV2 },
];

export interface Migrated {
  /** How it stood, on its version. */
  before: AnyMachineSnapshot;
  snapshot: AnyMachineSnapshot;
  changes: RequirementChange[];
}

/**
 * A subject on another version of its chart, or the reason why it stays. Nothing is guessed: what the target version does not
 * accept throws.
 *
 * @param stored what is stored of it on `from`
 */
export function migrated(from: Law, to: Law, stored: Stored, facts: MigrationFacts): Migrated | Refused {
  const way = steps.find((one) => one.kind === from.kind && one.from === from.version && one.to === to.version);
  if (!way || from.kind !== to.kind) return { refused: "noWay", about: [] };
  const before = restore(from, stored);
  if (before.status !== "active") return { refused: "isFinished", about: [] };
  const moved = way.step(before, facts);
  return "refused" in moved ? moved : { before, snapshot: restore(to, moved.after), changes: moved.changes };
}

/** The versions from which there is a way to the newest, oldest first. */
export const movableVersions = (kind: Kind): { from: Law; to: Law }[] =>
  steps
    .filter((one) => one.kind === kind)
    .flatMap(({ from, to }) => {
      const [before, after] = [from, to].map((version) =>
        laws.find((law) => law.kind === kind && law.version === version),
      );
      return before && after ? { from: before, to: after } : [];
    });
