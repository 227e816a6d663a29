import { Link, Outlet, useLocation } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import type { Brief } from "#app/proposal/index.server.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { BriefPanel } from "./brief-panel.tsx";
import { LiveBrief } from "./live-brief.ts";
import { pathOf, stepNames, stepOfPath } from "./steps.ts";
import { words } from "./words.ts";

/** The frame of every step: where one is, the question, and beside it what the answers amount to. */
export function InquiryLayout({ brief, signedIn }: { brief: Brief; signedIn: boolean }) {
  const w = useWords(words);
  const step = stepOfPath(useLocation().pathname);
  const now = stepNames.indexOf(step);
  // What an autosave answered counts until the loader has read anew.
  const [live, setLive] = useState<{ over: Brief; brief: Brief } | null>(null);
  const shown = live && live.over === brief ? live.brief : brief;
  return (
    <PublicShell width="wide">
      <div className="grid gap-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div className="grid content-start gap-8">
          <nav aria-label={w.progress}>
            <p className="text-13 text-ink-2 sm:hidden">{w.stepOf(now + 1, stepNames.length)}</p>
            <ol className="hidden flex-wrap gap-x-5 gap-y-1 text-15 sm:flex">
              {stepNames.map((name, place) => (
                <li key={name} aria-current={name === step ? "step" : undefined}>
                  {place < now ? (
                    <Link className="link" to={pathOf(name)}>
                      {w.steps[name]}
                    </Link>
                  ) : (
                    <span className={place === now ? "font-semibold text-accent" : "text-ink-2"}>{w.steps[name]}</span>
                  )}
                </li>
              ))}
            </ol>
          </nav>
          <LiveBrief.Provider value={(next) => setLive({ over: brief, brief: next })}>
            <Outlet />
          </LiveBrief.Provider>
        </div>
        <aside className="grid content-start gap-4 lg:sticky lg:top-8 lg:self-start">
          <BriefPanel brief={shown} />
          {signedIn ? null : (
            <p className="text-15">
              <Link className="link" to="/sign-in?next=/inquiry">
                {w.elsewhere}
              </Link>
            </p>
          )}
        </aside>
      </div>
    </PublicShell>
  );
}
