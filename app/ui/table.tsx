import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

export interface Column<Row> {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, in tabular digits. */
  align?: "left" | "right";
  /** The header becomes a link: `?sort=key` and `?sort=-key`. */
  sortable?: boolean;
  /** Takes what is left and cuts what does not fit. */
  grow?: boolean;
  /** Left out of the table below this width; the cards of a phone have it. */
  from?: "md" | "lg" | "xl";
  hideLabel?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the first cell a link and the row one that `j k ↵` walk (`useRowKeys`). */
  rowHref?: (row: Row) => string;
  /** As the server sorted: `dueAt` or `-dueAt`. */
  sort?: string;
  /** Which row the page is about. */
  currentKey?: string;
  empty?: ReactNode;
}

const fromClass = { md: "sm:max-md:hidden", lg: "sm:max-lg:hidden", xl: "sm:max-xl:hidden" };
const cellClass = <Row,>(column: Column<Row>) =>
  cx(
    "sm:px-3 sm:py-2 sm:first:pl-4 sm:last:pr-4 sm:in-[.dense]:px-2 sm:in-[.dense]:py-1.5",
    column.align === "right" ? "num sm:text-right" : "text-left",
    column.grow ? "sm:w-full sm:max-w-0 sm:truncate" : "sm:whitespace-nowrap",
    column.from && fromClass[column.from],
  );

/**
 * Rows as the server sorted them, under a head that stays. Wider than the page it scrolls by itself; on a phone each row is a card,
 * its first cell the title, every other one behind its label.
 */
export function Table<Row>({ caption, columns, rows, rowKey, rowHref, sort, currentKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={caption} tabIndex={0} className="scroll-x w-full contain-inline-size [--under:var(--sheet)]">
      <table className="w-full border-collapse text-15 in-[.dense]:text-13 max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:hidden">
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-row={rowHref ? key : undefined}
                aria-current={key === currentKey ? "true" : undefined}
                className="relative border-b border-line last:border-b-0 max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:gap-y-1 max-sm:px-4 max-sm:py-3 hover:bg-sunk aria-[current]:bg-accent-wash has-[a[data-row-link]:focus-visible]:bg-accent-wash has-[a[data-row-link]:focus-visible]:shadow-[inset_3px_0_0_var(--accent)]"
              >
                {columns.map((column, place) => {
                  const held = column.cell(row);
                  // A card has no columns to keep: a label with nothing behind it says nothing.
                  const isEmpty = held === null || held === "";
                  return (
                    <td
                      key={column.key}
                      className={cx(
                        cellClass(column),
                        place === 0 && "max-sm:basis-full max-sm:text-15",
                        isEmpty && "max-sm:hidden",
                      )}
                    >
                      {place === 0 || column.hideLabel || isEmpty ? null : (
                        <span className="mr-1.5 text-13 text-ink-2 sm:hidden">{column.label}</span>
                      )}
                      {place === 0 && rowHref ? (
                        <Link
                          to={rowHref(row)}
                          data-row-link=""
                          className="font-semibold outline-none after:absolute after:inset-0"
                        >
                          {held}
                        </Link>
                      ) : (
                        held
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Head<Row>({ column, sort }: { column: Column<Row>; sort?: string }) {
  const w = useWords(words).table;
  const [params] = useSearchParams();
  const { key, label, sortable, hideLabel } = column;
  const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined;
  const next = new URLSearchParams(params);
  next.set("sort", direction === "ascending" ? `-${key}` : key);
  next.delete("after");
  next.delete("before");
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={cx(cellClass(column), "sticky top-0 z-10 border-b border-edge bg-sheet font-semibold text-ink-2")}
    >
      {hideLabel ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : sortable ? (
        <Link
          to={`?${next}`}
          preventScrollReset
          className={cx("inline-flex items-center gap-1 hover:text-ink", direction && "text-ink")}
        >
          <VisuallyHidden>{typeof label === "string" ? w.sortBy(label) : label}</VisuallyHidden>
          <span aria-hidden="true">{label}</span>
          <svg viewBox="0 0 8 12" aria-hidden="true" className="size-2.5" fill="currentColor">
            <path d="M4 0l3.5 4.5h-7z" opacity={direction === "ascending" ? 1 : 0.35} />
            <path d="M4 12L.5 7.5h7z" opacity={direction === "descending" ? 1 : 0.35} />
          </svg>
        </Link>
      ) : (
        label
      )}
    </th>
  );
}
