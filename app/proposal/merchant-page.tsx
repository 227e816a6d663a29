import { Form, Link, useSearchParams } from "@remix-run/react";
import { EventForm, type PostedProblem, ReasonField, Refused } from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ChangesList } from "./changes-list.tsx";
import { declineReasons } from "./decline.ts";
import { ForecastChange } from "./forecast-change.tsx";
import { ForecastPanel } from "./forecast-panel.tsx";
import type { loadProposal } from "./merchant.server.ts";
import { NotesList } from "./notes-list.tsx";
import { MerchantPreScreen } from "./pre-screen-card.tsx";
import { ProposalBody } from "./proposal-body.tsx";
import { statisticsWords } from "./statistics-words.ts";
import type { LineView } from "./view.server.ts";
import { words } from "./words.ts";

type Loaded = Awaited<ReturnType<typeof loadProposal>>;
type Shown = NonNullable<Loaded["shown"]>;
export type MerchantPosted = PostedProblem & { withdrawn?: string };

export function MerchantProposalPage({
  caseId,
  formKey,
  offers,
  shown,
  early,
  posted,
}: Loaded & { posted?: MerchantPosted }) {
  const w = useWords(words);
  const m = w.merchant;
  if (!shown) {
    return (
      <div className="grid gap-6">
        <h1 className="text-28">{w.title}</h1>
        <EmptyState title={m.none}>{m.noneWhy}</EmptyState>
        {early ? <ForecastPanel forecast={early} /> : null}
      </div>
    );
  }
  const { version, view, message, accepted, changes } = shown;
  const isToDecide = shown.isNewest && !accepted;
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-28 font-semibold">{w.version(version)}</h1>
        {shown.advisor ? <p className="text-ink-2">{m.lead(shown.advisor)}</p> : null}
        <p className="text-15">
          {m.validUntil}: <DateTime at={shown.validUntil} format="day" />
        </p>
        {shown.isNewest ? null : <Notice tone="info">{m.old}</Notice>}
        {isToDecide ? (
          <p data-screen-only="">
            <a className="link" href="#decide">
              {m.toDecide}
            </a>
          </p>
        ) : null}
      </header>
      <Refused reasons={posted?.refused} />
      {posted?.withdrawn ? (
        <Notice tone="problem" live>
          {m.withdrawn(posted.withdrawn)}
        </Notice>
      ) : null}
      {accepted ? <Notice tone="done">{m.accepted}</Notice> : null}
      {shown.preScreen ? (
        <MerchantPreScreen preScreen={shown.preScreen}>
          {shown.preScreen.isWaiting && shown.isNewest ? (
            <>
              <p className="text-15 text-ink-2">{w.preScreen.notWaiting}</p>
              <EventForm event="WANT_CHANGES" offers={offers} formKey={formKey} label={m.wantChanges} folded>
                <ReasonField event="WANT_CHANGES" name="wish" label={m.wish} hint={m.wishHint} rows={4} />
              </EventForm>
            </>
          ) : null}
        </MerchantPreScreen>
      ) : null}
      {shown.isNewest && shown.gone.length > 0 ? (
        <Notice tone="problem" title={m.goneTitle(shown.gone.map(({ name }) => name).join(", "))}>
          {accepted ? m.goneAfter : m.goneBefore}
        </Notice>
      ) : null}
      {message ? <p className="whitespace-pre-line">{message}</p> : null}
      {changes.length > 0 ? (
        <Card title={m.changedSince}>
          <div className="grid gap-4">
            <ChangesList changes={changes} />
            {shown.forecastChange ? <ForecastChange change={shown.forecastChange} /> : null}
          </div>
        </Card>
      ) : null}

      <ProposalBody
        view={view}
        under={(line) => <LineQuestions line={line} shown={shown} formKey={formKey} posted={posted} />}
      />

      {shown.isNewest && !shown.isLive ? <ForecastPanel forecast={shown.forecast} /> : null}
      {isToDecide ? (
        <div id="decide" data-screen-only="" className="scroll-mt-6">
          <Deciding shown={shown} offers={offers} formKey={formKey} posted={posted} />
        </div>
      ) : null}

      <div data-screen-only="" className="flex flex-wrap items-center gap-4">
        {(["ko", "en"] as const).map((one) => (
          <LinkButton key={one} to={`/cases/${caseId}/proposal.pdf?version=${version}&lang=${one}`} reloadDocument>
            {m.pdf[one]}
          </LinkButton>
        ))}
        {shown.versions.length > 1 ? (
          <p className="flex gap-3 text-15">
            {shown.versions.map((one) =>
              one === version ? null : (
                <Link key={one} className="link" to={`?version=${one}`}>
                  {w.version(one)}
                </Link>
              ),
            )}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Deciding({
  shown,
  offers,
  formKey,
  posted,
}: { shown: Shown } & Pick<Loaded, "offers" | "formKey"> & { posted?: MerchantPosted }) {
  const m = useWords(words).merchant;
  const reasons = useWords(statisticsWords);
  const open = shown.view.lines.filter(({ place }) => !shown.gone.some((line) => line.place === place));
  const chosen =
    posted?.values?.type === "ACCEPT_PROPOSAL" && Array.isArray(posted.values.lines)
      ? posted.values.lines.map(String)
      : null;
  return (
    <Card tone="act" title={m.acceptLegend}>
      <div className="grid gap-6">
        <EventForm
          event="ACCEPT_PROPOSAL"
          offers={offers}
          formKey={formKey}
          label={m.accept}
          tone="act"
          values={{ proposalId: shown.proposalId, version: String(shown.version) }}
        >
          <Choice
            type="checkbox"
            name="lines"
            legend={m.acceptLegend}
            hideLegend
            hint={m.acceptHint}
            value={chosen ?? open.map((line) => String(line.place))}
            options={open.map((line) => ({
              value: String(line.place),
              label: `${line.channel} · ${line.country} · ${line.currency}`,
              hint: line.methods.map((method) => method.name).join(", "),
            }))}
          />
          {posted?.errors?.lines ? (
            <Notice tone="problem" live>
              {m.chooseOne}
            </Notice>
          ) : null}
        </EventForm>
        <EventForm event="WANT_CHANGES" offers={offers} formKey={formKey} label={m.wantChanges} folded>
          <Counters lines={shown.view.lines} posted={posted} />
          <ReasonField event="WANT_CHANGES" name="wish" label={m.wish} hint={m.wishHint} rows={4} />
        </EventForm>
        <EventForm event="DECLINE_PROPOSAL" offers={offers} formKey={formKey} label={m.decline} tone="danger" folded>
          <div className="w-full">
            <Field
              name="_why"
              type="select"
              width="half"
              label={m.declineWhy}
              options={declineReasons.map((why) => ({ value: why, label: reasons.why[why] }))}
            />
          </div>
          <ReasonField event="DECLINE_PROPOSAL" label={m.declineReason} />
        </EventForm>
      </div>
    </Card>
  );
}

/** What one would rather have, line by line: an offer in return rather than a complaint. */
function Counters({ lines, posted }: { lines: readonly LineView[]; posted?: MerchantPosted }) {
  const w = useWords(words);
  const lang = useLang();
  const problem = (name: string) => {
    const key = posted?.errors?.[name];
    return key ? sentenceOf(key, lang, w.problems) : undefined;
  };
  return (
    <div className="grid w-full gap-4">
      <p className="text-15">{w.merchant.counterLead}</p>
      {lines.map(({ place, channel, country, currency }) => (
        <fieldset key={place} className="grid min-w-0 gap-2 sm:grid-cols-[8rem_1fr]">
          <legend className="mb-1 text-15 font-semibold">
            {channel} · {country} · <span className="num">{currency}</span>
          </legend>
          <input type="hidden" name={`counter.${place}.line`} value={place} />
          <Field
            name={`counter.${place}.rate`}
            label={w.merchant.counterRate}
            suffix="%"
            type="number"
            optional
            error={problem(`counter.${place}.rate`)}
          />
          <Field name={`counter.${place}.text`} label={w.merchant.counterText} optional maxLength={500} />
        </fieldset>
      ))}
    </div>
  );
}

function LineQuestions({
  line,
  shown,
  formKey,
  posted,
}: {
  line: LineView;
  shown: Shown;
  formKey: string;
  posted?: MerchantPosted;
}) {
  const w = useWords(words);
  const lang = useLang();
  const [asked] = useSearchParams();
  const own = shown.notes.filter((note) => note.line === line.place);
  const problem = posted?.errors?.[`text-${line.place}`];
  return (
    <div id={`line-${line.place}`} className="grid gap-2">
      {own.length > 0 ? <NotesList notes={own} /> : null}
      {asked.get("asked") === String(line.place) ? <p className="text-13 text-ink-2">{w.merchant.asked}</p> : null}
      {shown.isNewest ? (
        <details open={problem ? true : undefined}>
          <summary className="min-h-6 cursor-pointer text-15 text-accent">{w.merchant.askLabel}</summary>
          {/* Asked, the form is a new one. */}
          <Form key={own.length} method="post" className="mt-2 grid justify-items-start gap-2">
            <Once value={formKey} />
            <input type="hidden" name="line" value={line.place} />
            <div className="w-full">
              <Field
                id={`text-${line.place}`}
                name="text"
                label={w.merchant.askLabel}
                type="textarea"
                rows={2}
                maxLength={4000}
                error={problem && sentenceOf(problem, lang, w.problems)}
              />
            </div>
            <SubmitButton tone="plain" size="s" name="_intent" value="ask">
              {w.merchant.ask}
            </SubmitButton>
          </Form>
        </details>
      ) : null}
    </div>
  );
}
