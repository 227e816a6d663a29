import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Mark } from "../logo.tsx";
import { Tabs } from "../tabs.tsx";
import { VisuallyHidden } from "../visually-hidden.tsx";
import { SkipLink } from "./skip-link.tsx";
import { type ShellLink, ViewerMenu } from "./viewer-menu.tsx";
import { words } from "./words.ts";

interface Props {
  /** The merchant's name, as on the shop's sign. */
  title: string;
  /** The case's short id, for the phone and for mails. */
  shortId?: string;
  nav?: readonly ShellLink[];
  /** Links of the menu of the person. */
  menu?: readonly ShellLink[];
  /** Two columns on a desk. */
  wide?: boolean;
  /** Shown as a stripe under the head: test and live are different worlds. */
  mode?: "test" | "live";
  children: ReactNode;
}

/** The merchant's pages: one column on a phone. */
export function MerchantShell({ title, shortId, nav = [], menu, wide, mode, children }: Props) {
  const w = useWords(words).shell;
  const width = `mx-auto w-full px-5 ${wide ? "max-w-5xl" : "max-w-[42rem]"}`;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-sheet [--under:var(--sheet)]">
        <div className={`${width} flex items-center justify-between gap-3 py-3`}>
          <Link to="/cases" className="flex min-w-0 items-center gap-3 rounded-sm">
            <Mark className="size-7 shrink-0" />
            <VisuallyHidden>{w.home}</VisuallyHidden>
            <span className="grid min-w-0">
              <span className="truncate text-15 font-semibold">{title}</span>
              {shortId ? <span className="num text-13 text-ink-2">{shortId}</span> : null}
            </span>
          </Link>
          <ViewerMenu links={menu} />
        </div>
        {nav.length > 0 ? (
          <div className={`${width} -mb-px`}>
            <Tabs label={w.mainNav} tabs={nav} />
          </div>
        ) : null}
        {mode ? <ModeStripe mode={mode} /> : null}
      </header>
      <main id="main" tabIndex={-1} className={`${width} flex-1 py-6 sm:py-10`}>
        {children}
      </main>
    </div>
  );
}

/** Which of the two worlds this page works in. */
function ModeStripe({ mode }: { mode: "test" | "live" }) {
  const w = useWords(words).shell;
  return (
    <p
      className={
        mode === "live"
          ? "bg-accent px-5 py-1 text-center text-13 font-semibold text-on-accent"
          : "tone-wait border-b border-dashed border-tone bg-tone-wash px-5 py-1 text-center text-13 font-semibold text-tone"
      }
    >
      {w[mode]}
    </p>
  );
}
