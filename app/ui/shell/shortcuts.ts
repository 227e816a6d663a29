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

/**
 * The key that was meant, in Latin letters: with a Korean input method on, the key of `j` says "ㅓ" or "Process",
 * and only its place on the keyboard still tells.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  if (/^[!-~]$/.test(key) || (key.length > 1 && key !== "Process")) return key;
  if (code === "Slash") return shiftKey ? "?" : "/";
  return code.startsWith("Key") ? code.slice(3).toLowerCase() : key;
}

const STORED = "gangway.keys";

/** Single letters as shortcuts can be turned off, for those who speak to their computer (WCAG 2.1.4). Kept on this device. */
export const singleKeys = {
  isOn: () => localStorage.getItem(STORED) !== "off",
  turn: (isOn: boolean) => localStorage.setItem(STORED, isOn ? "on" : "off"),
};

/** The console's keys: `j k` walk the rows (↵ opens: they are links), `/` finds, `?` helps, ⌘K or Ctrl K goes anywhere. */
export function useConsoleKeys(own: Map<string, Shortcut>, on: { palette: () => void; help: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if ((event.metaKey || event.ctrlKey) && key.toLowerCase() === "k") {
        event.preventDefault();
        on.palette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || !singleKeys.isOn()) return;
      const find = () => document.querySelector<HTMLElement>("[data-find], #main input[type=search]")?.focus();
      const keys: Record<string, () => void> = { j: () => walk(1), k: () => walk(-1), "/": find, "?": on.help };
      const run = own.get(key)?.run ?? keys[key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [own, on]);
}
