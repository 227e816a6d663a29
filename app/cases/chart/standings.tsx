import { useLang, useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { Shape } from "#app/ui/shape.tsx";
import { type Tone, toneClass } from "#app/ui/tone.ts";
import { reasonSentence } from "../refused.tsx";
import { conditionWords } from "./condition-words.ts";
import type { Standing, WayOn } from "./picture.server.ts";
import { chartWords } from "./words.ts";

/** In words, what the picture cannot say: who has the ball in each state, and what every way on still needs. */
export function Standings({ standings }: { standings: readonly Standing[] }) {
  const w = useWords(chartWords);
  return (
    <section className="grid gap-3">
      <h2 className="text-17 font-semibold in-[.dense]:text-15">{w.standings}</h2>
      <div className="grid gap-3 xl:grid-cols-2 xl:items-start">
        {standings.map((standing) => (
          <Place key={standing.state} standing={standing} />
        ))}
      </div>
    </section>
  );
}

function Place({ standing: { name, who, since, ways, stays } }: { standing: Standing }) {
  const w = useWords(chartWords);
  const lang = useLang();
  return (
    <article className="grid gap-2 rounded-md border border-line bg-sheet p-4 text-13">
      <header>
        <h3 className="text-15 font-semibold">{name}</h3>
        <p className="text-ink-2">
          {who ? `${w.turn}: ${w.who[who]}` : w.nobody}
          {since ? <span className="num"> · {w.since(formatInstant(since, lang, "short"))}</span> : null}
        </p>
      </header>
      {ways.length > 0 ? (
        <ul aria-label={w.ways} className="grid divide-y divide-line">
          {ways.map((way) => (
            <Way key={way.event + way.to} way={way} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{w.end}</p>
      )}
      {stays.length > 0 ? (
        <p className="text-ink-2">
          <span className="font-semibold">{w.stays}:</span> {stays.join(", ")}
        </p>
      ) : null}
    </article>
  );
}

function Way({ way: { name, by, to, conditions, at } }: { way: WayOn }) {
  const w = useWords(chartWords);
  const lang = useLang();
  return (
    <li className="grid gap-1 py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>
          <span className="font-semibold">{name}</span> {to ? <span className="text-ink-2">{w.to(to)}</span> : null}
        </span>
        <span className="text-ink-2">
          {by.map((role) => w.roles[role]).join(", ")}
          {at ? <DateTime at={at} /> : null}
        </span>
      </p>
      {conditions.length > 0 ? (
        <ul className="grid gap-0.5">
          {conditions.map(({ guard, state }) => (
            <li key={guard} className={`${toneClass[tones[state]]} flex items-start gap-2`}>
              <span className="mt-[3px] text-tone">
                <Shape tone={tones[state]} />
              </span>
              <span className={state === "missing" ? "" : "text-ink-2"}>
                {state === "missing"
                  ? reasonSentence(guard, lang)
                  : (conditionWords[lang] as Record<string, string>)[guard]}
                <span className="text-ink-2"> ({w.conditions[state]})</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

const tones: Record<WayOn["conditions"][number]["state"], Tone> = { met: "done", missing: "problem", asked: "info" };
