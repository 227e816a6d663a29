import type { AnyMachineSnapshot } from "xstate";
import type { OnboardingContext } from "../onboarding/context.ts";
import type { Check, Edge, Node } from "./explore.ts";
import type { Way } from "./graph-properties.ts";

// Gate G2, from version 2 of a case on: what a PSP wants to see first it sees before the application. The questions rest on what
// the watcher heard PSPs say (`saidYes/<channel>`), not on what the machine says of itself.

const context = ({ snapshot }: { snapshot: AnyMachineSnapshot }) => snapshot.context as OnboardingContext;
const phase = ({ place }: Node): string => place.phase;
const mailed = (edge: Edge, letter: string, to: string) =>
  edge.asks.some(({ ask, ...rest }) => {
    const { name, params } = rest as { name?: string; params?: Record<string, unknown> };
    return ask === "effect" && name === "sendMail" && params?.letter === letter && params.to === to;
  });
const said = (edge: Edge) => edge.event as unknown as { channel: string; passed: boolean; note?: string };
/** Channels that wait for their PSP's yes, as the watcher knows it. */
const unheard = (node: Node, memory: Node["memory"]): string[] =>
  context(node)
    .lines.filter((line) => line.preScreen && memory[`saidYes/${line.channel}`] !== true)
    .map(({ channel }) => channel);
const isClock = (edge: Edge, delay: string) => edge.event.type === `xstate.after.${delay}.onboarding.preScreening`;
const moved = (edge: Edge) => phase(edge.from) !== phase(edge.to);

export const preScreenChecks: Record<string, Check> = {
  "a PSP that looks first has said yes before the application": (edge) =>
    phase(edge.to) === "application" &&
    phase(edge.from) !== "application" &&
    unheard(edge.to, edge.to.memory).length > 0 &&
    `the application began before ${unheard(edge.to, edge.to.memory)} said yes`,
  "nobody waits for a PSP that need not look": (edge) =>
    phase(edge.to) === "preScreening" &&
    unheard(edge.to, edge.to.memory).length === 0 &&
    "a case waits for PSPs that have all said yes",
  "a channel is not asked again what its case has asked": (edge) => {
    if (phase(edge.to) !== "application" || phase(edge.from) === "application") return false;
    return (
      !edge.asks.some(
        (ask) => ask.ask === "effect" && ask.name === "openChannels" && ask.params.preScreened === true,
      ) && "channels are opened as if nobody had asked their PSPs"
    );
  },
  "a pre-screen begins with an acceptance, and both sides hear of it": (edge) => {
    if (phase(edge.to) !== "preScreening" || !moved(edge)) return false;
    if (edge.event.type !== "ACCEPT_PROPOSAL") return `${edge.event.type} led to a pre-screen`;
    if (!mailed(edge, "preScreenStarted", "merchant")) return "the merchant does not hear of the pre-screen";
    return !mailed(edge, "preScreenToRecord", "integration") && "nobody asks the PSP";
  },
  "a PSP's answer counts where it was asked, and is kept": (edge) => {
    if (edge.event.type !== "ANSWER_PRE_SCREEN") return false;
    const { channel, passed } = said(edge);
    if (phase(edge.from) !== "preScreening" || !unheard(edge.from, edge.from.memory).includes(channel))
      return "an answer was taken that nobody had asked for";
    const kept = Object.entries(context(edge.to).preScreens ?? {}).filter(([key]) => key.startsWith(`${channel}/`));
    return (
      (kept.length === 0 || kept.some(([, answer]) => answer !== (passed ? "passed" : "refused"))) &&
      "an answer was not kept as it was given"
    );
  },
  "the last yes opens the application, and an earlier one waits for the others": (edge) => {
    if (edge.event.type !== "ANSWER_PRE_SCREEN" || !said(edge).passed) return false;
    const left = unheard(edge.from, edge.to.memory);
    if (left.length > 0) return phase(edge.to) !== "preScreening" && "one yes was taken for all";
    if (phase(edge.to) !== "application") return "every PSP said yes and the application did not begin";
    return !mailed(edge, "documentsNeeded", "merchant") && "the application began without a word to the merchant";
  },
  "a no of a PSP leads back to a changed proposal, and rejects nobody": (edge) => {
    if (edge.event.type !== "ANSWER_PRE_SCREEN" || said(edge).passed) return false;
    if (phase(edge.to) !== "advising") return `a PSP's no led to ${phase(edge.to)}`;
    if (!mailed(edge, "preScreenRefused", "merchant") || !mailed(edge, "proposalToChange", "advisor"))
      return "a PSP's no reached only one side";
    return (
      edge.asks.some((ask) => ask.ask === "effect" && ask.name === "sendMail" && ask.params.note !== said(edge).note) &&
      "what the PSP said was not passed on"
    );
  },
  "silence of a PSP is reminded of, overdue, and then leads to a changed proposal": (edge) => {
    if (isClock(edge, "preScreenReminder"))
      return (moved(edge) || !mailed(edge, "preScreenToRecord", "integration")) && "a reminder reminds nobody";
    if (isClock(edge, "preScreenDue"))
      return (moved(edge) || !mailed(edge, "preScreenOverdue", "advisor")) && "a late answer is noticed by nobody";
    if (!isClock(edge, "preScreenExpiry")) return false;
    if (phase(edge.to) !== "advising") return `silence led to ${phase(edge.to)}`;
    return (
      (!mailed(edge, "preScreenUnanswered", "merchant") || !mailed(edge, "proposalToChange", "advisor")) &&
      "silence is told to one side only"
    );
  },
  "what was accepted is open again when another proposal follows": (edge) =>
    phase(edge.from) === "preScreening" &&
    phase(edge.to) === "advising" &&
    context(edge.to).lines.length > 0 &&
    "lines of the former proposal still count as accepted",
  "a merchant need not wait for a PSP": (edge) => {
    if (phase(edge.from) !== "preScreening") return false;
    if (edge.event.type === "WANT_CHANGES")
      return (
        (phase(edge.to) !== "advising" || !mailed(edge, "proposalChangesWanted", "advisor")) &&
        "a wish for another proposal reaches nobody"
      );
    return edge.event.type === "WITHDRAW" && phase(edge.to) !== "withdrawn" && "a withdrawal did not end the case";
  },
};

/** What people are promised that they can do while a PSP looks. */
export const preScreenWays: Way[] = [
  ["deciding", "ACCEPT_PROPOSAL", "preScreening"],
  ["preScreening", "ANSWER_PRE_SCREEN", "application.contract.drafting"],
  ["preScreening", "ANSWER_PRE_SCREEN", "preScreening"],
  ["preScreening", "ANSWER_PRE_SCREEN", "advising"],
  ["preScreening", "WANT_CHANGES", "advising"],
  ["preScreening", "WITHDRAW", "withdrawn"],
  ...["HOLD", "RESUME", "HAND_OVER", "CHANNEL_MOVED"].map((event) => ["preScreening", event, "preScreening"] as const),
];
