import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isFresh, requireProof } from "#app/auth/index.server.ts";
import { postedEvent } from "#app/cases/index.server.ts";
import type { PostedProblem } from "#app/cases/index.ts";
import { advisorsOf } from "#app/console/advisors.server.ts";
import { CaseFrame } from "#app/console/case-frame.tsx";
import { staffCaseOf } from "#app/console/load.server.ts";
import { needsFresh } from "#app/console/places.ts";
import { workspaceOf } from "#app/console/workspace.server.ts";
import { dispatch, orRefused } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { newId } from "#app/platform/ids.ts";
import { safeReturn } from "#app/ui/safe-return.ts";
import {
  CloseService,
  CompleteReview,
  DeclineInquiry,
  HandOver,
  Hold,
  Resume,
  ResumeService,
  SuspendService,
  TakeCase,
} from "#workflows/onboarding/events.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { platform } = args.context;
  const [{ viewer, actor, view, card }, lang] = await Promise.all([staffCaseOf(args), langOf(args.request)]);
  const workspace = await workspaceOf(platform, { view, card }, viewer, actor, lang);
  const mayHandOver = workspace.offers.some(({ event, allowed }) => event === "HAND_OVER" && allowed);
  return {
    workspace,
    advisors: mayHandOver ? await advisorsOf(platform.pool) : [],
    isFresh: isFresh(platform, viewer),
    formKey: newId(),
    now: platform.now().toISOString(),
  };
}

/** What concerns the case as a whole; everything else is sent from the page of the thing it is about. */
const Asked = z.discriminatedUnion("type", [
  TakeCase,
  HandOver,
  DeclineInquiry,
  Hold,
  Resume,
  CompleteReview,
  SuspendService,
  ResumeService,
  CloseService,
]);

export async function action(args: ActionFunctionArgs) {
  const { platform } = args.context;
  const { viewer, actor, caseId } = await staffCaseOf(args);
  const { event, key, form, problem } = await postedEvent(args.request, Asked);
  if (problem) return data({ ...problem, refused: null }, 422);
  const home = `/console/cases/${caseId}`;
  const asked = safeReturn(form.get("_back"));
  const back = asked === home || asked.startsWith(`${home}/`) ? asked : home;
  if (needsFresh.has(event.type)) await requireProof(platform, args.request, viewer, { form, back });
  if (event.type === "HAND_OVER" && !(await advisorsOf(platform.pool)).some(({ id }) => id === event.to)) {
    return data({ values: { ...event }, errors: { to: "form.chooseOne" }, refused: null }, 422);
  }
  const { refused } = await orRefused(dispatch(platform, { subject: caseId, event, actor, idempotencyKey: key }));
  return refused ? data({ refused }, 409) : redirect(back);
}

export default function CaseLayout() {
  const pane = useLoaderData<typeof loader>();
  const posted = useActionData<PostedProblem>();
  return (
    <CaseFrame {...pane} posted={posted}>
      <Outlet />
    </CaseFrame>
  );
}
