import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { DeclineReason } from "./decline.ts";
import type { Figures } from "./statistics.server.ts";
import { statisticsWords } from "./statistics-words.ts";

export interface StatisticsPageProps {
  periods: readonly number[];
  rows: { id: string; name: string | null; figures: Figures }[];
  declines: { why: DeclineReason; count: number }[];
  said: { caseId: string; publicId: string; why: DeclineReason; text: string; at: string }[];
}

/** How fast inquiries are answered, what merchants decide, and why some do not go on. */
export function StatisticsPage({ periods, rows, declines, said }: StatisticsPageProps) {
  const w = useWords(statisticsWords);
  const hours = (n: number | null) => (n === null ? "–" : w.hours(n));
  const percent = (n: number | null) => (n === null ? "–" : w.percent(n));
  const most = Math.max(1, ...declines.map(({ count }) => count));
  const figure = (
    key: string,
    label: string,
    of: (figures: Figures) => string | number,
    from?: "md" | "lg" | "xl",
  ) => ({
    key,
    label,
    align: "right" as const,
    from,
    cell: ({ figures }: StatisticsPageProps["rows"][number]) => of(figures),
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <header className="grid gap-1">
        <h1 className="text-21 font-semibold">{w.title}</h1>
        <p className="text-ink-2">{w.lead}</p>
      </header>
      <Tabs
        label={w.period}
        tabs={periods.map((one, place) => ({
          to: place === 0 ? "/console/advice" : `/console/advice?days=${one}`,
          label: w.days(one),
        }))}
      />
      {rows[0]?.figures.inquiries === 0 ? <p className="text-ink-2">{w.none}</p> : null}
      <Table
        caption={w.title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", label: w.advisor, cell: ({ name }) => name ?? w.everybody },
          figure("inquiries", w.inquiries, (f) => f.inquiries, "md"),
          figure("answered", w.answered, (f) => f.answered),
          figure("median", w.median, (f) => hours(f.medianHours)),
          figure("p90", w.p90, (f) => hours(f.p90Hours), "lg"),
          figure("inTime", w.inTime, (f) => percent(f.inTimePercent)),
          figure("accepted", w.accepted, (f) => `${f.accepted} (${percent(f.acceptedPercent)})`),
          figure("declined", w.declined, (f) => f.declined, "md"),
          figure("expired", w.expired, (f) => f.expired, "lg"),
          figure("withdrawn", w.withdrawn, (f) => f.withdrawn, "xl"),
          figure("turnedDown", w.turnedDown, (f) => f.turnedDown, "xl"),
          figure("versions", w.versions, (f) => f.versionsEach ?? "–", "xl"),
        ]}
      />
      <section className="grid max-w-[48rem] gap-3">
        <h2 className="text-17 font-semibold">{w.reasons}</h2>
        {declines.length === 0 ? <p className="text-ink-2">{w.noReasons}</p> : null}
        <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1">
          {declines.map(({ why, count }) => (
            <div key={why} className="col-span-3 grid grid-cols-subgrid items-center">
              <dt>{w.why[why]}</dt>
              <dd>
                <svg
                  viewBox={`0 0 ${most} 1`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  className="h-2 w-full text-accent"
                >
                  <rect width={count} height="1" fill="currentColor" />
                </svg>
              </dd>
              <dd className="num text-right">{count}</dd>
            </div>
          ))}
        </dl>
        {said.length > 0 ? <h3 className="font-semibold">{w.inTheirWords}</h3> : null}
        <ul className="grid gap-2">
          {said.map(({ caseId, publicId, why, text, at }) => (
            <li key={caseId} className="border-l-2 border-line pl-3">
              <p className="text-13 text-ink-2">
                {w.why[why]} · <DateTime at={at} format="date" /> ·{" "}
                <Link className="link num" to={`/console/cases/${caseId}`}>
                  {publicId}
                </Link>
              </p>
              <p className="whitespace-pre-line">{text}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
