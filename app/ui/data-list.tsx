import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

export interface DataItem {
  label: ReactNode;
  /** Nothing known shows a dash. */
  value: ReactNode;
  hint?: ReactNode;
  /** Opposite the value: "change", a copy button. */
  action?: ReactNode;
}

/** Labels and values, one under the other with hairlines between. `stacked` puts the label above the value. */
export function DataList({ items, stacked }: { items: readonly DataItem[]; stacked?: boolean }) {
  const w = useWords(words);
  return (
    <dl className="divide-y divide-line">
      {items.map(({ label, value, hint, action }, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: labels may be elements, and the list has one order.
          key={place}
          className={cx(
            "grid gap-x-4 py-2.5 text-15 first:pt-0 last:pb-0 in-[.dense]:py-1.5",
            !stacked &&
              "sm:grid-cols-[minmax(7rem,2fr)_5fr] in-[.dense]:grid-cols-[minmax(6rem,1fr)_2fr] in-[.dense]:text-13",
          )}
        >
          <dt className="text-ink-2">{label}</dt>
          <dd className="flex min-w-0 items-start justify-between gap-3">
            <span className="min-w-0">
              {value === null || value === undefined || value === "" ? (
                <>
                  <span aria-hidden="true" className="text-ink-2">
                    —
                  </span>
                  <VisuallyHidden>{w.none}</VisuallyHidden>
                </>
              ) : (
                value
              )}
              {hint ? <span className="block text-13 text-ink-2">{hint}</span> : null}
            </span>
            {action ? <span className="-my-1 shrink-0">{action}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
