import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { type Tone, toneClass } from "./tone.ts";

interface Props {
  title?: ReactNode;
  /** Level of the title. */
  level?: 2 | 3;
  /** What stands opposite the title: a status, a small button. */
  aside?: ReactNode;
  /** Draws the edge in a tone: `act` for the one thing to do now. */
  tone?: Tone;
  id?: string;
  /** No padding inside: for a table or a list that goes to the edges. */
  flush?: boolean;
  footer?: ReactNode;
  children?: ReactNode;
}

/** One thing with a hairline around it. */
export function Card({ title, level = 2, aside, tone, id, flush, footer, children }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className={cx(
        "min-w-0 overflow-clip rounded-md bg-sheet [--under:var(--sheet)]",
        tone ? cx(toneClass[tone], "border-2 border-tone") : "border border-line",
      )}
    >
      {title || aside ? (
        <header className="flex items-start justify-between gap-4 px-5 pt-5 in-[.dense]:px-4 in-[.dense]:pt-3">
          <Heading
            className={cx(level === 2 ? "text-21 in-[.dense]:text-15" : "text-17 in-[.dense]:text-15", "min-w-0")}
          >
            {title}
          </Heading>
          {aside ? <div className="shrink-0 pt-1 in-[.dense]:pt-0">{aside}</div> : null}
        </header>
      ) : null}
      <div className={flush ? (title ? "pt-3" : "") : "px-5 py-4 in-[.dense]:px-4 in-[.dense]:py-3"}>{children}</div>
      {footer ? (
        <footer className="border-t border-line px-5 py-3 text-15 text-ink-2 in-[.dense]:px-4">{footer}</footer>
      ) : null}
    </section>
  );
}
