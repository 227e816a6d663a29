import { useWords } from "../../i18n/use-words.ts";
import { words } from "./words.ts";

/** The first thing the Tab key meets: past everything that is the same on every page. */
export function SkipLink() {
  const w = useWords(words).shell;
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-accent px-4 py-2 text-15 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
    >
      {w.skip}
    </a>
  );
}
