/** What a form held, as text, nested by the dots of its names. Files stay out. */
export interface FormValues {
  [name: string]: FormValue;
}
export type FormValue = string | FormValue[] | FormValues | undefined;

/** Names that would reach into every object of the process. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
const MAX_DEPTH = 8;
const MAX_INDEX = 999;

const isList = (held: Record<string, unknown>): boolean => {
  const keys = Object.keys(held);
  return keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key) && Number(key) <= MAX_INDEX);
};

/** Folders whose names are all numbers become lists, in order and without gaps. */
const listed = (held: unknown): unknown => {
  if (Array.isArray(held) || typeof held !== "object" || held === null || held instanceof Blob) return held;
  const folder = held as Record<string, unknown>;
  if (isList(folder)) {
    return Object.keys(folder)
      .sort((a, b) => Number(a) - Number(b))
      .map((key) => listed(folder[key]));
  }
  return Object.fromEntries(Object.entries(folder).map(([key, value]) => [key, listed(value)]));
};

/**
 * A posted form as an object: `people.0.name` nests, a name given twice becomes a list, numbers as names make a list.
 *
 * Names that reach for a prototype, go deeper than 8 or run into a value already there are left out:
 * no form of ours makes them.
 */
export function nested(form: Iterable<[string, FormDataEntryValue]>): Record<string, unknown> {
  const top: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const steps = name.split(".");
    if (steps.length > MAX_DEPTH || steps.some((step) => FORBIDDEN.has(step) || step === "")) continue;
    const last = steps.pop()!;
    let folder: Record<string, unknown> | null = top;
    for (const step of steps) {
      folder[step] ??= {};
      const inner: unknown = folder[step];
      folder =
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
          ? (inner as Record<string, unknown>)
          : null;
      if (!folder) break;
    }
    if (!folder) continue;
    const before = folder[last];
    folder[last] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return listed(top) as Record<string, unknown>;
}

/** What stands at `people.0.name`; undefined when nothing does. */
export function valueAt(values: unknown, name: string): unknown {
  let held = values;
  for (const step of name.split(".")) {
    if (typeof held !== "object" || held === null || !Object.hasOwn(held, step)) return undefined;
    held = (held as Record<string, unknown>)[step];
  }
  return held;
}

/** The same without files and without the fields named in `forget`: what may be sent back to be shown again. */
export function keepable(held: unknown, forget: readonly string[], path = ""): FormValue {
  if (typeof held === "string") return forget.includes(path) ? undefined : held;
  const under = (key: string) => (path ? `${path}.${key}` : key);
  if (Array.isArray(held)) return held.map((one, n) => keepable(one, forget, under(String(n))));
  if (typeof held !== "object" || held === null || held instanceof Blob) return undefined;
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, keepable(one, forget, under(key))]));
}
