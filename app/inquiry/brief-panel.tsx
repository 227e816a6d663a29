import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import type { Brief } from "#app/proposal/index.server.ts";
import { Claims } from "#app/proposal/index.ts";
import { words } from "./words.ts";

/** What the answers so far amount to: how many PSPs, how much of it, how soon, and why. */
export function BriefPanel({ brief }: { brief: Brief }) {
  const w = useWords(words).brief;
  return (
    <section aria-live="polite" className="grid gap-3 rounded-md border border-line bg-sheet p-5">
      <h2 className="text-15 font-semibold text-ink-2">{w.title}</h2>
      {brief.wanted === 0 ? (
        <p className="text-15 text-ink-2">{w.empty}</p>
      ) : (
        <>
          <p className="text-17 font-semibold">
            {brief.covered === brief.wanted
              ? w.coversAll(brief.psps.length, brief.wanted)
              : w.covers(brief.psps.length, brief.covered, brief.wanted)}
          </p>
          {brief.opening ? <p className="text-15">{w.opening(brief.opening)}</p> : null}
          {brief.isAssumed ? <p className="text-13 text-ink-2">{w.assumed}</p> : null}
          <p className="text-15">
            <span className="text-ink-2">{w.psps}: </span>
            {brief.psps.map(({ name, href }, place) => (
              <span key={href}>
                {place > 0 ? ", " : ""}
                <Link className="link" to={href} target="_blank" rel="noreferrer">
                  {name}
                </Link>
              </span>
            ))}
          </p>
          {brief.uncovered.length > 0 ? (
            <div className="grid gap-1 text-15">
              <h3 className="font-semibold">{w.open}</h3>
              <ul className="grid gap-1">
                {brief.uncovered.map(({ way, row, why }) => (
                  <li key={way}>
                    <Link className="link" to={row.href} target="_blank" rel="noreferrer">
                      {way}
                    </Link>
                    : <span className="text-ink-2">{why}</span>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <details className="text-15">
            <summary className="min-h-6 cursor-pointer text-ink-2">{w.why}</summary>
            <Claims claims={brief.signals} inNewTab className="mt-2 grid gap-2" />
          </details>
        </>
      )}
    </section>
  );
}
