import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Pager } from "#app/ui/pager.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { kinds } from "./kinds.ts";
import type { TimelineLine, TimelinePage } from "./timeline.server.ts";
import { words } from "./words.ts";

interface Props extends TimelinePage {
  /** Address of this page without its question mark. */
  path: string;
  /** Kinds to filter by; the house's clocks are nothing to a merchant. */
  shown?: readonly (typeof kinds)[number][];
}

/** All that happened, newest first, to be filtered, linked to and, by staff, opened down to the hash. */
export function TimelineView({ lines, after, isFrom, kind, path, shown = kinds }: Props) {
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
        <p className="text-15 text-ink-2">
          {w.fromHere}{" "}
          <Link to={path} className="link">
            {w.toNewest}
          </Link>
        </p>
      ) : null}
      {lines.length === 0 && kind ? (
        <p className="text-15 text-ink-2">{w.nothing}</p>
      ) : (
        <Timeline
          entries={lines.map((line) => ({
            id: line.id,
            at: line.at,
            what: line.what,
            who: line.about ? [line.who, line.about].filter(Boolean).join(" · ") : line.who,
            tone: line.tone ?? undefined,
            detail: line.detail || line.raw ? <Detail line={line} path={path} /> : undefined,
          }))}
        />
      )}
      <Pager before={null} after={after} />
    </div>
  );
}

function Detail({ line: { id, detail, raw, cursor }, path }: { line: TimelineLine; path: string }) {
  const w = useWords(words);
  return (
    <>
      {detail ? <p className="whitespace-pre-line">{detail}</p> : null}
      {raw ? (
        <details className="text-13">
          <summary className="inline-block min-h-6 cursor-pointer">{w.raw}</summary>
          <pre className="overflow-x-auto rounded-sm bg-sunk p-2 font-mono whitespace-pre-wrap">{raw.event}</pre>
          <dl className="mt-1 grid gap-0.5">
            <div className="flex flex-wrap gap-x-2">
              <dt>{w.hash}</dt>
              <dd className="font-mono break-all">{raw.hash}</dd>
            </div>
            <div className="flex flex-wrap gap-x-2">
              <dt>{w.role}</dt>
              <dd>
                {raw.role} · {w.version} {raw.version}
              </dd>
            </div>
          </dl>
          <a href={`${path}?from=${cursor}#e-${id}`} className="link">
            {w.link}
          </a>
        </details>
      ) : null}
    </>
  );
}
