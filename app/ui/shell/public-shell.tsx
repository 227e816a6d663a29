import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Wordmark } from "../logo.tsx";
import { useRootData } from "../root-data.ts";
import { LangSwitch } from "./lang-switch.tsx";
import { SkipLink } from "./skip-link.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { ViewerMenu } from "./viewer-menu.tsx";
import { words } from "./words.ts";

interface Props {
  children: ReactNode;
  /** `page`: a column to read (default). `wide`: two columns on a desk. `full`: the page sets its own edges. */
  width?: "page" | "wide" | "full";
}

const widths = {
  page: "mx-auto w-full max-w-[42rem] px-5 py-8 sm:py-12",
  wide: "mx-auto w-full max-w-5xl px-5 py-8 sm:py-12",
  full: "",
};

/** For those who are not signed in, or do not have to be. */
export function PublicShell({ children, width = "page" }: Props) {
  const w = useWords(words).shell;
  // Who is signed in has both switches in the menu of the person.
  const isVisitor = !useRootData()?.viewer;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-4 px-5 py-4">
        <Link to="/" aria-label={w.home} className="rounded-sm">
          <Wordmark />
        </Link>
        <div className="flex items-center gap-1">
          {isVisitor ? <LangSwitch /> : null}
          <ViewerMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`flex-1 ${widths[width]}`}>
        {children}
      </main>
      <footer className="mt-16 border-t border-line">
        <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-4 px-5 py-6 text-13 text-ink-2">
          <p>
            <span translate="no" className="font-semibold text-ink">
              Gangway
            </span>{" "}
            · {w.footer}
          </p>
          {isVisitor ? <ThemeSwitch /> : null}
        </div>
      </footer>
    </div>
  );
}
