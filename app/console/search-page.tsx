import { Form } from "@remix-run/react";
import { stateName, stateWords } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Since } from "#app/ui/due.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { RiskMark } from "./risk-mark.tsx";
import type { AllCasesPage, FoundCase } from "./search.server.ts";
import { words } from "./words.ts";

export interface SearchPageProps {
  typed: string;
  page: AllCasesPage;
  /** The search stopped there: there may be more. */
  isFull: boolean;
  now: string;
}

/** Every case: by what was typed, or all of them by their newest change. */
export function SearchPage({ typed, page, isFull, now }: SearchPageProps) {
  const w = useWords(words).search;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid gap-1">
        <h1 className="text-21">{w.title}</h1>
        <p className="text-13 text-ink-2">{w.intro}</p>
      </header>
      <Form key={typed} method="get" role="search" className="flex max-w-xl items-center gap-2">
        <input
          type="search"
          name="q"
          data-find=""
          defaultValue={typed}
          aria-label={w.label}
          placeholder={w.hint}
          className="control"
        />
        <SubmitButton tone="plain">{w.go}</SubmitButton>
      </Form>
      {typed ? null : (
        <Tabs
          label={w.state}
          tabs={[
            { to: "/console/search", label: w.open },
            { to: "/console/search?status=done", label: w.done },
          ]}
        />
      )}
      <Table
        caption={w.caption}
        columns={useColumns(now)}
        rows={page.found}
        rowKey={({ caseId, match }) => match?.subjectId ?? caseId}
        rowHref={({ caseId, match }) => `/console/cases/${caseId}${match ? `/channels/${match.subjectId}` : ""}`}
        empty={
          typed ? <EmptyState title={w.nothing(typed)}>{w.nothingBody}</EmptyState> : <EmptyState title={w.empty} />
        }
      />
      {isFull ? <p className="text-13 text-ink-2">{w.first(page.found.length)}</p> : null}
      <Pager before={page.before} after={page.after} />
    </div>
  );
}

function useColumns(now: string): Column<FoundCase>[] {
  const w = useWords(words);
  const names = useWords(stateWords);
  return [
    {
      key: "merchant",
      label: w.queue.merchant,
      grow: true,
      cell: ({ merchant, match, countries }) => (
        <>
          {merchant ?? w.queue.unnamed}
          <span className="num ml-3 font-normal text-ink-2">
            {match ? match.label : countries.map(({ name }) => name).join(", ")}
          </span>
        </>
      ),
    },
    {
      key: "state",
      label: w.search.state,
      cell: ({ phase, status }) => (
        <Status tone={status} bare>
          {stateName(names, "onboarding", phase)}
        </Status>
      ),
    },
    {
      key: "turn",
      label: w.queue.turnOf,
      from: "md",
      cell: ({ turns }) => turns.map((turn) => w.turns[turn]).join(" · ") || <span className="text-ink-2">—</span>,
    },
    {
      key: "changed",
      label: w.search.changed,
      cell: ({ changedAt }) => <Since at={changedAt} now={now} />,
    },
    { key: "risk", label: w.queue.riskOf, from: "md", cell: ({ risk }) => <RiskMark band={risk} /> },
    { key: "contact", label: w.search.contact, from: "xl", cell: ({ contact }) => contact },
    {
      key: "number",
      label: w.queue.number,
      cell: ({ publicId }) => <span className="num text-ink-2">{publicId}</span>,
    },
  ];
}
