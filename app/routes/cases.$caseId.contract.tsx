import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseAndCard, memberOf, postedEvent } from "#app/cases/index.server.ts";
import { EventForm, isAbout, type PostedProblem, Refused } from "#app/cases/index.ts";
import { MerchantContractEvent } from "#app/contract/contract.schema.ts";
import { currentContract, issueContract, namedLines, sign } from "#app/contract/index.server.ts";
import { SignedNames } from "#app/contract/signed-names.tsx";
import { words } from "#app/contract/words.ts";
import { offersFor } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { newId } from "#app/platform/ids.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { formatInstant } from "#app/ui/format/time.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const { view } = await caseAndCard(args.context, caseId);
  const due = view.promises.find(({ delay }) => delay === "countersignDue")?.dueAt ?? null;
  return {
    caseId,
    formKey: newId(),
    contract: await currentContract(platform, view),
    state:
      view.states.find((leaf) => leaf.startsWith("application.contract."))?.split(".")[2] ??
      (view.context.contractSigned ? "signed" : "locked"),
    due,
    offers: offersFor(view, view, actor, platform.now()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { platform, ip } = context;
  const { actor, caseId } = await memberOf(args);
  const { view } = await caseAndCard(context, caseId);
  const { event, key, problem } = await postedEvent(request, MerchantContractEvent);
  if (problem) return data(problem, 422);
  if (event.type === "ISSUE_CONTRACT") {
    const lines = await namedLines(platform, view.context.lines, event.lang);
    const { problem: missing, refused } = await issueContract(platform, { view, actor, key, lang: event.lang, lines });
    if (refused || missing)
      return data({ refused: refused ?? ["businessDataGiven"], values: { type: event.type } }, 409);
    return redirect(`/cases/${caseId}/contract`);
  }
  const refused = await sign(platform, "merchant", {
    ...event,
    view,
    actor,
    key,
    consent: `sign.consent/${await langOf(request)}`,
    ip,
    userAgent: request.headers.get("User-Agent") ?? "",
  });
  if (refused) return data({ refused, values: event }, 409);
  return redirect(`/cases/${caseId}/contract`);
}

export default function ContractPage() {
  const { caseId, formKey, contract, state, due, offers } = useLoaderData<typeof loader>();
  const posted = useActionData<PostedProblem>();
  const w = useWords(words);
  const lang = useLang();
  const said = (name: string) =>
    (isAbout(posted, "SIGN_CONTRACT") ? posted?.values?.[name] : undefined) as string | undefined;
  const wrong = (name: string) => {
    const key = posted?.errors?.[name];
    return key ? sentenceOf(key, lang, w.problems) : undefined;
  };
  const file = `/cases/${caseId}/contract.pdf`;
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-28 font-semibold">{w.title}</h1>
        <p className="text-ink-2">{w.lead}</p>
      </header>
      {posted?.refused ? <Refused reasons={posted.refused} /> : null}
      {state === "locked" ? <EmptyState title={w.locked.title}>{w.locked.why}</EmptyState> : null}
      {state === "drafting" ? (
        <Card title={w.draft.title} tone="act">
          <div className="grid gap-6">
            <p>{w.draft.why}</p>
            <EventForm event="ISSUE_CONTRACT" offers={offers} formKey={formKey} label={w.draft.make} tone="act">
              <Choice
                legend={w.draft.lang}
                type="radio"
                columns={2}
                name="lang"
                value={lang}
                options={[
                  { value: "ko", label: w.draft.langs.ko },
                  { value: "en", label: w.draft.langs.en },
                ]}
              />
            </EventForm>
            {offers.some(
              ({ event, reasons }) => event === "ISSUE_CONTRACT" && reasons.includes("businessDataGiven"),
            ) ? (
              <Notice tone="info" action={<LinkButton to={`/cases/${caseId}/business`}>{w.draft.toData}</LinkButton>}>
                {w.draft.needsData}
              </Notice>
            ) : null}
          </div>
        </Card>
      ) : null}
      {state === "awaitingCountersign" ? (
        <Notice tone="wait" title={w.waiting.title}>
          {w.waiting.why(due ? formatInstant(due, lang, "full") : "")}
        </Notice>
      ) : null}
      {state === "signed" ? (
        <Notice tone="done" title={w.done.title}>
          {w.done.why}
        </Notice>
      ) : null}
      {contract ? (
        <>
          <section className="grid gap-4" aria-label={w.read}>
            <iframe
              title={w.frame}
              src={file}
              className="hidden h-[36rem] w-full rounded-md border border-line bg-sheet sm:block"
            />
            <div className="flex flex-wrap gap-4">
              <LinkButton to={file} tone={state === "awaitingMerchant" ? "plain" : "primary"} reloadDocument>
                {w.read}
              </LinkButton>
              <LinkButton to={`${file}?download`} reloadDocument>
                {w.download}
              </LinkButton>
            </div>
            <SignedNames contract={contract} />
          </section>
          {state === "awaitingMerchant" ? (
            <Card title={w.sign.title} tone="act">
              <EventForm
                event="SIGN_CONTRACT"
                offers={offers}
                formKey={formKey}
                label={w.sign.button}
                tone="act"
                values={{ contractId: contract.id, sha256: contract.sha256 }}
              >
                <Field
                  label={w.sign.name}
                  hint={w.sign.nameHint}
                  name="name"
                  autoComplete="name"
                  value={said("name")}
                  error={wrong("name")}
                />
                <Field
                  label={w.sign.position}
                  name="title"
                  autoComplete="organization-title"
                  value={said("title")}
                  error={wrong("title")}
                />
                <Checkbox label={w.sign.consent} name="consent" error={wrong("consent")} />
                <p className="text-15 text-ink-2">{w.sign.after}</p>
              </EventForm>
            </Card>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
