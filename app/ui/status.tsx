import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { Shape } from "./shape.tsx";
import { type Tone, toneClass } from "./tone.ts";
import { words } from "./words.ts";

interface Props {
  tone: Tone;
  /** The word; the class's own ("Act now", "Waiting", "Done", "Closed") unless given. */
  children?: ReactNode;
  /** Without the wash behind it: in tables and running text. */
  bare?: boolean;
}

/** How something stands: word, shape and colour together. */
export function Status({ tone, children, bare }: Props) {
  const w = useWords(words);
  return (
    <span
      className={cx(
        toneClass[tone],
        "inline-flex items-baseline gap-1.5 text-13 font-semibold whitespace-nowrap text-tone",
        !bare && "rounded-full bg-tone-wash py-0.5 pr-2.5 pl-2",
      )}
    >
      <Shape tone={tone} className="size-3.5 self-center" />
      {children ?? w.status[tone]}
    </span>
  );
}
