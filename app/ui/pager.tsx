import { useSearchParams } from "@remix-run/react";
import { useWords } from "../i18n/use-words.ts";
import { LinkButton } from "./link-button.tsx";
import { words } from "./words.ts";

interface Props {
  /** The cursor of the page before, or null on the first. */
  before: string | null;
  /** The cursor of the page behind, or null on the last. */
  after: string | null;
}

/** Back and forth by cursors: `?after=…` and `?before=…`; everything else in the address stays. */
export function Pager({ before, after }: Props) {
  const w = useWords(words).pager;
  const [params] = useSearchParams();
  const to = (side: "before" | "after", cursor: string) => {
    const next = new URLSearchParams(params);
    next.delete("before");
    next.delete("after");
    next.set(side, cursor);
    return `?${next}`;
  };
  if (!before && !after) return null;
  return (
    <nav aria-label={w.label} className="flex gap-2">
      {before ? (
        <LinkButton size="s" to={to("before", before)} rel="prev">
          {w.previous}
        </LinkButton>
      ) : null}
      {after ? (
        <LinkButton size="s" to={to("after", after)} rel="next">
          {w.next}
        </LinkButton>
      ) : null}
    </nav>
  );
}
