import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime, Day } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format/time.ts";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { calendarWords } from "./calendar-words.ts";
import type { CalendarEdition, CalendarView } from "./calendars.server.ts";

/** The working days deadlines are counted by: a country's closed days in a year, and who published which list when. */
export function CalendarsPage({ view }: { view: CalendarView }) {
  const w = useWords(calendarWords);
  const { year, closed } = view;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <header className="grid gap-1">
        <h1 className="text-21 font-semibold">{w.title}</h1>
        <p className="max-w-[48rem] text-ink-2">{w.lead}</p>
      </header>
      <Form key={`${view.country} ${year}`} method="get" className="flex flex-wrap items-end gap-3">
        <Field label={w.country} name="country" type="select" options={view.countries} value={view.country} />
        <Field
          label={w.year}
          name="year"
          type="select"
          width="short"
          options={view.years.map((one) => ({ value: one, label: one }))}
          value={year}
        />
        <SubmitButton tone="plain">{w.show}</SubmitButton>
      </Form>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <h2 className="flex flex-wrap items-baseline gap-x-3 text-17 font-semibold">
            {w.holidays(year)}
            <span className="num text-13 font-normal text-ink-2">{w.workingDays(year, view.workingDays)}</span>
          </h2>
          <Table
            caption={w.holidays(year)}
            rows={closed}
            rowKey={({ on }) => on}
            columns={[
              {
                key: "on",
                label: w.day,
                cell: ({ on, when }) => (
                  <span className={when === "past" ? "text-ink-2" : "font-semibold"}>
                    <Day on={on} />
                  </span>
                ),
              },
              { key: "name", label: w.name, grow: true, cell: ({ name }) => <span lang={view.namesIn}>{name}</span> },
              {
                key: "note",
                label: w.note,
                cell: ({ when, isOnWeekend }) =>
                  when === "next" ? (
                    <Status tone="wait">{w.next}</Status>
                  ) : isOnWeekend ? (
                    <span className="text-ink-2">{w.onWeekend}</span>
                  ) : null,
              },
            ]}
            empty={<EmptyState title={w.none} />}
          />
        </section>
        <InForce view={view} />
      </div>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="text-17 font-semibold">{w.versions}</h2>
        <Table
          caption={w.versions}
          rows={view.editions}
          rowKey={({ version }) => version}
          columns={[
            {
              key: "version",
              label: w.version,
              cell: ({ version, isInForce }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <span className="num">{version}</span>
                  {isInForce ? <Status tone="done">{w.current}</Status> : null}
                </span>
              ),
            },
            {
              key: "at",
              label: w.publishedAt,
              cell: ({ published }) => (published ? <DateTime at={published.at} /> : w.shipped),
            },
            { key: "by", label: w.publishedBy, cell: ({ published }) => published?.by ?? null },
            {
              key: "days",
              label: w.changes,
              cell: (edition) => (edition.published ? <Changes edition={edition} /> : null),
            },
            {
              key: "moved",
              label: w.moved,
              cell: ({ published, clocks, cases }) => (published ? w.movedIn(clocks, cases) : null),
            },
          ]}
        />
      </section>
      <HowTo country={view.country} />
    </div>
  );
}

function InForce({ view: { inForce, isHouse } }: { view: CalendarView }) {
  const w = useWords(calendarWords);
  return (
    <Card title={w.inForce}>
      <DataList
        items={[
          { label: w.version, value: <span className="num">{inForce.version}</span> },
          {
            label: w.span,
            value: (
              <>
                <Day on={inForce.from} /> {w.to} <Day on={inForce.until} />
              </>
            ),
          },
          {
            label: w.hours,
            value: (
              <span className="num">
                {inForce.opensAt}–{inForce.closesAt} ({inForce.timeZone})
              </span>
            ),
          },
          { label: w.weekend, value: inForce.weekend.map((day) => w.weekdays[day - 1]).join(", ") },
          { label: w.use, value: isHouse ? w.counts : w.looksUp },
        ]}
      />
    </Card>
  );
}

function Changes({ edition: { changes, moreChanges } }: { edition: CalendarEdition }) {
  const w = useWords(calendarWords);
  const lang = useLang();
  if (changes.length === 0) return <>{w.noChange}</>;
  return (
    <ul>
      {changes.map(({ day, became, name }) => (
        <li key={day}>{became === "closed" ? w.closed(formatDay(day, lang), name) : w.open(formatDay(day, lang))}</li>
      ))}
      {moreChanges > 0 ? <li className="text-ink-2">{w.moreDays(moreChanges)}</li> : null}
    </ul>
  );
}

/** Publishing is done on the server: a wrong list moves every deadline of the house. */
function HowTo({ country }: { country: string }) {
  const w = useWords(calendarWords);
  const ways = [
    [w.closeDay, `npm run calendar:publish -- ${country} close YYYY-MM-DD "…"`],
    [w.openDay, `npm run calendar:publish -- ${country} open YYYY-MM-DD`],
    [w.wholeList, "npm run calendar:publish -- FILE.json"],
  ] as const;
  return (
    <details className="max-w-[48rem] rounded-md border border-line px-4 py-3">
      <summary className="min-h-6 cursor-pointer font-semibold">{w.how}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-ink-2">{w.howBody}</p>
        <dl className="grid gap-2">
          {ways.map(([label, command]) => (
            <div key={command}>
              <dt className="text-13 text-ink-2">{label}</dt>
              <dd className="font-mono text-13 break-words">{command}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
