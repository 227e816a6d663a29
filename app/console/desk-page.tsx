import { Link, useFetcher, useNavigate, useRevalidator } from "@remix-run/react";
import { type ComponentProps, useEffect } from "react";
import { actWords, Refused } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { OpenQuestions } from "#app/proposal/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Due, Since } from "#app/ui/due.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { useShortcuts } from "#app/ui/shell/shortcuts.ts";
import { Status } from "#app/ui/status.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { toast } from "#app/ui/toast.ts";
import type { Desk } from "#workflows/roles.ts";
import { DeskFilters } from "./desk-filters.tsx";
import { DeskViews } from "./desk-views.tsx";
import type { QueuePage, QueueRow } from "./queue.server.ts";
import { type QueueAsked, queryOf } from "./queue-asked.ts";
import { RiskMark } from "./risk-mark.tsx";
import { useNews } from "./use-news.ts";
import type { SavedView } from "./views.server.ts";
import { words } from "./words.ts";

export interface DeskPageProps {
  desk: Desk;
  asked: QueueAsked;
  page: QueuePage;
  views: readonly SavedView[];
  /** Choices of the filters: what this desk can be asked. */
  states: readonly { value: string; label: string }[];
  countries: readonly { value: string; label: string }[];
  /** Of merchants about their proposals, unanswered: on the advisor's desk. */
  questions: ComponentProps<typeof OpenQuestions>["questions"];
  canTake: boolean;
  formKey: string;
  now: string;
  problem?: "nameMissing" | "tooMany" | null;
}

const COUNT_TO = 100;

/** A desk: dense, by keyboard, and as still as it was opened. */
export function DeskPage({
  desk,
  asked,
  page,
  views,
  states,
  countries,
  questions,
  canTake,
  formKey,
  now,
  problem,
}: DeskPageProps) {
  const w = useWords(words);
  const name = w.desks[desk];
  const refused = useRowKeys(page.rows, formKey, canTake);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-21">{w.queue.title(name)}</h1>
        {desk === "advisor" ? (
          <Link className="link text-13 lg:mr-auto" to="/console/advice">
            {w.rail.advice}
          </Link>
        ) : null}
        <p className="text-13 text-ink-2 max-lg:hidden">{w.queue.keyHint}</p>
      </header>
      <DeskViews desk={desk} current={queryOf(asked)} views={views} problem={problem} />
      <DeskFilters asked={asked} states={states} countries={countries} />
      <Refused reasons={refused} />
      <OpenQuestions questions={questions} now={now} />
      <div className="relative">
        <Fresh desk={desk} since={now} />
        <Table
          caption={w.queue.caption(name)}
          columns={useColumns(now, desk)}
          rows={page.rows}
          rowKey={({ subjectId }) => subjectId}
          rowHref={({ to }) => to}
          sort={asked.sort === "due" ? "due" : asked.sort}
          empty={<Nothing desk={desk} isFiltered={queryOf(asked) !== ""} />}
        />
      </div>
      <Pager before={page.before} after={page.after} />
    </div>
  );
}

function Fresh({ desk, since }: { desk: Desk; since: string }) {
  const w = useWords(words).queue;
  const fresh = useNews(desk, since);
  const { revalidate, state } = useRevalidator();
  return (
    <div aria-live="polite" className="pointer-events-none absolute inset-x-0 -top-3 z-20 flex justify-center">
      {fresh > 0 ? (
        <Button
          size="s"
          tone="primary"
          className="pointer-events-auto rounded-full shadow-float"
          disabled={state !== "idle"}
          onClick={() => revalidate()}
        >
          {w.fresh(fresh >= COUNT_TO ? w.atLeast(COUNT_TO - 1) : String(fresh))} · {w.show}
        </Button>
      ) : null}
    </div>
  );
}

function Nothing({ desk, isFiltered }: { desk: Desk; isFiltered: boolean }) {
  const w = useWords(words).queue;
  return isFiltered ? (
    <EmptyState title={w.emptyView} action={<LinkButton to={`/console/desk/${desk}`}>{w.showAll}</LinkButton>} />
  ) : (
    <EmptyState title={w.empty}>{w.emptyBody}</EmptyState>
  );
}

function useColumns(now: string, desk: Desk): Column<QueueRow>[] {
  const w = useWords(words);
  const acts: Readonly<Record<string, { title: string }>> = useWords(actWords).acts;
  return [
    {
      key: "merchant",
      label: w.queue.merchant,
      sortable: true,
      grow: true,
      cell: ({ merchant, channel, countries }) => (
        <>
          {merchant ?? w.queue.unnamed}
          <span className="num ml-3 font-normal text-ink-2">
            {channel ?? countries.map(({ name }) => name).join(", ")}
          </span>
        </>
      ),
    },
    { key: "act", label: w.queue.act, cell: (row) => row.acts.map((act) => acts[act]?.title).join(" · ") },
    {
      key: "turn",
      label: w.queue.turnOf,
      cell: ({ turn, status, isHeld }) =>
        isHeld ? (
          <Status tone="wait" bare>
            {w.queue.held}
          </Status>
        ) : turn ? (
          <Status tone={status} bare>
            {w.turns[turn]}
          </Status>
        ) : null,
    },
    {
      key: "since",
      label: w.queue.since,
      sortable: true,
      from: "md",
      cell: ({ since }) => <Since at={since} now={now} />,
    },
    {
      key: "due",
      label: w.queue.dueAt,
      sortable: true,
      cell: ({ dueAt }) =>
        dueAt ? (
          <Due at={dueAt} now={now} />
        ) : (
          <span className="text-ink-2" title={w.queue.noDue}>
            —
          </span>
        ),
    },
    { key: "risk", label: w.queue.riskOf, sortable: true, from: "md", cell: ({ risk }) => <RiskMark band={risk} /> },
    ...(desk === "integration"
      ? []
      : [
          {
            key: "advisor",
            label: w.queue.advisor,
            from: "xl" as const,
            cell: ({ advisor }: QueueRow) => advisor ?? <span className="text-ink-2">{w.queue.nobody}</span>,
          },
        ]),
    {
      key: "number",
      label: w.queue.number,
      from: "xl",
      cell: ({ casePublicId }) => <span className="num text-ink-2">{casePublicId}</span>,
    },
  ];
}

/** The row that `j k` walked to: its link has the focus. */
const focusedRow = (rows: readonly QueueRow[]): QueueRow | undefined => {
  const key = document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row;
  return rows.find(({ subjectId }) => subjectId === key);
};

/** `a` takes the case of the chosen row, `e` opens its history. */
function useRowKeys(rows: readonly QueueRow[], formKey: string, canTake: boolean) {
  const w = useWords(words).queue;
  const navigate = useNavigate();
  const fetcher = useFetcher<{ taken?: string; refused?: string[] | null }>();
  const taken = fetcher.data?.taken;
  useEffect(() => {
    if (taken) toast(w.taken);
  }, [taken, w]);
  const take = () => {
    const row = focusedRow(rows);
    if (row) fetcher.submit({ type: "TAKE_CASE", subject: row.caseId, _key: formKey }, { method: "post" });
  };
  const history = () => {
    const row = focusedRow(rows);
    if (row) navigate(`/console/cases/${row.caseId}/timeline`);
  };
  useShortcuts({
    ...(canTake ? { a: { label: w.take, run: take } } : {}),
    e: { label: w.history, run: history },
  });
  return fetcher.data?.refused;
}
