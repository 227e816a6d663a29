import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Status } from "#app/ui/status.tsx";
import type { StatusClass } from "#app/ui/tone.ts";
import { stateName, stateWords } from "./state-words.ts";

interface Props {
  /** What a page needs to know to head it; `CaseView` fits. */
  of: { publicId: string; phase: string };
  /** The merchant's name; the public id stands in for it. */
  name: string | null;
  status: StatusClass;
  /** Opposite the name. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** Heads every page of a case: whose it is, its number, where it stands. */
export function CaseHeader({ of, name, status, aside, children }: Props) {
  const names = useWords(stateWords);
  return (
    <header data-phase={of.phase} className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <p className="min-w-0 text-21 font-bold break-words">{name ?? of.publicId}</p>
          <Status tone={status}>{stateName(names, "onboarding", of.phase)}</Status>
          {name ? <span className="num text-13 text-ink-2">{of.publicId}</span> : null}
        </div>
        {aside}
      </div>
      {children}
    </header>
  );
}
