import { Link } from "@remix-run/react";
import { stateName, stateWords } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { type DataItem, DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Due } from "#app/ui/due.tsx";
import type { InquiryFacts } from "./inquiry-facts.server.ts";
import type { Overview } from "./overview.server.ts";
import { RiskMark } from "./risk-mark.tsx";
import { words } from "./words.ts";

/** The first page of a case: who, what, when. */
export function OverviewPage({ overview, caseId, now }: { overview: Overview; caseId: string; now: string }) {
  const w = useWords(words).overview;
  const names = useWords(stateWords);
  const delays: Readonly<Record<string, string>> = names.delays;
  const roles: Readonly<Record<string, string>> = w.roles;
  const { lines, people, promises, closings, mails, reason, inquiry } = overview;
  return (
    <div className="grid gap-4">
      <h1 className="sr-only">{w.title}</h1>
      {reason ? (
        <Card title={w.ended}>
          <p className="whitespace-pre-line">{reason}</p>
        </Card>
      ) : null}
      <Card title={w.facts}>
        <DataList items={useFacts(overview)} />
      </Card>
      {inquiry ? <Inquiry inquiry={inquiry} /> : null}
      <Card title={overview.isOffered ? w.offered : w.lines}>
        {lines.length === 0 ? (
          <p className="text-13 text-ink-2">{w.noLines}</p>
        ) : (
          <ul className="grid divide-y divide-line text-13">
            {lines.map(({ id, name, methods, phase, paymentId }) => (
              <li
                key={id}
                className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5 first:pt-0 last:pb-0"
              >
                <span>
                  {phase ? (
                    <Link to={`channels/${id}`} className="link font-semibold">
                      {name}
                    </Link>
                  ) : (
                    <span className="font-semibold">{name}</span>
                  )}
                  <span className="block text-ink-2">{methods.join(", ")}</span>
                </span>
                <span className="text-right">
                  {phase ? stateName(names, "channel", phase) : null}
                  {paymentId ? <span className="num block text-ink-2">{paymentId}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <div className="grid gap-4 xl:grid-cols-2 xl:items-start">
        <Card title={w.people}>
          <ul className="grid gap-1 text-13">
            {people.map(({ id, name, role }) => (
              <li key={id} className="flex justify-between gap-4">
                <span className="truncate">{name}</span>
                <span className="shrink-0 text-ink-2">{roles[role]}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={w.dates}>
          <DataList
            items={[
              ...promises.map(({ delay, dueAt, about }) => ({
                label: delays[delay],
                value: <Due at={dueAt} now={now} />,
                hint: about ?? undefined,
              })),
              ...closings.map(({ delay, dueAt }) => ({
                label: delays[delay],
                value: <DateTime at={dueAt} format="day" />,
              })),
              { label: w.opened, value: <DateTime at={overview.openedAt} format="day" /> },
              { label: w.changed, value: <DateTime at={overview.changedAt} /> },
            ]}
          />
        </Card>
      </div>
      <Card title={w.mails}>
        {mails.length === 0 ? <p className="text-13 text-ink-2">{w.noMails}</p> : null}
        <ul className="grid gap-1 text-13">
          {mails.map(({ id, subject, to }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4">
              <Link to={`/console/mails/${id}`} className="link">
                {subject}
              </Link>
              <span className="text-ink-2">{to}</span>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-13">
          <Link to={`/console/mails?case=${caseId}`} className="link">
            {w.allMails}
          </Link>
        </p>
      </Card>
    </div>
  );
}

function Inquiry({ inquiry: { wants, facts } }: { inquiry: InquiryFacts }) {
  const w = useWords(words).overview;
  return (
    <Card title={w.inquiry}>
      <DataList
        items={[
          ...wants.map(({ country, ways }) => ({
            label: country,
            value: ways.length > 0 ? ways.join(", ") : w.suggest,
          })),
          ...facts,
        ]}
      />
    </Card>
  );
}

function useFacts({ facts }: Overview): DataItem[] {
  const w = useWords(words).overview;
  return [
    { label: w.merchant, value: facts.merchant },
    {
      label: w.contact,
      value: facts.contactName,
      hint: facts.contactEmail ? (
        <a href={`mailto:${facts.contactEmail}`} className="link">
          {facts.contactEmail}
        </a>
      ) : undefined,
    },
    {
      label: w.website,
      value: facts.website ? (
        <a href={facts.website} rel="noreferrer noopener" target="_blank" className="link break-all">
          {facts.website}
        </a>
      ) : null,
    },
    { label: w.countries, value: facts.countries.join(", ") },
    { label: w.volume, value: facts.volumeBand },
    { label: w.track, value: facts.track && w.tracks[facts.track] },
    { label: w.risk, value: <RiskMark band={facts.risk} score={facts.riskScore} /> },
    { label: w.policy, value: facts.policy },
    { label: w.lang, value: facts.lang && w.langs[facts.lang] },
  ];
}
