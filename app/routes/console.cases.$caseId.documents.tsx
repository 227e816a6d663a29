import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireProof, requireStaff } from "#app/auth/index.server.ts";
import { countryName, postedEvent } from "#app/cases/index.server.ts";
import { dispatch, offersFor, orRefused, readCase } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { noteOriginal, readReview, reveal } from "#app/kyc/review.server.ts";
import { ReviewPage, type ReviewPageProps } from "#app/kyc/review-page.tsx";
import { reviewWords } from "#app/kyc/review-words.ts";
import { isId, newId } from "#app/platform/ids.ts";
import {
  AcceptItem,
  ApproveKyc,
  DismissHit,
  RecommendApproval,
  RecommendRejection,
  RefuseItem,
  RejectKyc,
  RequestMore,
  SendBack,
} from "#workflows/onboarding/events.ts";

export const meta = pageMeta(reviewWords, (w) => ({ title: w.title }));

/** The few events that this page may cause. */
const Asked = z.discriminatedUnion("type", [
  AcceptItem,
  RefuseItem,
  RequestMore,
  DismissHit,
  RecommendApproval,
  RecommendRejection,
  ApproveKyc,
  RejectKyc,
  SendBack,
]);
const decisions = new Set(["APPROVE_KYC", "REJECT_KYC"]);

async function open({ request, params, context: { platform } }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, actor } = await requireStaff(platform, request);
  const view = isId(params.caseId) ? await readCase(platform, params.caseId) : null;
  if (!view) throw new Response(null, { status: 404 });
  const mayHandle = viewer.roles.some((role) => role === "reviewer" || role === "approver");
  return { platform, viewer, actor, view, mayHandle };
}

export async function loader(args: LoaderFunctionArgs) {
  const { platform, actor, view, mayHandle } = await open(args);
  const { searchParams } = new URL(args.request.url);
  const wish = { item: searchParams.get("item"), file: searchParams.get("file") };
  const [{ checklist, screening, selected, fileId, next }, lang] = await Promise.all([
    readReview(platform, view, wish),
    langOf(args.request),
  ]);
  const { business, people, account } = checklist?.revisions ?? {};
  const codes = [
    business?.body.data.country,
    account?.body.country,
    ...(people?.body.people.flatMap(({ nationality, residence }) => [nationality, residence]) ?? []),
    ...(people?.body.companies.map(({ country }) => country) ?? []),
  ].filter((code): code is string => Boolean(code));
  return {
    caseId: view.id,
    formKey: newId(),
    lines: checklist?.lines.filter(({ kind }) => kind !== "site") ?? [],
    selected,
    fileId,
    next,
    screening,
    shown: {
      business: business?.body ?? null,
      people: people?.body ?? null,
      account: account?.body ?? null,
      countries: Object.fromEntries(codes.map((code) => [code, countryName(code, lang)])),
    },
    offers: offersFor(view, view, actor, platform.now()),
    canNoteOriginal: mayHandle,
    canReveal: mayHandle,
  } satisfies ReviewPageProps;
}

const reasons = new Set(["compare", "call", "screening"]);

export async function action(args: ActionFunctionArgs) {
  const { platform, viewer, actor, view, mayHandle } = await open(args);
  const posted = await args.request.formData();
  const [intent, item] = [posted.get("_intent"), String(posted.get("item") ?? "")];
  const here = `/console/cases/${view.id}/documents`;
  if (intent === "original" || intent === "reveal") {
    if (!mayHandle) throw new Response(null, { status: 403 });
    if (intent === "original") {
      await noteOriginal(platform, view, item, viewer.userId);
      return redirect(`${here}?${new URLSearchParams({ item })}`);
    }
    const reason = String(posted.get("reason") ?? "");
    if (!reasons.has(reason)) throw new Response(null, { status: 400 });
    return data({ refused: null, revealed: await reveal(platform, view.id, { item, reason, by: viewer.userId }) });
  }
  const asked = await postedEvent(args.request, Asked, posted);
  if (asked.problem) return data({ ...asked.problem, refused: null, revealed: null }, 422);
  if (decisions.has(asked.event.type)) await requireProof(platform, args.request, viewer, { form: posted, back: here });
  const { refused } = await orRefused(
    dispatch(platform, { subject: view.id, event: asked.event, actor, idempotencyKey: asked.key }),
  );
  if (refused) return data({ refused, revealed: null }, 409);
  // After a verdict the next line that waits is open by itself.
  const judged = asked.event.type === "ACCEPT_ITEM" || asked.event.type === "REFUSE_ITEM";
  return redirect(judged ? here : `${here}${new URL(args.request.url).search}`);
}

export default function ReviewRoute() {
  const page = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <ReviewPage {...page} refused={posted?.refused} revealed={posted?.revealed} />;
}
