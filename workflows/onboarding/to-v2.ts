import type { RequirementChange, Step } from "../migration-step.ts";
import { leavesOf } from "../project.ts";
import type { OnboardingContextV1 } from "./context.ts";
import { lineKey } from "./pre-screen.ts";

/**
 * From version 1, whose channels asked their PSPs themselves, to version 2, whose case asks before the application.
 *
 * A case keeps its place and all it remembers. Before the application nothing has been asked yet: what is asked changes, nothing
 * else. In the application the yes of every marked PSP must be known from its channel: else the case would be behind a gate that
 * it never passed, so it stays until the PSP has said yes, or the channel is closed. A case beyond the application has the gate
 * behind it: its channels finish what they began.
 */
export const toV2: Step = (before, { preScreens: atChannels }) => {
  const context = before.context as OnboardingContextV1;
  const phase = leavesOf(before.value)[0]!.split(".")[0]!;
  const marked = context.lines.filter((line) => line.preScreen).map(lineKey);
  if (phase === "application") {
    const refused = marked.filter((key) => atChannels[key] === "refused");
    if (refused.length > 0) return { refused: "preScreenRefused", about: refused };
    // A line without a channel is one whose channel is about to be opened.
    const open = marked.filter((key) => (atChannels[key] ?? "open") === "open");
    if (open.length > 0) return { refused: "preScreenOpen", about: open };
  }
  const preScreens = Object.fromEntries(
    marked.flatMap((key) => {
      const answer = atChannels[key];
      return answer === "passed" || answer === "refused" ? [[key, answer]] : [];
    }),
  );
  return { after: { value: before.value, context: { ...context, preScreens } }, changes: changesOf(phase, context) };
};

/** Only a proposal that lies before the merchant is asked about differently now. */
function changesOf(phase: string, { proposal }: { proposal: OnboardingContextV1["proposal"] }): RequirementChange[] {
  if (phase !== "deciding") return [];
  return (proposal?.lines ?? [])
    .filter((line) => line.preScreen)
    .flatMap((line) => [
      { change: "added", requirement: "preScreen", about: lineKey(line) },
      { change: "dropped", requirement: "channelPreScreen", about: lineKey(line) },
    ]);
}
