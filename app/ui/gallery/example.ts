import type { PathStep } from "../path.tsx";
import type { TimelineEntry } from "../timeline.tsx";
import type { words } from "./words.ts";

type Words = (typeof words)["ko"];

/** The gallery's clock stands still, so that its pictures can be compared. */
export const NOW = "2026-11-22T06:12:00Z";

const states = ["done", "done", "now", "now", "later", "locked"] as const;

export const exampleSteps = (w: Words): PathStep[] =>
  w.steps.map((title, n) => ({
    id: String(n),
    title,
    state: states[n] ?? "later",
    note: w.stepNotes[n],
    reason: n === 5 ? w.stepLocked : undefined,
    href: n < 4 ? "." : undefined,
  }));

export const exampleTimeline = (w: Words): TimelineEntry[] => [
  { id: "3", at: "2026-11-22T05:40:00Z", what: w.timeline[0], who: "Acme", tone: "done" },
  { id: "2", at: "2026-11-21T02:15:00Z", what: w.timeline[1], who: "Lee", tone: "problem", detail: w.timelineReason },
  { id: "1", at: "2026-11-21T01:00:00Z", what: w.timeline[2], who: "Kim" },
];
