import { NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { stateName, stateWords } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Shape } from "#app/ui/shape.tsx";
import { bringIntoView } from "#app/ui/tabs.tsx";
import { type Tone, toneClass } from "#app/ui/tone.ts";
import { words } from "./words.ts";
import type { Workspace } from "./workspace.server.ts";

/** The left pane: the pages of a case, each with how the step stands. */
export function StepsPane({ workspace: { caseId, steps, channels } }: { workspace: Workspace }) {
  const w = useWords(words).case;
  const names = useWords(stateWords);
  const home = `/console/cases/${caseId}`;
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another step.
  useEffect(() => bringIntoView(row.current), [pathname]);
  return (
    <nav
      ref={row}
      aria-label={w.steps}
      className="min-w-0 max-lg:scroll-x max-lg:-mx-4 max-lg:border-y max-lg:border-line max-lg:px-2 max-lg:[--under:var(--sheet)] max-lg:py-1"
    >
      <ul className="relative flex gap-1 max-lg:w-max max-lg:pr-6 lg:flex-col lg:gap-0.5">
        <StepLink to={home} label={w.pages.overview} end />
        {steps.map(({ page, tone, state }) => (
          <StepLink
            key={page}
            to={`${home}/${page}`}
            label={w.pages[page]}
            tone={tone}
            note={state ? stateName(names, "onboarding", state) : undefined}
          />
        ))}
        {channels.length > 0 ? (
          <li aria-hidden="true" className="px-2 pt-3 pb-1 text-13 font-semibold text-ink-2 max-lg:hidden">
            {w.channels}
          </li>
        ) : null}
        {channels.map(({ id, name, phase, status }) => (
          <StepLink
            key={id}
            to={`${home}/channels/${id}`}
            label={name}
            tone={status}
            note={stateName(names, "channel", phase)}
          />
        ))}
        <li aria-hidden="true" className="mx-2 my-2 border-t border-line max-lg:hidden" />
        <StepLink to={`${home}/timeline`} label={w.pages.timeline} isHistory />
        <StepLink to={`${home}/chart`} label={w.pages.chart} />
      </ul>
    </nav>
  );
}

interface LinkProps {
  to: string;
  label: string;
  tone?: Tone | null;
  note?: string;
  end?: boolean;
  isHistory?: boolean;
}

function StepLink({ to, label, tone, note, end, isHistory }: LinkProps) {
  return (
    <li className="shrink-0">
      <NavLink
        to={to}
        end={end}
        data-to-history={isHistory ? "" : undefined}
        className={({ isActive }) =>
          `flex min-h-8 items-start gap-2 rounded-md px-2 py-1 text-15 max-lg:items-center ${isActive ? "bg-sunk font-semibold" : "hover:bg-sunk"}`
        }
      >
        <span className={`mt-1 max-lg:mt-0 ${tone ? `${toneClass[tone]} text-tone` : "text-edge"}`}>
          {tone ? (
            <Shape tone={tone} />
          ) : (
            <span className="mx-[3px] mt-0.5 block size-2 rounded-full border-2 border-current max-lg:mt-0" />
          )}
        </span>
        <span className="grid min-w-0">
          <span className="lg:break-words max-lg:whitespace-nowrap">{label}</span>
          {note ? <span className="text-13 font-normal text-ink-2 max-lg:sr-only">{note}</span> : null}
        </span>
      </NavLink>
    </li>
  );
}
