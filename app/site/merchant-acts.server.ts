import type { ActionFunctionArgs } from "@remix-run/node";
import { memberOf, postedEvent } from "#app/cases/index.server.ts";
import { dispatch, orRefused } from "#app/engine/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { SubmitSite } from "#workflows/onboarding/events.ts";
import { giveAccess, withdrawAccess } from "./access.server.ts";
import { picturesOf, removePicture } from "./app-pictures.server.ts";
import { APP_PICTURES, unseen } from "./app-pictures.ts";
import type { Asked } from "./ask-form.tsx";
import { AskCheck, GiveAccess } from "./check.schema.ts";
import { askForCheck, TooOften } from "./checks.server.ts";

type Answer = { caseId: string } & (
  | { done: true }
  | {
      done: false;
      status: 409 | 422 | 429;
      posted: (Asked & { refused: null }) | null;
      refused: string[] | null;
      tooOften: boolean;
    }
);

const problem = (caseId: string, { values, errors }: Asked): Answer => ({
  caseId,
  done: false,
  status: 422,
  posted: { values, errors, refused: null },
  refused: null,
  tooOften: false,
});
const refusal = (caseId: string, refused: string[] | null): Answer =>
  refused ? { caseId, done: false, status: 409, posted: null, refused, tooOften: false } : { caseId, done: true };

const pictureProblem = (caseId: string, key: string): Answer =>
  problem(caseId, { values: {}, errors: { pictures: key } });

async function visit(
  platform: Parameters<typeof askForCheck>[0],
  form: FormData,
  asked: Omit<Parameters<typeof askForCheck>[1], "key">,
): Promise<Answer> {
  const { caseId } = asked;
  const key = form.get("_key");
  if (typeof key !== "string" || !isId(key)) throw new Response(null, { status: 400 });
  try {
    const { refused } = await askForCheck(platform, { ...asked, key });
    return refusal(caseId, refused);
  } catch (error) {
    if (!(error instanceof TooOften)) throw error;
    return { caseId, done: false, status: 429, posted: null, refused: null, tooOften: true };
  }
}

/** What the merchant's page of the site posts: a visit, the hand-in, pictures of an app, and the account for a login wall. */
export async function answerMerchant(
  args: Pick<ActionFunctionArgs, "request" | "params" | "context">,
): Promise<Answer> {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const form = await args.request.formData();
  const intent = form.get("intent");
  if (intent === "giveAccess") {
    const access = parseForm(GiveAccess, form, { forget: ["password"] });
    if (!access.ok) return problem(caseId, access);
    await giveAccess(platform, { caseId, actor, access: access.value });
    return { caseId, done: true };
  }
  if (intent === "removeAccess") {
    await withdrawAccess(platform, caseId);
    return { caseId, done: true };
  }
  if (intent === "removePicture") {
    const isOut = await removePicture(platform, caseId, String(form.get("pictureId") ?? ""));
    return isOut ? { caseId, done: true } : pictureProblem(caseId, "picture.notNow");
  }
  if (intent === "checkPictures") {
    if (unseen(await picturesOf(platform, caseId)).length > 0) return pictureProblem(caseId, "picture.missing");
    const ask = parseForm(AskCheck.pick({ goods: true }), form);
    if (!ask.ok) return pictureProblem(caseId, "goods.missing");
    return visit(platform, form, { caseId, actor, ask: { url: APP_PICTURES, goods: ask.value.goods } });
  }
  if (form.get("type") === "START_SITE_CHECK") {
    const ask = parseForm(AskCheck, form);
    return ask.ok ? visit(platform, form, { caseId, actor, ask: ask.value }) : problem(caseId, ask);
  }
  const posted = await postedEvent(args.request, SubmitSite, form);
  if (posted.problem) return problem(caseId, posted.problem);
  const { refused } = await orRefused(
    dispatch(platform, { subject: caseId, event: posted.event, actor, idempotencyKey: posted.key }),
  );
  return refusal(caseId, refused);
}
