import type { ChartPage as Page } from "#app/cases/index.server.ts";
import { Chart, chartWords, Legend, Standings } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Tabs } from "#app/ui/tabs.tsx";

/** The statechart of the case or of one of its channels: the way taken, where it stands, what leads on. */
export function ChartPage({ page, path }: { page: Page; path: string }) {
  const w = useWords(chartWords);
  const { drawing, standings, anywhere, charts } = page;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid gap-1">
        <h1 className="text-21">{w.title}</h1>
        <p className="text-13 text-ink-2">{w.intro}</p>
      </header>
      {charts.length > 1 ? (
        <Tabs
          label={w.of}
          tabs={charts.map(({ id, name }) => ({
            to: name === null ? path : `${path}?of=${id}`,
            label: name ?? w.theCase,
          }))}
        />
      ) : null}
      <Legend anywhere={anywhere} />
      <Chart drawing={drawing} />
      <Standings standings={standings} />
    </div>
  );
}
