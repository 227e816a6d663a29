import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Since } from "#app/ui/due.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { Status } from "#app/ui/status.tsx";
import type { CaseListItem } from "./list.server.ts";
import { stateName, stateWords } from "./state-words.ts";
import { words } from "./words.ts";

/** All cases of a merchant; those with one never see it. */
export function CasesPage({ cases, now }: { cases: readonly CaseListItem[]; now: string }) {
  const w = useWords(words).list;
  const names = useWords(stateWords);
  return (
    <PublicShell>
      <div className="grid gap-6">
        <header className="grid gap-1">
          <h1 className="text-28">{w.title}</h1>
          <p className="text-ink-2">{w.intro}</p>
        </header>
        {cases.length === 0 ? (
          <EmptyState
            title={w.empty}
            action={
              <LinkButton to="/inquiry" tone="primary">
                {w.start}
              </LinkButton>
            }
          >
            {w.emptyBody}
          </EmptyState>
        ) : (
          <>
            <ul aria-label={w.caption} className="grid gap-3">
              {cases.map(({ id, publicId, name, phase, status, changedAt }) => (
                <li
                  key={id}
                  className="relative grid gap-2 rounded-md border border-line bg-sheet px-5 py-4 transition-colors hover:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
                >
                  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                    <Link
                      to={`/cases/${id}`}
                      className="min-w-0 truncate text-17 font-semibold outline-none after:absolute after:inset-0"
                    >
                      {name ?? w.unnamed}
                    </Link>
                    <Status tone={status}>{stateName(names, "onboarding", phase)}</Status>
                  </div>
                  <p className="flex flex-wrap gap-x-4 text-15 text-ink-2">
                    <span className="num">{publicId}</span>
                    <span>
                      {w.changed} <Since at={changedAt} now={now} />
                    </span>
                  </p>
                </li>
              ))}
            </ul>
            <p>
              <LinkButton to="/inquiry">{w.more}</LinkButton>
            </p>
          </>
        )}
      </div>
    </PublicShell>
  );
}
