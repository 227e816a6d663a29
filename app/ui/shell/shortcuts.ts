import { createContext, useContext, useEffect } from "react";

export interface Shortcut {
  label: string;
  run: () => void;
}

/** Shortcuts that the page on show adds to the console's own. Held by the shell. */
export const ShortcutContext = createContext<Map<string, Shortcut> | null>(null);

/** Adds shortcuts while the page is shown: `useShortcuts({ a: { label: w.approve, run } })`. They stand in the `?` help too. */
export function useShortcuts(shortcuts: Record<string, Shortcut>): void {
  const held = useContext(ShortcutContext);
  useEffect(() => {
    for (const [key, shortcut] of Object.entries(shortcuts)) held?.set(key, shortcut);
    return () => {
      for (const key of Object.keys(shortcuts)) held?.delete(key);
    };
  });
}

/** True where keys are letters: in a box to type into, in a dialog, in a list of choices. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], [role=dialog]") !==
    null;

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row-link]")];

/** Focus moves among the rows of the page, `step` down or up, and stops at the ends. */
function walk(step: 1 | -1): void {
  const all = rows();
  const here = all.indexOf(document.activeElement as HTMLElement);
  const next = here < 0 ? (step === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step));
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: "nearest" });
}

/** The console's keys: `j k` walk the rows (↵ opens: they are links), `/` finds, `?` helps, ⌘K or Ctrl K goes anywhere. */
export function useConsoleKeys(own: Map<string, Shortcut>, on: { palette: () => void; help: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        on.palette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const find = () => document.querySelector<HTMLElement>("[data-find], #main input[type=search]")?.focus();
      const keys: Record<string, () => void> = { j: () => walk(1), k: () => walk(-1), "/": find, "?": on.help };
      const run = own.get(event.key)?.run ?? keys[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [own, on]);
}
