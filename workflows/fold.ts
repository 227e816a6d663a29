import type { AnyMachineSnapshot } from "xstate";
import { begin, type Kind, type Law, lawOf, type Sent, store } from "./law.ts";
import { MigrateEntry, migrated } from "./migration.ts";
import { refold } from "./refold.ts";

/** A subject as its log makes it, entry by entry. */
export interface Folded {
  law: Law;
  snapshot: AnyMachineSnapshot;
}

/** What an entry of the log says, as far as the charts are concerned. */
export interface FoldEntry {
  machineVersion: number;
  event: { type: string; input?: unknown; gates?: Sent["gates"] };
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

/**
 * The subject after one more entry of its log: the one way in which a log becomes a state, wherever it is read.
 *
 * @param before null at the beginning
 * @returns null when the entry cannot follow: the chart does not take it, or it speaks of a version that the subject is not on
 */
export function foldEntry(
  kind: Kind,
  before: Folded | null,
  { machineVersion, event, by, at }: FoldEntry,
): Folded | null {
  const law = lawOf(kind, machineVersion);
  if (event.type === "OPEN") return before ? null : { law, snapshot: begin(law, event.input).next };
  if (!before) return null;
  if (event.type === "MIGRATE") {
    const entry = MigrateEntry.parse(event);
    if (entry.from !== before.law.version || entry.to !== machineVersion) return null;
    const moved = migrated(before.law, law, store(before.snapshot), entry.facts);
    return "refused" in moved ? null : { law, snapshot: moved.snapshot };
  }
  if (before.law !== law) return null;
  const snapshot = refold(law, before.snapshot, { ...event, by, at });
  return snapshot && { law, snapshot };
}
