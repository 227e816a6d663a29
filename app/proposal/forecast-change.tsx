import { useWords } from "#app/i18n/use-words.ts";
import type { ForecastChangeView } from "./forecast.server.ts";
import { forecastWords } from "./forecast-words.ts";

/** What is asked in addition and what falls away; what was handed in and falls away is named by itself. Nothing when nothing is. */
export function ForecastChange({ change }: { change: ForecastChangeView }) {
  const w = useWords(forecastWords).change;
  const rows = (["lost", "dropped", "added"] as const).filter((kind) => change[kind].length > 0);
  if (rows.length === 0) return null;
  return (
    <dl className="grid gap-2 text-15 in-[.dense]:text-13">
      {rows.map((kind) => (
        <div key={kind}>
          <dt className="font-semibold">{w[kind]}</dt>
          <dd>{change[kind].join(", ")}</dd>
        </div>
      ))}
      <div className="text-ink-2">{w.kept}</div>
    </dl>
  );
}
