import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { Shape } from "./shape.tsx";
import { type Tone, toneClass } from "./tone.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

interface Props {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** It appears because of something just done: said aloud. */
  live?: boolean;
}

/** A few sentences set apart: what to know, or what just happened. */
export function Notice({ tone = "info", title, children, action, live }: Props) {
  const w = useWords(words);
  return (
    <div
      role={live ? "status" : undefined}
      className={cx(toneClass[tone], "flex gap-3 rounded-md bg-tone-wash px-4 py-3 text-15")}
    >
      <Shape tone={tone} className="mt-1 size-4 text-tone" />
      <div className="grid min-w-0 flex-1 gap-1">
        <VisuallyHidden>{w.status[tone]}: </VisuallyHidden>
        {title ? <p className="font-semibold text-tone">{title}</p> : null}
        {children ? <div className="grid gap-2 text-ink">{children}</div> : null}
        {action ? <div className="mt-1 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
