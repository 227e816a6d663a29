import { Link, NavLink, useLocation } from "@remix-run/react";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../cx.ts";
import { DenseContext } from "../dense.ts";
import { Wordmark } from "../logo.tsx";
import { bringIntoView } from "../tabs.tsx";
import { useHydrated } from "../use-hydrated.ts";
import type { PaletteSource } from "./command-palette.tsx";
import { type Shortcut, ShortcutContext, useConsoleKeys } from "./shortcuts.ts";
import { SkipLink } from "./skip-link.tsx";
import { type ShellLink, ViewerMenu } from "./viewer-menu.tsx";
import { words } from "./words.ts";

const CommandPalette = lazy(() => import("./command-palette.tsx"));
const ShortcutHelp = lazy(() => import("./shortcut-help.tsx"));

export interface RailGroup {
  label?: string;
  links: readonly ShellLink[];
}

interface Props {
  rail: readonly RailGroup[];
  palette: PaletteSource;
  /** Links of the menu of the person. */
  menu?: readonly ShellLink[];
  children: ReactNode;
}

/** The staff's pages: a rail, dense, and every key of it on the keyboard. */
export function ConsoleShell({ rail, palette, menu, children }: Props) {
  const w = useWords(words);
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  const isApple = useHydrated() && /Mac|iP/.test(navigator.platform);
  const own = useMemo(() => new Map<string, Shortcut>(), []);
  const on = useMemo(() => ({ palette: () => setShown("palette"), help: () => setShown("help") }), []);
  useConsoleKeys(own, on);
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another link of the rail.
  useEffect(() => bringIntoView(row.current), [pathname]);

  return (
    <DenseContext.Provider value={true}>
      <ShortcutContext.Provider value={own}>
        <div className="dense flex min-h-dvh flex-col lg:flex-row">
          <SkipLink />
          <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunk px-3 py-2 lg:sticky lg:top-0 lg:h-dvh lg:w-52 lg:shrink-0 lg:flex-col lg:flex-nowrap lg:items-stretch lg:border-r lg:border-b-0 lg:py-4">
            <Link to="/console" aria-label={w.shell.home} className="px-2">
              <Wordmark small />
            </Link>
            <button
              type="button"
              onClick={on.palette}
              className="flex min-h-9 cursor-pointer items-center justify-between gap-2 rounded-md border border-line bg-sheet px-2 text-13 text-ink-2 hover:border-edge max-lg:ml-auto"
            >
              {w.shell.search}
              <kbd className="font-mono text-13 max-sm:hidden">{isApple ? "⌘K" : "Ctrl K"}</kbd>
            </button>
            <nav
              ref={row}
              aria-label={w.shell.mainNav}
              className="flex min-w-0 gap-4 [--under:var(--sunk)] max-lg:scroll-x max-lg:order-last max-lg:-mx-3 max-lg:w-[calc(100%+1.5rem)] max-lg:px-3 lg:flex-1 lg:flex-col lg:overflow-y-auto"
            >
              {rail.map(({ label, links }) => (
                <div key={links[0]?.to} className="flex gap-1 lg:flex-col lg:gap-0.5">
                  {label ? <p className="px-2 pb-1 text-13 font-semibold text-ink-2 max-lg:hidden">{label}</p> : null}
                  {links.map((link) => (
                    <RailLink key={link.to} {...link} />
                  ))}
                </div>
              ))}
            </nav>
            <div className="max-lg:hidden">
              <button
                type="button"
                onClick={on.help}
                className="mb-1 flex min-h-8 w-full cursor-pointer items-center justify-between rounded-md px-2.5 text-13 text-ink-2 hover:bg-sheet hover:text-ink"
              >
                {w.shell.keys}
                <kbd className="font-mono text-13">?</kbd>
              </button>
              <ViewerMenu links={menu} up />
            </div>
            <div className="lg:hidden">
              <ViewerMenu links={menu} />
            </div>
          </header>
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-4 text-15 lg:px-6">
            {children}
          </main>
        </div>
        {/* Only while shown: a boundary that waits in the page would be thrown away by the first update around it. */}
        {shown ? (
          <Suspense fallback={null}>
            {shown === "palette" ? (
              <CommandPalette {...palette} onClose={() => setShown(null)} />
            ) : (
              <ShortcutHelp own={own} onClose={() => setShown(null)} />
            )}
          </Suspense>
        ) : null}
      </ShortcutContext.Provider>
    </DenseContext.Provider>
  );
}

function RailLink({ to, label, count, end }: ShellLink) {
  return (
    <NavLink
      to={to}
      end={end}
      className={({ isActive }) =>
        cx(
          "relative flex min-h-9 items-center justify-between gap-3 rounded-md px-2.5 text-15 whitespace-nowrap lg:min-h-8",
          isActive
            ? "bg-sheet font-semibold text-ink before:absolute before:inset-y-2 before:left-0 before:w-0.5 before:bg-accent"
            : "text-ink-2 hover:bg-sheet hover:text-ink",
        )
      }
    >
      {label}
      {count ? <span className="num text-13 text-ink-2">{count}</span> : null}
    </NavLink>
  );
}
