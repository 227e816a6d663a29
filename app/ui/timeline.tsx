import type { ReactNode } from "react";
import { useLang, useWords } from "../i18n/use-words.ts";
import { DateTime } from "./date-time.tsx";
import { formatInstant } from "./format/time.ts";
import { Shape } from "./shape.tsx";
import { type Tone, toneClass } from "./tone.ts";
import { words } from "./words.ts";

export interface TimelineEntry {
  id: string;
  at: Date | string;
  what: ReactNode;
  who?: ReactNode;
  /** Below it, quieter: a reason, a quoted sentence. */
  detail?: ReactNode;
  tone?: Tone;
}

/** Everything that happened, newest first as given, a heading for each day; every entry can be linked to (`#e-<id>`). */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const lang = useLang();
  const w = useWords(words).timeline;
  if (entries.length === 0) return <p className="text-15 text-ink-2">{w.empty}</p>;

  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = formatInstant(entry.at, lang, "day");
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <div className="grid gap-6 in-[.dense]:gap-4">
      {[...days].map(([day, held]) => (
        <section key={day} className="grid gap-2">
          <h3 className="num text-13 font-semibold text-ink-2">{day}</h3>
          <ol className="grid">
            {held.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry: { id, at, what, who, detail, tone } }: { entry: TimelineEntry }) {
  return (
    <li
      id={`e-${id}`}
      className="relative flex gap-3 pb-4 text-15 before:absolute before:top-5 before:bottom-0 before:left-[6.5px] before:w-px before:bg-line last:pb-0 last:before:hidden target:bg-accent-wash in-[.dense]:pb-3 in-[.dense]:text-13"
    >
      <span className={tone ? `${toneClass[tone]} pt-1.5 text-tone` : "pt-1.5"}>
        {tone ? (
          <Shape tone={tone} />
        ) : (
          <span className="mx-[3px] mt-0.5 block size-2 rounded-full border-2 border-edge" />
        )}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p>{what}</p>
        <p className="flex flex-wrap gap-x-2 text-13 text-ink-2">
          <a href={`#e-${id}`} className="hover:underline">
            <DateTime at={at} format="time" />
          </a>
          {who ? <span>{who}</span> : null}
        </p>
        {detail ? <div className="mt-1 border-l-2 border-line pl-3 text-ink-2">{detail}</div> : null}
      </div>
    </li>
  );
}
