import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTimeline } from "#app/audit/index.server.ts";
import { auditWords, kinds, TimelineView } from "#app/audit/index.ts";
import { caseAndCard, loadMap, memberOf } from "#app/cases/index.server.ts";
import { Chart, chartWords, Legend } from "#app/cases/index.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";

export const meta = pageMeta(auditWords, (w) => ({ title: w.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  const [{ view }, lang] = await Promise.all([caseAndCard(args.context, caseId), langOf(args.request)]);
  const { platform } = args.context;
  const [page, map] = await Promise.all([
    readTimeline(platform, view, new URL(args.request.url), "merchant", lang),
    loadMap(platform, view, lang),
  ]);
  return { page: { ...page, path: `/cases/${caseId}/timeline` }, map };
}

const shown = kinds.filter((kind) => kind !== "clocks");

export default function TimelineRoute() {
  const { page, map } = useLoaderData<typeof loader>();
  const w = useWords(auditWords);
  const chart = useWords(chartWords);
  return (
    <div className="grid max-w-[42rem] grid-cols-[minmax(0,1fr)] gap-6">
      <header className="grid gap-1">
        <h1 className="text-28">{w.title}</h1>
        <p className="text-ink-2">{w.intro}</p>
      </header>
      <details className="grid gap-3">
        <summary className="link inline-block min-h-6 cursor-pointer">{chart.simpleTitle}</summary>
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3">
          <p className="text-15 text-ink-2">{chart.simpleIntro}</p>
          <Legend isSimple />
          <Chart drawing={map} />
        </div>
      </details>
      <TimelineView {...page} shown={shown} />
    </div>
  );
}
