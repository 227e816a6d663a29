import { Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { Pager } from "#app/ui/pager.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { toneClass } from "#app/ui/tone.ts";
import { kinds } from "./kinds.ts";
import type { TimelineLine, TimelinePage } from "./timeline.server.ts";
import { words } from "./words.ts";

interface Props extends TimelinePage {
  /** Address of this page without its question mark. */
  path: string;
  /** Kinds to filter by; the house's clocks are nothing to a merchant. */
  shown?: readonly (typeof kinds)[number][];
  /** Each entry has an address, under which it stands open as the log has it. */
  isLinked?: boolean;
}

/** All that happened, newest first, to be filtered, linked to and, by staff, opened down to the hash. */
export function TimelineView({ lines, after, isFrom, kind, path, shown = kinds, isLinked }: Props) {
  const w = useWords(words);
  return (
    <div className="grid gap-6 in-[.dense]:gap-4">
      <nav aria-label={w.filter}>
        <ul className="flex flex-wrap gap-1">
          {[null, ...shown].map((one) => (
            <li key={one ?? "all"}>
              <Link
                to={one ? `${path}?kind=${one}` : path}
                preventScrollReset
                aria-current={one === kind ? "true" : undefined}
                className="inline-flex min-h-9 items-center rounded-full border border-line px-3 text-15 text-ink-2 hover:border-ink hover:text-ink aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent in-[.dense]:min-h-7 in-[.dense]:text-13"
              >
                {one ? w.kinds[one] : w.all}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {isFrom ? (
        <p className="text-15 text-ink-2 in-[.dense]:text-13">
          {w.fromHere}{" "}
          <Link to={path} className="link">
            {w.toNewest}
          </Link>
        </p>
      ) : null}
      {lines.length === 0 ? <p className="text-15 text-ink-2 in-[.dense]:text-13">{w.nothing}</p> : null}
      <Days lines={lines} path={path} isLinked={isLinked} />
      <Pager before={null} after={after} />
    </div>
  );
}

function Days({ lines, path, isLinked }: Pick<Props, "lines" | "path" | "isLinked">) {
  const lang = useLang();
  const days = Map.groupBy(lines, ({ at }) => formatInstant(at, lang, "day"));
  return [...days].map(([day, held]) => (
    <section key={day} className="grid gap-1">
      <h2 className="num text-13 font-semibold text-ink-2">{day}</h2>
      <ol className="grid">
        {held.map((line) => (
          <Line key={line.id} line={line} path={path} isLinked={isLinked} />
        ))}
      </ol>
    </section>
  ));
}

function Line({
  line: { id, at, what, about, tone, detail, raw, cursor },
  path,
  isLinked,
}: Pick<Props, "path" | "isLinked"> & { line: TimelineLine }) {
  const w = useWords(words);
  return (
    <li
      id={`e-${id}`}
      className="grid grid-cols-[2.75rem_0.875rem_minmax(0,1fr)_auto] items-start gap-x-2 border-b border-line py-1.5 text-15 last:border-b-0 target:bg-accent-wash in-[.dense]:py-1 in-[.dense]:text-13"
    >
      <span className="text-13 leading-6 text-ink-2 in-[.dense]:leading-5">
        <DateTime at={at} format="time" />
      </span>
      <span className={`pt-[5px] in-[.dense]:pt-[3px] ${tone ? `${toneClass[tone]} text-tone` : "text-edge"}`}>
        {tone ? (
          <Shape tone={tone} />
        ) : (
          <span className="mx-[3px] mt-[3px] block size-2 rounded-full border-2 border-current" />
        )}
      </span>
      <div className="min-w-0">
        <p>
          {what}
          {about ? <span className="num text-ink-2"> · {about}</span> : null}
        </p>
        {detail ? (
          <p className="mt-0.5 mb-1 border-l-2 border-line pl-3 whitespace-pre-line text-ink-2">{detail}</p>
        ) : null}
      </div>
      {isLinked ? (
        <Link
          to={`${path}?from=${cursor}#e-${id}`}
          preventScrollReset
          aria-label={`${w.raw} ${id}`}
          className="num inline-flex min-h-6 min-w-6 items-center justify-end text-13 text-ink-2 hover:text-accent hover:underline"
        >
          #{id.split("-").at(-1)}
        </Link>
      ) : null}
      {raw ? <Raw raw={raw} /> : null}
    </li>
  );
}

/** What stands in the log, of the entry that was asked for. */
function Raw({ raw }: { raw: NonNullable<TimelineLine["raw"]> }) {
  const w = useWords(words);
  return (
    <div className="col-span-full mt-1 rounded-md bg-sunk p-3 text-13">
      <pre className="overflow-x-auto font-mono whitespace-pre-wrap">{raw.event}</pre>
      <dl className="mt-2 grid gap-0.5">
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{w.hash}</dt>
          <dd className="font-mono break-all">{raw.hash}</dd>
        </div>
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{w.role}</dt>
          <dd>
            {raw.role} · {w.version} {raw.version}
          </dd>
        </div>
      </dl>
    </div>
  );
}
