import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/auth/index.server.ts";
import { postedEvent } from "#app/cases/index.server.ts";
import type { Book } from "#app/catalogue/index.server.ts";
import { type CaseView, dispatch, orRefused } from "#app/engine/index.server.ts";
import { AnswerPreScreen } from "#workflows/onboarding/events.ts";
import { lineKey } from "#workflows/onboarding/pre-screen.ts";
import { channelName } from "./say.server.ts";

/** How far the PSPs that look before the contract have got; null where nobody looks or has looked. */
export interface PreScreenView {
  psps: { channel: string; name: string; state: "open" | "passed" | "refused" }[];
  isWaiting: boolean;
  /** Until when PSPs usually answer, ISO 8601; null when nobody is waited for. */
  dueAt: string | null;
}

/** @param lines what the case is being asked about: the accepted lines, or after a no those of the newest proposal */
export function preScreenView({ phase, context, promises }: CaseView, guide: Book["guide"]): PreScreenView | null {
  const isWaiting = phase === "preScreening";
  const lines = isWaiting ? context.lines : (context.proposal?.lines ?? []);
  const answers = context.preScreens ?? {};
  const states = new Map<string, PreScreenView["psps"][number]["state"]>();
  for (const line of lines.filter((one) => one.preScreen)) {
    const answer = answers[lineKey(line)];
    // Of a PSP with several lines the one that is worst off counts; what was refused before is asked again.
    const state = answer === "passed" ? "passed" : isWaiting ? "open" : (answer ?? "open");
    if (states.get(line.channel) !== "refused")
      states.set(line.channel, states.get(line.channel) === "open" ? "open" : state);
  }
  const psps = [...states].map(([channel, state]) => ({ channel, name: channelName(guide, channel), state }));
  const hasNo = phase === "advising" && psps.some(({ state }) => state === "refused");
  if (!isWaiting && !hasNo) return null;
  const due = promises.find(({ delay }) => delay === "preScreenDue");
  return { psps, isWaiting, dueAt: due?.dueAt.toISOString() ?? null };
}

/** Whether a posted form is a PSP's answer and not a proposal being composed. */
export const isAnswer = (form: FormData): boolean => form.get("type") === "ANSWER_PRE_SCREEN";

/** Records what a PSP answered: who asked it, advisor or integration, writes it down. */
export async function answerPreScreen(
  args: Pick<LoaderFunctionArgs, "request" | "params" | "context">,
  caseId: string,
  form: FormData,
) {
  const { platform } = args.context;
  const { actor } = await requireStaff(platform, args.request, "advisor", "integration");
  const { event, key, problem } = await postedEvent(
    args.request,
    z.discriminatedUnion("type", [AnswerPreScreen]),
    form,
  );
  if (problem) return data({ ...problem, refused: undefined }, 422);
  const { refused } = await orRefused(dispatch(platform, { subject: caseId, event, actor, idempotencyKey: key }));
  return refused ? data({ refused }, 409) : redirect(`/console/cases/${caseId}/proposal`);
}
