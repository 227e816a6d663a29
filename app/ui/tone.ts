/** What something is about, the same on every page, in the queue, in mails and in the API. */
export type StatusClass = "act" | "wait" | "done" | "closed";
/** The four classes, what went wrong, and a plain remark. */
export type Tone = StatusClass | "problem" | "info";

export const toneClass: Record<Tone, string> = {
  act: "tone-act",
  wait: "tone-wait",
  done: "tone-done",
  closed: "tone-closed",
  problem: "tone-problem",
  info: "tone-info",
};
