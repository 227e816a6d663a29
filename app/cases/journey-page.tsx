import { Link } from "@remix-run/react";
import type { Offer } from "#app/engine/index.server.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Path } from "#app/ui/path.tsx";
import { Status } from "#app/ui/status.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { ChannelLine } from "./channel-line.tsx";
import { EventForm } from "./event-form.tsx";
import type { Journey } from "./journey.server.ts";
import { NextCard } from "./next-card.tsx";
import type { CasePerson } from "./people.server.ts";
import { ReasonField } from "./reason-field.tsx";
import { Refused } from "./refused.tsx";
import { eventName, stateWords } from "./state-words.ts";
import { words } from "./words.ts";

export interface JourneyPageProps {
  journey: Journey;
  offers: readonly Offer[];
  people: readonly CasePerson[];
  mails: readonly { id: string; subject: string; state: "waiting" | "sent" | "failed" | "bounced"; at: string }[];
  formKey: string;
  /** ISO 8601: what "late" is measured by, on the server and in the browser. */
  now: string;
  refused?: readonly string[] | null;
}

/** Home of a case: what is next, the six steps, the channels; beside it who, when and which mails. */
export function JourneyPage({ journey, offers, people, mails, formKey, now, refused }: JourneyPageProps) {
  const w = useWords(words).journey;
  const isAllDone = journey.steps.every(({ state }) => state === "done");
  const path = (
    <Path
      label={w.path}
      steps={journey.steps.map(({ step, state, lockedBy, to }) => ({
        id: step,
        title: w.steps[step],
        state,
        note: state === "done" ? undefined : w.stepNotes[step],
        reason: lockedBy ? w.lockedBy[lockedBy] : undefined,
        href: to ?? undefined,
      }))}
    />
  );
  const channels =
    journey.channels.length > 0 ? (
      <Card title={w.channels} id="channels" flush>
        <ul>
          {journey.channels.map((channel) => (
            <ChannelLine key={channel.id} channel={channel} isCompact={journey.next?.to === channel.to} />
          ))}
        </ul>
      </Card>
    ) : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)] lg:items-start">
      <h1 className="sr-only">{w.title}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Refused reasons={refused} />
        <NextCard journey={journey} offers={offers} formKey={formKey} now={now} />
        {isAllDone ? channels : null}
        {isAllDone ? (
          <details className="px-1">
            <summary className="min-h-6 cursor-pointer text-15 text-ink-2">{w.allDone}</summary>
            <div className="mt-4">{path}</div>
          </details>
        ) : (
          <section aria-label={w.path} className="px-1">
            {path}
          </section>
        )}
        {isAllDone ? null : channels}
      </div>
      <aside className="grid gap-6">
        <People people={people} caseId={journey.caseId} />
        <Dates journey={journey} />
        <Mails mails={mails} />
        <p className="text-15">
          <Link to={`/cases/${journey.caseId}/timeline`} className="link">
            {w.history}
          </Link>
        </p>
        <Stop offers={offers} formKey={formKey} />
      </aside>
    </div>
  );
}

function People({ people, caseId }: { people: readonly CasePerson[]; caseId: string }) {
  const w = useWords(words).journey;
  const roles: Readonly<Record<string, string>> = w.roles;
  const staff = people.filter(({ side }) => side === "staff");
  const team = people.filter(({ side }) => side === "merchant");
  const rows = (list: readonly CasePerson[]) =>
    list.map(({ id, name, role }) => (
      <li key={id} className="flex justify-between gap-4">
        <span className="truncate">{name}</span>
        <span className="shrink-0 text-ink-2">{roles[role]}</span>
      </li>
    ));
  return (
    <Card title={w.people} level={3}>
      <div className="grid gap-4 text-15">
        <div>
          <p className="text-13 font-semibold text-ink-2">{w.ourSide}</p>
          <ul className="grid gap-1">
            {staff.length > 0 ? rows(staff) : <li className="text-ink-2">{w.nobodyYet}</li>}
          </ul>
        </div>
        <div>
          <p className="text-13 font-semibold text-ink-2">{w.yourSide}</p>
          <ul className="grid gap-1">{rows(team)}</ul>
          <Link to={`/cases/${caseId}/team`} className="link mt-2 inline-block">
            {w.invite}
          </Link>
        </div>
      </div>
    </Card>
  );
}

function Dates({ journey: { dates } }: { journey: Journey }) {
  const w = useWords(words).journey;
  const names = useWords(stateWords);
  const delays: Readonly<Record<string, string>> = names.delays;
  return (
    <Card title={w.dates} level={3}>
      <DataList
        stacked
        items={[
          ...dates.closings.map(({ delay, dueAt }) => ({
            label: delays[delay],
            value: <DateTime at={dueAt} format="day" />,
          })),
          { label: w.openedAt, value: <DateTime at={dates.openedAt} format="day" /> },
          { label: w.changedAt, value: <DateTime at={dates.changedAt} /> },
        ]}
      />
    </Card>
  );
}

const mailTone: Record<JourneyPageProps["mails"][number]["state"], Tone> = {
  waiting: "wait",
  sent: "done",
  failed: "problem",
  bounced: "problem",
};

function Mails({ mails }: { mails: JourneyPageProps["mails"] }) {
  const w = useWords(words).journey;
  return (
    <Card title={w.mails} level={3}>
      {mails.length === 0 ? <p className="text-15 text-ink-2">{w.noMails}</p> : null}
      <ul className="grid gap-3 text-15">
        {mails.map(({ id, subject, state, at }) => (
          <li key={id}>
            <span className="block break-words">{subject}</span>
            <span className="flex flex-wrap items-center gap-x-2 text-13 text-ink-2">
              <DateTime at={at} />
              <Status tone={mailTone[state]} bare>
                {w.mailStates[state]}
              </Status>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The ways out, quietly at the end. */
function Stop({ offers, formKey }: { offers: readonly Offer[]; formKey: string }) {
  const w = useWords(words).journey;
  const names = useWords(stateWords);
  const ways = [
    { event: "WITHDRAW", confirm: w.stopConfirm },
    { event: "CLOSE_SERVICE", confirm: w.closeConfirm },
  ].filter(({ event }) => offers.some((offer) => offer.event === event && offer.allowed));
  if (ways.length === 0) return null;
  return (
    <details className="text-15">
      <summary className="inline-block min-h-6 cursor-pointer text-ink-2 underline decoration-dotted underline-offset-4">
        {w.stop}
      </summary>
      <div className="mt-3 grid gap-4">
        {ways.map(({ event, confirm }) => (
          <EventForm
            key={event}
            event={event}
            offers={offers}
            formKey={formKey}
            label={eventName(names, event)}
            tone="danger"
            size="s"
            confirm={confirm}
          >
            <ReasonField event={event} />
          </EventForm>
        ))}
      </div>
    </details>
  );
}
