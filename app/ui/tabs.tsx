import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { cx } from "./cx.ts";

export interface Tab {
  /** A path, with its search where views differ by it: `/console/desk/review?view=late`. */
  to: string;
  label: string;
  count?: number;
  /** Only this very address, not those below it. */
  end?: boolean;
}

/**
 * Which of the tabs the page is on: the longest path that leads to it; among equals the one whose search all stands
 * in the address.
 */
export function currentTab(tabs: readonly Tab[], at: { pathname: string; search: string }): Tab | undefined {
  const asked = new URLSearchParams(at.search);
  const scored = tabs.flatMap((tab) => {
    const [path = "", search = ""] = tab.to.split("?");
    const isHere = path === "" || path === at.pathname || (!tab.end && at.pathname.startsWith(`${path}/`));
    const wanted = [...new URLSearchParams(search)];
    return isHere && wanted.every(([key, value]) => asked.get(key) === value)
      ? [{ tab, score: path.length * 100 + wanted.length }]
      : [];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.tab;
}

/** Where the row is wider than the phone, the one we are on is not left outside. Sideways only: the page stays where it is. */
export function bringIntoView(row: HTMLElement | null): void {
  const current = row?.querySelector<HTMLElement>("[aria-current]");
  if (!row || !current) return;
  const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  if (inner.left < outer.left || inner.right > outer.right - 32) row.scrollLeft += inner.left - outer.left - 48;
}

/** Views of one thing, each with an address of its own: works without scripts, can be sent to a colleague. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const current = currentTab(tabs, useLocation());
  const row = useRef<HTMLElement>(null);
  const to = current?.to;
  useEffect(() => {
    if (to) bringIntoView(row.current);
  }, [to]);
  return (
    <nav ref={row} aria-label={label} className="scroll-x min-w-0 border-b border-line">
      <ul className="flex w-max gap-6 pr-6">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab === current ? "page" : undefined}
              className={cx(
                "flex min-h-11 items-center gap-1.5 border-b-2 text-15 whitespace-nowrap in-[.dense]:min-h-9",
                tab === current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="num text-13 font-normal text-ink-2">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
