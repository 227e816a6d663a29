import { EventForm, ReasonField, Refused } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AccessCard } from "./access-card.tsx";
import { livesInApp } from "./app-pictures.ts";
import { AppPicturesCard } from "./app-pictures-card.tsx";
import { type Asked, AskForm } from "./ask-form.tsx";
import type { MerchantSite } from "./merchant-page.server.ts";
import { PlaceOf } from "./place-of.tsx";
import { ChangesList, CompanyCard, NoticesCard } from "./report-parts.tsx";
import { RequirementCard } from "./requirement-card.tsx";
import { RunningCard } from "./running-card.tsx";
import { words } from "./words.ts";
import { said } from "./words-of-verdicts.ts";

interface Props extends MerchantSite {
  refused?: readonly string[] | null;
  posted?: Asked;
  tooOften?: boolean;
}

/** The merchant's page of the site: ask for a visit, watch it, read what a reviewer will read, hand it in. */
export function MerchantSitePage(props: Props) {
  const { state, running, failure, report, rulings, offers, formKey, hasGap, changes, checks, caseId, app } = props;
  const pictureKey = props.posted?.errors.pictures;
  const w = useWords(words);
  const canAsk = offers.some(({ event, allowed }) => event === "START_SITE_CHECK" && allowed);
  const metOf = (name: string, verdict: string) =>
    (rulings.find(({ requirement }) => requirement === name)?.verdict ?? verdict) === "fulfilled";
  const met = report?.requirements.filter(({ name, verdict }) => metOf(name, verdict)).length ?? 0;
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1 className="text-28">{w.title}</h1>
        <p className="max-w-[42rem] text-ink-2">{w.intro}</p>
      </header>
      <Refused reasons={props.refused} />
      {props.tooOften ? (
        <Notice tone="problem" live>
          <p>{w.tooOften}</p>
        </Notice>
      ) : null}
      {failure ? (
        <Notice tone="problem" title={w.failed.title}>
          <p>{said(w.failures, failure)}</p>
          <p className="text-ink-2">{w.failed.kept}</p>
        </Notice>
      ) : null}
      {state === "review" ? (
        <Notice tone="wait">
          <p>{w.review}</p>
        </Notice>
      ) : null}
      {state === "passed" ? (
        <Notice tone="done">
          <p>{w.passed}</p>
        </Notice>
      ) : null}
      {changes ? (
        <Notice tone="act" title={w.diff.title}>
          <ChangesList diff={changes} />
        </Notice>
      ) : null}
      {running ? <RunningCard check={running} /> : null}
      {canAsk ? <AskForm asked={props.asked} posted={props.posted} formKey={formKey} again={report !== null} /> : null}
      {report && !running ? (
        <section className="grid gap-4" aria-labelledby="report">
          <div className="grid gap-1">
            <h2 id="report" className="text-21">
              {w.report.title}
            </h2>
            <p className="text-15 text-ink-2">
              <PlaceOf url={report.origin} /> · <DateTime at={report.at} format="full" />
            </p>
            {livesInApp(report.origin) ? null : (
              <p className="font-semibold">{met === 4 ? w.report.allMet : w.report.met(met)}</p>
            )}
            {report.pages > 0 && !livesInApp(report.origin) ? (
              <p className="num text-15 text-ink-2">
                {w.report.pages(report.pages)} · {w.report.products(report.products)}
                {report.unreachable.length > 0 ? ` · ${w.report.unreachable(report.unreachable.length)}` : ""}
              </p>
            ) : null}
          </div>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {report.requirements.map((result) => (
              <RequirementCard
                key={result.name}
                result={result}
                checkId={report.checkId}
                shots={`/cases/${caseId}/site/shot`}
                ruling={rulings.find(({ requirement }) => requirement === result.name)}
              />
            ))}
          </div>
          <CompanyCard report={report} />
          <NoticesCard report={report} />
          <p className="text-15">
            <a className="link" href={`/cases/${caseId}/site/text`} download>
              {w.report.download}
            </a>{" "}
            <span className="text-ink-2">{w.report.downloadHint}</span>
          </p>
        </section>
      ) : null}
      {state === "checked" && report ? (
        <Card title={w.submit.title} tone={hasGap ? undefined : "act"}>
          <div className="grid gap-4">
            <p>{hasGap ? w.submit.gaps : w.submit.ready}</p>
            <EventForm
              event="SUBMIT_SITE"
              offers={offers}
              formKey={formKey}
              label={hasGap ? w.submit.anyway : w.submit.button}
              tone={hasGap ? "plain" : "act"}
              folded={hasGap}
            >
              {hasGap ? <ReasonField event="SUBMIT_SITE" name="objection" label={w.submit.objection} /> : null}
            </EventForm>
          </div>
        </Card>
      ) : null}
      {state && (state !== "passed" || app.pictures.length > 0) ? (
        <AppPicturesCard
          {...app}
          caseId={caseId}
          formKey={formKey}
          goods={props.asked.goods}
          canCheck={canAsk}
          problem={pictureKey ? { shows: "all", key: pictureKey } : app.problem}
        />
      ) : null}
      {state && state !== "passed" ? <AccessCard access={props.access} posted={props.posted} /> : null}
      {checks.length > 1 ? (
        <Card title={w.history.title} level={3}>
          <ul className="grid gap-2 text-15">
            {checks.map((check) => (
              <li key={check.id} className="flex flex-wrap justify-between gap-x-4">
                <span className="wrap-anywhere">
                  <PlaceOf url={check.url} />
                </span>
                <span className="text-ink-2">
                  <DateTime at={check.requestedAt} format="full" /> · {w.history.causes[check.cause]} ·{" "}
                  {w.history.states[check.state]}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
