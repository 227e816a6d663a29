import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { postedEvent } from "#app/cases/event-form.server.ts";
import { loadJourney } from "#app/cases/journey-page.server.ts";
import { JourneyPage } from "#app/cases/journey-page.tsx";
import { memberOf } from "#app/cases/load.server.ts";
import { words } from "#app/cases/words.ts";
import { dispatch, orRefused } from "#app/engine/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { Appeal, CloseService, Withdraw } from "#workflows/onboarding/events.ts";

export const meta = pageMeta(words, (w) => ({ title: w.journey.title }));

export const loader = (args: LoaderFunctionArgs) => loadJourney(args);

const Asked = z.discriminatedUnion("type", [Appeal, Withdraw, CloseService]);

export async function action(args: ActionFunctionArgs) {
  const { actor, caseId } = await memberOf(args);
  const posted = await postedEvent(args.request, Asked);
  if (posted.problem) return data({ ...posted.problem, refused: null }, 422);
  const { refused } = await orRefused(
    dispatch(args.context.platform, { subject: caseId, event: posted.event, actor, idempotencyKey: posted.key }),
  );
  return refused ? data({ refused }, 409) : redirect(`/cases/${caseId}`);
}

export default function JourneyRoute() {
  const page = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <JourneyPage {...page} refused={posted?.refused} />;
}
