import { NavLink } from "@remix-run/react";
import { cx } from "./cx.ts";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  /** Only this very address, not those below it. */
  end?: boolean;
}

/** Views of one thing, each with an address of its own: works without scripts, can be sent to a colleague. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="min-w-0 overflow-x-auto border-b border-line">
      <ul className="flex gap-6">
        {tabs.map(({ to, label, count, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className={({ isActive }) =>
                cx(
                  "flex min-h-11 items-center gap-1.5 border-b-2 text-15 whitespace-nowrap in-[.dense]:min-h-9",
                  isActive ? "border-accent font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )
              }
            >
              {label}
              {count === undefined ? null : <span className="num text-13 font-normal text-ink-2">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
