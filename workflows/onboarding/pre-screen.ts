import type { OnboardingContext } from "./context.ts";
import type { ChannelLine } from "./events.ts";

/**
 * Gate G2: some PSPs look at a merchant before anything is signed. From version 2 on a case asks them between the proposal and the
 * application; the catalogue says which (`preScreen` of a line).
 */

/** What a line is called among the answers of its PSP: a credential set belongs to exactly this. */
export const lineKey = ({
  channel,
  country,
  currency,
}: Pick<ChannelLine, "channel" | "country" | "currency">): string => `${channel}/${country}/${currency}`;

type Answers = Pick<OnboardingContext, "preScreens">;

export const hasPassed = ({ preScreens }: Answers, line: ChannelLine): boolean =>
  preScreens?.[lineKey(line)] === "passed";

/** The lines whose PSP still has to say yes. A no is no last word: the same line in another proposal is asked again. */
export const openPreScreens = (answers: Answers, lines: readonly ChannelLine[]): ChannelLine[] =>
  lines.filter((line) => line.preScreen && !hasPassed(answers, line));

/** The answers after one PSP spoke: it speaks of all lines that are open with it. */
export const answered = (
  context: Answers & Pick<OnboardingContext, "lines">,
  { channel, passed }: { channel: string; passed: boolean },
): NonNullable<OnboardingContext["preScreens"]> => ({
  ...context.preScreens,
  ...Object.fromEntries(
    openPreScreens(context, context.lines)
      .filter((line) => line.channel === channel)
      .map((line) => [lineKey(line), passed ? ("passed" as const) : ("refused" as const)]),
  ),
});
