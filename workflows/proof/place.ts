import { leavesOf } from "../project.ts";

/** Where a chart stands, taken apart once: every state with this value shares it. */
export interface Place {
  id: number;
  /** Sorted, e.g. `["application.contract.drafting", ...]`. */
  leaves: readonly string[];
  /** The first name of the leaves, e.g. `application`. */
  phase: string;
  /** Inside a parallel part: which state each region is in. */
  regions: Readonly<Record<string, string>>;
}

const known = new Map<string, Place>();

/** @param value of a snapshot */
export function placeOf(value: unknown): Place {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const held = known.get(text);
  if (held) return held;
  const leaves = leavesOf(value);
  const place = {
    id: known.size,
    leaves,
    phase: leaves[0]!.split(".")[0]!,
    regions: Object.fromEntries(
      leaves.map((leaf) => leaf.split(".")).flatMap(([, region, state]) => (region && state ? [[region, state]] : [])),
    ),
  };
  known.set(text, place);
  return place;
}

/** Whether a state is among those that are active there; the empty path is the chart itself. */
export const isAt = ({ leaves }: Place, path: string): boolean =>
  path === "" || leaves.some((leaf) => leaf === path || leaf.startsWith(`${path}.`));
