import type { AnyMachineSnapshot } from "xstate";
import { z } from "zod";
import { type Kind, type Law, laws, restore } from "./law.ts";
import { MigrationFacts, type Refused, type RequirementChange, type Step, type Stored } from "./migration-step.ts";
import { toV2 } from "./onboarding/to-v2.ts";

export {
  ChannelPreScreen,
  MigrationFacts,
  type MigrationRefusal,
  migrationRefusals,
  noFacts,
  type Refused,
  type RequirementChange,
  type Step,
  type Stored,
} from "./migration-step.ts";

/** The entry that a migration leaves in the log. Nobody can send it: it is no event of any chart. */
export const MigrateEntry = z.object({
  type: z.literal("MIGRATE"),
  from: z.number().int(),
  to: z.number().int(),
  facts: MigrationFacts,
});
export type MigrateEntry = z.infer<typeof MigrateEntry>;

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
