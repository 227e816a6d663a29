/** One thing that differs between two editions: where, by names a person knows, and what it was and is. */
export interface Difference {
  /** `channels/ZALOPAY/methods/ZALOPAY_WALLET/isLive` */
  path: string;
  change: "added" | "removed" | "changed";
  before: unknown;
  after: unknown;
}

/** What an entry of a list goes by, in this order of preference. */
const names = ["key", "id", "code", "tag", "field", "list", "pg", "channel", "step", "method"] as const;

const isFolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The field by which every entry of both lists can be told apart; `null` when there is none: such lists are compared whole. */
function nameOf(lists: readonly (readonly unknown[])[]): string | null {
  const all = lists.flat();
  if (all.length === 0 || !all.every(isFolder)) return null;
  return (
    names.find((name) =>
      lists.every((list) => {
        const held = list.map((entry) => (entry as Record<string, unknown>)[name]);
        return held.every((one) => typeof one === "string") && new Set(held).size === held.length;
      }),
    ) ?? null
  );
}

/**
 * What differs, down to the field. Entries of lists are matched by their names, so that one put in front is one addition and
 * not a change of everything behind it; the order of a list does not count.
 */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  const under = (name: string) => (path ? `${path}/${name}` : name);
  if (Array.isArray(before) && Array.isArray(after)) {
    const name = nameOf([before, after]);
    if (name === null) {
      const same = JSON.stringify(before.map(canonical).sort()) === JSON.stringify(after.map(canonical).sort());
      return same ? [] : [{ path, change: "changed", before, after }];
    }
    const byName = (list: unknown[]) =>
      Object.fromEntries(list.map((entry) => [(entry as Record<string, unknown>)[name], entry]));
    return differences(byName(before), byName(after), path);
  }
  if (isFolder(before) && isFolder(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): Difference[] => {
      const [old, now] = [before[name], after[name]];
      if (old === undefined && now === undefined) return [];
      if (old === undefined) return [{ path: under(name), change: "added", before: null, after: now }];
      if (now === undefined) return [{ path: under(name), change: "removed", before: old, after: null }];
      return differences(old, now, under(name));
    });
  }
  return canonical(before) === canonical(after) ? [] : [{ path, change: "changed", before, after }];
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isFolder(value)) return JSON.stringify(value) ?? "";
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${canonical(value[key])}`)
    .join()}}`;
}

/** Keys of the channels that a difference touches: of the catalogue, of fees, of opening times. */
export const channelsTouched = (all: readonly Difference[]): string[] => [
  ...new Set(all.flatMap(({ path }) => /^channels\/([A-Z0-9_]+)/.exec(path)?.[1] ?? [])),
];
