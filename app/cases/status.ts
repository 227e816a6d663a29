import type { StatusClass } from "#workflows/project.ts";

/**
 * Which of the four classes a chart shows to somebody.
 *
 * @param isMyTurn whether that somebody has a thing to do with it now
 */
export function statusOf(subject: { phase: string; status: "active" | "done" }, isMyTurn: boolean): StatusClass {
  if (subject.status === "done") return "closed";
  if (isMyTurn) return "act";
  return subject.phase === "live" ? "done" : "wait";
}
