import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { postedEvent } from "#app/cases/index.server.ts";
import { dispatch, offersFor, orRefused } from "#app/engine/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { readChecklist } from "#app/kyc/checklist.server.ts";
import { anchorOf } from "#app/kyc/document-line.tsx";
import { DocumentsPage, type DocumentsPageProps } from "#app/kyc/documents-page.tsx";
import { type Edited, removeFile, saveDates } from "#app/kyc/edit-paper.server.ts";
import { formKeyOf } from "#app/kyc/form-key.server.ts";
import { merchantPage } from "#app/kyc/page.server.ts";
import { words } from "#app/kyc/words.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { Day } from "#workflows/calendar/day.ts";
import { SubmitKyc } from "#workflows/onboarding/events.ts";

export const meta = pageMeta(words, (w) => ({ title: w.documents.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform, actor, caseId, view, formKey } = await merchantPage(args);
  const list = await readChecklist(platform, view);
  const { searchParams } = new URL(args.request.url);
  const [item, key] = [searchParams.get("item"), searchParams.get("problem")];
  const { business, people, account } = list?.revisions ?? {};
  const doubts: [string, unknown[]][] = [
    ["data:business", business?.body.doubts ?? []],
    ["data:people", people?.body.doubts ?? []],
    ["data:settlementAccount", account?.body.doubts ?? []],
  ];
  return {
    caseId,
    formKey,
    notice: noticeFor(view.states, list !== null, view.context.hold !== null),
    canChange: view.states.includes("application.kyc.collecting") && view.context.hold === null,
    lines: list?.lines ?? [],
    doubtful: doubts.flatMap(([id, held]) => (held.length > 0 ? [id] : [])),
    offers: offersFor(view, view, actor, platform.now()).filter(({ event }) => event === "SUBMIT_KYC"),
    // Without scripts an upload that was not taken comes back by this address.
    problem: item && key ? { item, key } : null,
  } satisfies DocumentsPageProps;
}

function noticeFor(states: readonly string[], hasProfile: boolean, isHeld: boolean): DocumentsPageProps["notice"] {
  const kyc = states.find((state) => state.startsWith("application.kyc."))?.slice("application.kyc.".length);
  if (isHeld) return "closed";
  if (kyc === "collecting") return hasProfile ? null : "start";
  if (kyc === "review" || kyc === "approval") return "inReview";
  if (kyc === "rejected") return "reject";
  const phase = states[0]?.split(".")[0] ?? "";
  if (kyc === "approved" || ["approved", "live", "suspended"].includes(phase)) return "approved";
  return ["inquiry", "advising", "deciding", "preScreening"].includes(phase) ? "notYet" : "closed";
}

const Dates = z.object({ item: z.string().min(1), issuedOn: Day.nullable(), validUntilOn: Day.nullable() });

export async function action(args: ActionFunctionArgs) {
  const { platform, actor, caseId, view } = await merchantPage(args);
  const posted = await args.request.formData();
  const handing = { view, actor, key: formKeyOf(platform, posted) };
  const intent = posted.get("_intent");
  if (intent === "dates") {
    const form = parseForm(Dates, posted);
    if (!form.ok)
      return data({ refused: null, problem: { item: String(posted.get("item") ?? ""), key: "paper.noDate" } }, 422);
    return answer(caseId, form.value.item, await saveDates(platform, handing, form.value));
  }
  if (intent === "remove")
    return answer(caseId, "", await removeFile(platform, handing, String(posted.get("fileId") ?? "")));
  const asked = await postedEvent(args.request, SubmitKyc, posted);
  if (asked.problem) return data({ refused: null, problem: null }, 422);
  const { refused } = await orRefused(
    dispatch(platform, { subject: caseId, event: asked.event, actor, idempotencyKey: asked.key }),
  );
  return refused ? data({ refused, problem: null }, 409) : redirect(`/cases/${caseId}/documents`);
}

function answer(caseId: string, item: string, { refused, problem }: Edited) {
  if (refused) return data({ refused, problem: null }, 409);
  if (problem) return data({ refused: null, problem: { item, key: problem } }, 422);
  return redirect(`/cases/${caseId}/documents${item ? `#${anchorOf(item)}` : ""}`);
}

export default function DocumentsRoute() {
  const page = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <DocumentsPage {...page} refused={posted?.refused} problem={posted?.problem ?? page.problem} />;
}
