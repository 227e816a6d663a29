import { Form, Link } from "@remix-run/react";
import { useWords } from "../../i18n/use-words.ts";
import { useRootData } from "../root-data.ts";
import { LangSwitch } from "./lang-switch.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { words } from "./words.ts";

export interface ShellLink {
  to: string;
  label: string;
  count?: number;
  end?: boolean;
}

/** Who is signed in, and the way out. A plain disclosure: opens without scripts. */
export function ViewerMenu({ links = [], up }: { links?: readonly ShellLink[]; up?: boolean }) {
  const w = useWords(words).shell;
  const viewer = useRootData()?.viewer;
  if (!viewer) {
    return (
      <Link
        to="/sign-in"
        className="flex min-h-9 items-center rounded-md px-2 text-15 font-semibold text-accent hover:bg-accent-wash"
      >
        {w.signIn}
      </Link>
    );
  }
  return (
    <details className="group relative">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-md px-2 text-15 hover:bg-sunk in-[.dense]:text-13 [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="flex size-6 items-center justify-center rounded-full bg-accent-wash text-13 font-semibold text-accent-strong"
        >
          {[...viewer.name][0]}
        </span>
        <span className="max-w-32 truncate">{viewer.name}</span>
      </summary>
      <div
        className={`absolute z-30 grid w-64 gap-1 rounded-md border border-line bg-sheet p-2 shadow-float ${up ? "bottom-full left-0 mb-1" : "right-0 mt-1"}`}
      >
        <p className="truncate px-2 py-1 text-13 text-ink-2">{viewer.email}</p>
        <Link to="/account" className="flex min-h-9 items-center rounded-md px-2 text-15 hover:bg-sunk">
          {w.account}
        </Link>
        {links.map(({ to, label }) => (
          <Link key={to} to={to} className="flex min-h-9 items-center rounded-md px-2 text-15 hover:bg-sunk">
            {label}
          </Link>
        ))}
        <div className="border-t border-line pt-1 pl-2">
          <ThemeSwitch />
          <div className="-ml-2">
            <LangSwitch />
          </div>
        </div>
        <Form method="post" action="/sign-out" reloadDocument className="border-t border-line pt-1">
          <button
            type="submit"
            className="min-h-9 w-full cursor-pointer rounded-md px-2 text-left text-15 hover:bg-sunk"
          >
            {w.signOut}
          </button>
        </Form>
      </div>
    </details>
  );
}
