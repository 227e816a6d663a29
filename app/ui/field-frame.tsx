import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Shape } from "./shape.tsx";
import { words } from "./words.ts";

/** The ids that tie a control to its hint and its error. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

interface LabelProps {
  label: ReactNode;
  optional?: boolean;
}

/** The words of a label: what is optional says so, what is not needs no star. */
export function LabelText({ label, optional }: LabelProps) {
  const w = useWords(words);
  return (
    <>
      {label}
      {optional ? <span className="font-normal text-ink-2"> ({w.optional})</span> : null}
    </>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={`${id}-hint`} className="text-15 text-ink-2 in-[.dense]:text-13">
      {children}
    </div>
  ) : null;
}

/** Stands at the field; said aloud when it appears after the page was read. */
export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <div
      id={`${id}-error`}
      aria-live="polite"
      className={children ? "flex items-start gap-2 text-15 font-medium text-problem" : "hidden"}
    >
      {children ? (
        <>
          <Shape tone="problem" className="mt-1 size-4" />
          <span>{children}</span>
        </>
      ) : null}
    </div>
  );
}
