import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard, postedEvent } from "#app/cases/index.server.ts";
import { dispatch, orRefused } from "#app/engine/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import { ConfirmSite, ReturnSite, RuleOnSite } from "#workflows/onboarding/events.ts";
import { revealAccess } from "./access.server.ts";
import { AskCheck } from "./check.schema.ts";
import { askForCheck, TooOften } from "./checks.server.ts";
import { ruleOnSite } from "./rulings.server.ts";

const Decision = z.discriminatedUnion("type", [RuleOnSite, ConfirmSite, ReturnSite]);
const AskedAgain = AskCheck.extend({ type: z.literal("START_SITE_CHECK") });

type Said = { caseId: string } & (
  | { kind: "done" }
  | { kind: "revealed"; account: { url: string; name: string; password: string } | null }
  | { kind: "refused"; refused: string[] }
  | { kind: "tooOften" }
  | { kind: "problem"; values: Record<string, unknown>; errors: Record<string, string> }
);

/** What the reviewer's page of a site posts: rulings, the decision, another visit, a look at the account. */
export async function answerReviewer({
  request,
  params,
  context,
}: Pick<ActionFunctionArgs, "request" | "params" | "context">): Promise<Said> {
  const { platform } = context;
  const { caseId } = params;
  const form = await request.clone().formData();
  const isLook = form.get("intent") === "showAccess";
  const { actor } = isLook ? await requireStaff(platform, request, "reviewer") : await requireStaff(platform, request);
  if (!isId(caseId)) throw new Response(null, { status: 404 });
  if (isLook) return { caseId, kind: "revealed", account: await revealAccess(platform, caseId, actor) };

  const after = ({ refused }: { refused: string[] | null }): Said =>
    refused ? { caseId, kind: "refused", refused } : { caseId, kind: "done" };
  if (form.get("type") === "START_SITE_CHECK") {
    const asked = await postedEvent(request, AskedAgain, form);
    if (asked.problem) return { caseId, kind: "problem", ...asked.problem };
    try {
      return after(await askForCheck(platform, { caseId, actor, key: asked.key, ask: asked.event }));
    } catch (error) {
      if (error instanceof TooOften) return { caseId, kind: "tooOften" };
      throw error;
    }
  }
  const posted = await postedEvent(request, Decision, form);
  if (posted.problem) return { caseId, kind: "problem", ...posted.problem };
  if (posted.event.type === "RULE_ON_SITE") {
    const { view } = await caseAndCard(context, caseId);
    return after(await ruleOnSite(platform, { view, actor, key: posted.key, event: posted.event }));
  }
  return after(
    await orRefused(dispatch(platform, { subject: caseId, event: posted.event, actor, idempotencyKey: posted.key })),
  );
}
