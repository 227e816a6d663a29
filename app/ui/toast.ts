import type { Tone } from "./tone.ts";

export interface Said {
  id: number;
  text: string;
  tone: Tone;
}

const MAX_SHOWN = 3;
let shown: readonly Said[] = [];
let count = 0;
const listeners = new Set<() => void>();

const show = (next: readonly Said[]) => {
  shown = next;
  for (const listener of listeners) listener();
};

/** What the corner of the page says right now; for the `Toaster`. */
export const toasts = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: () => shown,
  dismiss: (id: number) => show(shown.filter((said) => said.id !== id)),
};

/** Says briefly, in the corner, that something went as wished: what matters must also stand on the page. Browser only. */
export function toast(text: string, tone: Tone = "done"): void {
  count += 1;
  show([...shown, { id: count, text, tone }].slice(-MAX_SHOWN));
}
