import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Conflict } from "./draft.server.ts";
import type { SectionName } from "./inquiry.schema.ts";
import type { AutosaveAnswer } from "./section.server.ts";
import { dropUnsent, keepUnsent, unsentOf } from "./unsent.ts";

/** Quiet time after the last key stroke, ms; the promise is two seconds including the way. */
const QUIET = 700;
const RETRY = 5_000;
/** Looked again while a save is on its way, ms. */
const AGAIN = 100;

export type SaveState = "idle" | "saving" | "saved" | "failed";

/** `wishes.2.brands` belongs to the wish of one country; every other field stands by itself. */
const unitOf = (name: string): string => /^wishes\.\d+/.exec(name)?.[0] ?? name.split(".")[0] ?? name;

/** A unit as the draft names it: the wishes of a country go by its code. */
function fieldOf(form: HTMLFormElement, unit: string): string {
  if (!unit.startsWith("wishes.")) return unit;
  const country = form.elements.namedItem(`${unit}.country`);
  return country instanceof HTMLInputElement ? country.value : unit;
}

/**
 * Keeps what is typed while it is typed, touched fields only, so that two people at once do not overwrite each other.
 * What could not be sent is tried again, and once more when the page is left. Without scripts the form's own button saves.
 */
export function useAutosave(
  section: SectionName,
  loadedVersion: number,
  onAnswer: (answer: AutosaveAnswer) => void,
): {
  state: SaveState;
  version: number;
  /** What somebody else changed meanwhile, and nobody here touched since. */
  others: readonly Conflict[];
  onInput: (event: FormEvent<HTMLFormElement>) => void;
  saveMine: () => void;
} {
  const form = useRef<HTMLFormElement | null>(null);
  const touched = useRef(new Set<string>());
  const timer = useRef<number>(undefined);
  const isSending = useRef(false);
  const [version, setVersion] = useState(loadedVersion);
  const base = useRef(loadedVersion);
  const [state, setState] = useState<SaveState>("idle");
  const [others, setOthers] = useState<readonly Conflict[]>([]);
  const tell = useRef(onAnswer);
  tell.current = onAnswer;

  // The loader's version is newer after every full save.
  useEffect(() => {
    if (loadedVersion > base.current) {
      base.current = loadedVersion;
      setVersion(loadedVersion);
    }
  }, [loadedVersion]);

  const send = useCallback(
    async (keepalive = false) => {
      window.clearTimeout(timer.current);
      if (!form.current || touched.current.size === 0) return;
      // One after the other: a save that does not know of the one before it would take it for somebody else's.
      if (isSending.current && !keepalive) {
        timer.current = window.setTimeout(() => void send(), AGAIN);
        return;
      }
      const names = [...touched.current];
      touched.current.clear();
      const body = new FormData();
      for (const [name, value] of new FormData(form.current))
        if (names.includes(unitOf(name))) body.append(name, value);
      for (const name of names) body.append("_touched", name);
      body.set("_section", section);
      body.set("_version", String(base.current));
      setState("saving");
      isSending.current = true;
      try {
        const response = await fetch("/inquiry/save", { method: "POST", body, keepalive });
        if (!response.ok) throw new Error(String(response.status));
        const answer = (await response.json()) as AutosaveAnswer;
        dropUnsent(section);
        base.current = answer.version;
        setVersion(answer.version);
        // What was told before still stands: the page shows an older answer than the draft holds.
        setOthers((before) => [
          ...before.filter(({ field }) => !answer.others.some((one) => one.field === field)),
          ...answer.others,
        ]);
        tell.current(answer);
        setState("saved");
      } catch {
        // Not lost: it stands in the form, and is tried again.
        for (const name of names) touched.current.add(name);
        keepUnsent(section, body);
        setState("failed");
        timer.current = window.setTimeout(() => void send(), RETRY);
      } finally {
        isSending.current = false;
      }
    },
    [section],
  );

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    form.current = event.currentTarget;
    if (!name || name.startsWith("_")) return;
    touched.current.add(unitOf(name));
    const field = fieldOf(event.currentTarget, unitOf(name));
    setOthers((before) =>
      before.some((one) => one.field === field) ? before.filter((one) => one.field !== field) : before,
    );
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void send(), QUIET);
  };

  // What an earlier load of this page could not send goes first; then the page shows it.
  useEffect(() => {
    const body = unsentOf(section);
    if (!body) return;
    fetch("/inquiry/save", { method: "POST", body })
      .then((response) => {
        if (!response.ok) return;
        dropUnsent(section);
        window.location.reload();
      })
      .catch(() => {});
  }, [section]);

  useEffect(() => {
    const leave = () => void send(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [send]);

  /** Having seen the other's value, one's own is sent again: what stands in the form is meant. */
  const saveMine = () => {
    if (!form.current) return;
    for (const element of form.current.elements) {
      const { name } = element as HTMLInputElement;
      if (name && !name.startsWith("_")) touched.current.add(unitOf(name));
    }
    setOthers([]);
    void send();
  };

  return { state, version, others, onInput, saveMine };
}
