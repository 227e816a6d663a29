import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Status } from "#app/ui/status.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { PlaceOf } from "./place-of.tsx";
import type { ShownCheck } from "./shown.server.ts";
import { words } from "./words.ts";
import { verdictWords } from "./words-of-verdicts.ts";

const EVERY_MS = 1_200;

/** A visit while it happens: what is being read, and each condition turning. Asks again by itself; without scripts there is a link. */
export function RunningCard({ check }: { check: ShownCheck }) {
  const w = useWords(words).running;
  const v = useWords(verdictWords);
  const hydrated = useHydrated();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (state === "idle" && document.visibilityState === "visible") revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
  const { progress } = check;
  return (
    <Card title={w.title} tone="wait">
      <div className="grid gap-4" aria-live="polite">
        <p>{progress ? w.phases[progress.phase] : w.waiting}</p>
        {progress ? (
          <>
            <p className="num text-15">{w.pages(progress.pages, progress.known)}</p>
            <progress
              className="h-2 w-full accent-accent"
              max={Math.max(1, progress.known)}
              value={progress.pages}
              aria-label={w.pages(progress.pages, progress.known)}
            />
            <p className="text-13 text-ink-2 wrap-anywhere">{progress.lastUrl ?? <PlaceOf url={check.url} />}</p>
          </>
        ) : (
          <p className="text-13 text-ink-2 wrap-anywhere">
            <PlaceOf url={check.url} />
          </p>
        )}
        <ul className="grid gap-2">
          {siteRequirements.map((name) => {
            const isMet = progress?.met.includes(name) ?? false;
            return (
              <li key={name} className="flex items-baseline justify-between gap-4">
                <span>{v.requirements[name]}</span>
                <Status tone={isMet ? "done" : "wait"} bare>
                  {isMet ? w.found : w.looking}
                </Status>
              </li>
            );
          })}
        </ul>
        <p className="text-15 text-ink-2">{w.stay}</p>
        {hydrated ? null : (
          <LinkButton to="." tone="plain">
            {w.refresh}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
