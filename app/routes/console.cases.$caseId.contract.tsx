import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireProof, requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard, postedEvent } from "#app/cases/index.server.ts";
import { EventForm, isAbout, type PostedProblem, ReasonField, Refused } from "#app/cases/index.ts";
import { StaffContractEvent } from "#app/contract/contract.schema.ts";
import { currentContract, sign } from "#app/contract/index.server.ts";
import { SignedNames } from "#app/contract/signed-names.tsx";
import { words } from "#app/contract/words.ts";
import { dispatch, offersFor, orRefused } from "#app/engine/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { platform } = context;
  const { viewer, actor } = await requireStaff(platform, request);
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  const { view } = await caseAndCard(context, params.caseId);
  return {
    caseId: view.id,
    me: viewer.name,
    formKey: newId(),
    contract: await currentContract(platform, view),
    offers: offersFor(view, view, actor, platform.now()),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, ip } = context;
  const { viewer, actor } = await requireStaff(platform, request, "advisor", "approver");
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  const { view } = await caseAndCard(context, params.caseId);
  const { event, key, form, problem } = await postedEvent(request, StaffContractEvent);
  if (problem) return data(problem, 422);
  await requireProof(platform, request, viewer, { form });
  if (event.type === "VOID_CONTRACT") {
    const { refused } = await orRefused(dispatch(platform, { subject: view.id, event, actor, idempotencyKey: key }));
    return refused ? data({ refused, values: event }, 409) : redirect(`/console/cases/${view.id}/contract`);
  }
  const refused = await sign(platform, "gangway", {
    ...event,
    view,
    actor,
    key,
    consent: "countersign",
    ip,
    userAgent: request.headers.get("User-Agent") ?? "",
  });
  return refused ? data({ refused, values: event }, 409) : redirect(`/console/cases/${view.id}/contract`);
}

export default function StaffContractPage() {
  const { caseId, me, formKey, contract, offers } = useLoaderData<typeof loader>();
  const posted = useActionData<PostedProblem>();
  const w = useWords(words);
  const lang = useLang();
  const said = (name: string) =>
    (isAbout(posted, "COUNTERSIGN_CONTRACT") ? posted?.values?.[name] : undefined) as string | undefined;
  const wrong = (name: string) => {
    const key = posted?.errors?.[name];
    return key ? sentenceOf(key, lang, w.problems) : undefined;
  };
  // Signed by both it is only to be read; whoever may sign nothing reads it, too.
  const isOpen =
    !contract?.signatures.some(({ side }) => side === "gangway") &&
    offers.some(({ event }) => event === "COUNTERSIGN_CONTRACT" || event === "VOID_CONTRACT");
  const file = `/console/cases/${caseId}/contract.pdf`;
  return (
    <div className="grid gap-6">
      <h1 className="text-21 font-semibold">{w.title}</h1>
      {posted?.refused ? <Refused reasons={posted.refused} /> : null}
      {contract ? (
        <>
          <iframe title={w.frame} src={file} className="h-[32rem] w-full rounded-md border border-line bg-sheet" />
          <div>
            <LinkButton to={`${file}?download`} reloadDocument>
              {w.download}
            </LinkButton>
          </div>
          <SignedNames contract={contract} />
          {isOpen ? (
            <Card
              title={w.countersign}
              tone={
                offers.some(({ event, allowed }) => event === "COUNTERSIGN_CONTRACT" && allowed) ? "act" : undefined
              }
            >
              <div className="grid gap-6">
                <p>{w.countersignWhy}</p>
                <EventForm
                  event="COUNTERSIGN_CONTRACT"
                  offers={offers}
                  formKey={formKey}
                  tone="act"
                  values={{ contractId: contract.id, sha256: contract.sha256 }}
                >
                  <Field label={w.sign.name} name="name" value={said("name") ?? me} error={wrong("name")} />
                  <Field label={w.sign.position} name="title" value={said("title")} error={wrong("title")} />
                </EventForm>
                <EventForm event="VOID_CONTRACT" offers={offers} formKey={formKey} tone="danger" folded>
                  <ReasonField event="VOID_CONTRACT" />
                </EventForm>
              </div>
            </Card>
          ) : null}
        </>
      ) : (
        <EmptyState title={w.none.title}>{w.none.why}</EmptyState>
      )}
    </div>
  );
}
