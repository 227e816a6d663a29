import { useEffect, useSyncExternalStore } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Shape } from "./shape.tsx";
import { type Said, toasts } from "./toast.ts";
import { toneClass } from "./tone.ts";
import { words } from "./words.ts";

const SHOWN_MS = 6000;
const none: readonly Said[] = [];

/** The corner where `toast(…)` is shown; once a page, in the root. */
export function Toaster() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current, () => none);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-center gap-2 sm:justify-items-end"
    >
      {shown.map((said) => (
        <Toast key={said.id} said={said} />
      ))}
    </div>
  );
}

function Toast({ said: { id, text, tone } }: { said: Said }) {
  const w = useWords(words);
  useEffect(() => {
    const timer = setTimeout(() => toasts.dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div
      className={`${toneClass[tone]} pointer-events-auto flex max-w-md items-start gap-3 rounded-md border border-line bg-sheet px-4 py-3 text-15 shadow-float`}
    >
      <Shape tone={tone} className="mt-1 size-4 text-tone" />
      <span className="min-w-0">{text}</span>
      <button
        type="button"
        aria-label={w.close}
        onClick={() => toasts.dismiss(id)}
        className="-mr-1 size-6 shrink-0 cursor-pointer rounded-sm text-ink-2 hover:bg-sunk"
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
