import { useWords } from "#app/i18n/use-words.ts";
import type { ForecastView } from "./forecast.server.ts";
import { forecastWords } from "./forecast-words.ts";

/** What is yet to come, folded by kind: nothing is asked later that does not stand here. */
export function ForecastPanel({ forecast, level = 2 }: { forecast: ForecastView; level?: 2 | 3 }) {
  const w = useWords(forecastWords);
  const Heading = `h${level}` as const;
  return (
    <section className="grid gap-3">
      <Heading className="text-21 font-semibold">{w.title}</Heading>
      <p className="text-15">{w.lead}</p>
      <p>
        <span className="font-semibold">{forecast.range}</span>{" "}
        <span className="text-13 text-ink-2">{w.rangeNote}</span>
      </p>
      {forecast.groups.map(({ kind, items }) =>
        items.length === 0 ? null : (
          <details key={kind} className="border-t border-line pt-2">
            <summary className="min-h-6 cursor-pointer font-semibold">
              {w.groups[kind]} <span className="num text-15 font-normal text-ink-2">{items.length}</span>
            </summary>
            <ul className="mt-2 grid gap-2">
              {items.map((item) => (
                <li key={item.id} className="grid gap-x-4 text-15 sm:grid-cols-[1fr_auto]">
                  <span>
                    {item.name}
                    {item.perPerson ? <span className="text-13 text-ink-2"> · {w.perPerson}</span> : null}
                  </span>
                  <span className="text-13 text-ink-2 sm:text-right">
                    {item.duty !== "required" ? w[item.duty] : item.when === "certain" ? w.certain : w.possible}
                  </span>
                  {item.condition ? <span className="text-13 text-ink-2 sm:col-span-2">{item.condition}</span> : null}
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}
