import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { Shape } from "./shape.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

export type StepState = "done" | "now" | "later" | "locked";

export interface PathStep {
  id: string;
  title: ReactNode;
  state: StepState;
  /** A line under the title: what happened, or what is next and from whom. */
  note?: ReactNode;
  /** For `locked`: why, shown when asked. */
  reason?: ReactNode;
  href?: string;
  aside?: ReactNode;
}

/** The way from shore to ship: what is done, where we are, what comes, what is locked and why. */
export function Path({ steps, label }: { steps: readonly PathStep[]; label: string }) {
  return (
    <ol aria-label={label} className="grid">
      {steps.map((step, place) => (
        <Step key={step.id} step={step} number={place + 1} isLast={place === steps.length - 1} />
      ))}
    </ol>
  );
}

const marks: Record<StepState, string> = {
  done: "border-accent bg-sheet text-accent",
  now: "border-accent bg-accent text-on-accent",
  later: "border-edge bg-sheet text-ink-2",
  locked: "border-line bg-sunk text-ink-2",
};

function Step({ step, number, isLast }: { step: PathStep; number: number; isLast: boolean }) {
  const w = useWords(words).step;
  const { title, state, note, reason, href, aside } = step;
  const isShut = state === "locked" && Boolean(reason);
  return (
    <li aria-current={state === "now" ? "step" : undefined} className="relative flex gap-4 pb-6 last:pb-0">
      {isLast ? null : (
        <span
          aria-hidden="true"
          className={cx("absolute top-8 bottom-0 left-4 -ml-px w-0.5", state === "done" ? "bg-accent" : "bg-line")}
        />
      )}
      <span
        aria-hidden="true"
        className={cx(
          "num flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-15 font-semibold",
          marks[state],
        )}
      >
        {state === "done" ? <Shape tone="done" /> : state === "locked" ? <Lock /> : number}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5 pt-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          {isShut ? (
            <Shut title={title} note={note} reason={reason} />
          ) : (
            <span
              className={cx(
                "text-17",
                state === "now" ? "font-bold" : state === "done" ? "font-semibold" : "font-medium text-ink-2",
              )}
            >
              {href ? (
                <Link to={href} className="underline decoration-line underline-offset-4 hover:decoration-accent">
                  {title}
                </Link>
              ) : (
                title
              )}
              <VisuallyHidden> ({w[state]})</VisuallyHidden>
            </span>
          )}
          {aside ? <span className="text-13 text-ink-2">{aside}</span> : null}
        </div>
        {note && !isShut ? <div className="text-15 text-ink-2">{note}</div> : null}
      </div>
    </li>
  );
}

/** Closed until something else is done: one line, and when opened what it is and what opens it. */
function Shut({ title, note, reason }: Pick<PathStep, "title" | "note" | "reason">) {
  const w = useWords(words).step;
  return (
    <details className="group min-w-0 flex-1 text-ink-2">
      <summary className="flex min-h-7 cursor-pointer list-none flex-wrap items-baseline gap-x-3 text-17 font-medium [&::-webkit-details-marker]:hidden">
        {title}
        <VisuallyHidden>({w.locked})</VisuallyHidden>
        <span className="text-13 underline decoration-dotted underline-offset-4 group-open:hidden">{w.why}</span>
      </summary>
      <div className="mt-1 grid gap-0.5 border-l-2 border-line pl-3 text-15">
        <div className="font-medium text-ink">{reason}</div>
        {note ? <div>{note}</div> : null}
      </div>
    </details>
  );
}

function Lock() {
  return (
    <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
      <path d="M4.5 6.5V4.6a2.5 2.5 0 0 1 5 0v1.9" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="2.75" y="6.25" width="8.5" height="6" rx="1.25" fill="currentColor" />
    </svg>
  );
}
