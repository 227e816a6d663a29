import { EventForm, ReasonField, Refused } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SentPictures } from "./app-picture-list.tsx";
import { APP_PICTURES, livesInApp, type PictureSubject } from "./app-pictures.ts";
import type { ConsoleSite } from "./console-page.server.ts";
import { goodsOptions } from "./goods-options.ts";
import { OneButton } from "./one-button.tsx";
import { PlaceOf } from "./place-of.tsx";
import { ChangesList, CompanyCard, NoticesCard, RestrictedCard } from "./report-parts.tsx";
import { RequirementCard } from "./requirement-card.tsx";
import { RunningCard } from "./running-card.tsx";
import { words } from "./words.ts";
import { said } from "./words-of-verdicts.ts";

interface Props extends ConsoleSite {
  refused?: readonly string[] | null;
  tooOften?: boolean;
  account?: { url: string; name: string; password: string } | null;
}

/** The reviewer's page of a site: evidence beside each verdict, a ruling with its reason, and the decision. */
export function ConsoleSitePage(props: Props) {
  const {
    caseId,
    state,
    objected,
    failure,
    running,
    report,
    rulings,
    offers,
    formKey,
    changes,
    checks,
    access,
    account,
    asked,
    pictures,
  } = props;
  const w = useWords(words);
  const mayRule = offers.some(({ event, allowed }) => event === "RULE_ON_SITE" && allowed);
  const mayCheck = offers.some(({ event, allowed }) => event === "START_SITE_CHECK" && allowed);
  const isApp = report !== null && livesInApp(report.origin);
  const picturesFor = (subject: PictureSubject) => {
    const own = pictures.filter(({ shows }) => shows === subject);
    return own.length > 0 || isApp ? (
      <SentPictures pictures={own} at={`/console/cases/${caseId}/site/picture`} />
    ) : null;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="@container grid min-w-0 gap-4">
        <h1 className="text-21">{w.console.title}</h1>
        <Refused reasons={props.refused} />
        {props.tooOften ? (
          <Notice tone="problem" live>
            <p>{w.tooOften}</p>
          </Notice>
        ) : null}
        {objected && state === "review" ? (
          <Notice tone="act">
            <p>{w.console.objection}</p>
          </Notice>
        ) : null}
        {failure ? (
          <Notice tone="problem" title={w.failed.title}>
            <p>{said(w.failures, failure)}</p>
          </Notice>
        ) : null}
        {changes ? (
          <Notice tone="act" title={w.diff.title}>
            <ChangesList diff={changes} />
          </Notice>
        ) : null}
        {running ? <RunningCard check={running} /> : null}
        {report ? (
          <>
            <h2 className="sr-only">{w.report.title}</h2>
            <p className="num text-13 text-ink-2">
              {report.origin === APP_PICTURES ? (
                <PlaceOf url={report.origin} />
              ) : (
                <a className="link" href={report.origin} rel="noopener noreferrer nofollow" target="_blank">
                  <PlaceOf url={report.origin} />
                </a>
              )}{" "}
              · <DateTime at={report.at} format="full" />
              {report.pages > 0 ? ` · ${w.report.pages(report.pages)} · ${w.report.products(report.products)}` : ""} ·{" "}
              {report.rulesVersion}
            </p>
            <div className="grid items-start gap-4 @2xl:grid-cols-2">
              {report.requirements.map((result) => (
                <RequirementCard
                  key={result.name}
                  result={result}
                  checkId={report.checkId}
                  shots={`/console/cases/${caseId}/site/shot`}
                  ruling={rulings.find(({ requirement }) => requirement === result.name)}
                  pictures={picturesFor(result.name)}
                  exact
                >
                  {mayRule ? (
                    <div className="flex flex-wrap gap-2">
                      {(["fulfilled", "not"] as const).map((verdict) => (
                        <EventForm
                          key={verdict}
                          event="RULE_ON_SITE"
                          offers={offers}
                          formKey={formKey}
                          values={{ requirement: result.name, verdict }}
                          label={w.console[verdict]}
                          size="s"
                          folded
                        >
                          <ReasonField event="RULE_ON_SITE" values={{ requirement: result.name, verdict }} />
                        </EventForm>
                      ))}
                    </div>
                  ) : null}
                </RequirementCard>
              ))}
            </div>
            <CompanyCard report={report}>{picturesFor("company")}</CompanyCard>
            {report.comparison.length === 0 ? <p className="text-13 text-ink-2">{w.console.unknown}</p> : null}
            <RestrictedCard report={report} />
            <NoticesCard report={report} />
          </>
        ) : running ? null : (
          <EmptyState title={w.history.none}>{w.console.waiting}</EmptyState>
        )}
      </div>
      <aside className="grid gap-4 xl:sticky xl:top-4" aria-label={w.console.rule}>
        {state === "passed" || offers.length === 0 || !(report || mayCheck) ? null : (
          <Card>
            <div className="grid gap-4">
              {/* Before anything was checked there is nothing to decide on. */}
              {report ? (
                <>
                  <EventForm event="CONFIRM_SITE" offers={offers} formKey={formKey} tone="act" wide />
                  <EventForm event="RETURN_SITE" offers={offers} formKey={formKey} folded wide>
                    <ReasonField event="RETURN_SITE" />
                  </EventForm>
                </>
              ) : null}
              {mayCheck ? (
                <EventForm event="START_SITE_CHECK" offers={offers} formKey={formKey} label={w.ask.again} folded wide>
                  <Field name="url" label={w.ask.url} type="url" value={asked.url} />
                  <Choice name="goods" legend={w.ask.goods} value={asked.goods} options={goodsOptions(w.ask)} />
                </EventForm>
              ) : null}
            </div>
          </Card>
        )}
        {access ? (
          <Card title={w.access.title} level={3}>
            {account ? (
              <div className="grid gap-2">
                <DataList
                  stacked
                  items={[
                    { label: w.access.url, value: account.url },
                    { label: w.access.name, value: <span className="font-mono">{account.name}</span> },
                    { label: w.access.password, value: <span className="font-mono">{account.password}</span> },
                  ]}
                />
                <p className="text-13 text-ink-2">{w.access.shown}</p>
              </div>
            ) : (
              <OneButton intent="showAccess" label={w.access.show} />
            )}
          </Card>
        ) : null}
        {checks.length > 0 ? (
          <Card title={w.history.title} level={3}>
            <ul className="grid gap-2 text-13">
              {checks.map((check) => (
                <li key={check.id}>
                  <p className="wrap-anywhere">
                    <PlaceOf url={check.url} />
                  </p>
                  <p className="text-ink-2">
                    <DateTime at={check.requestedAt} /> · {w.history.causes[check.cause]} ·{" "}
                    {w.history.states[check.state]}
                  </p>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </aside>
    </div>
  );
}
