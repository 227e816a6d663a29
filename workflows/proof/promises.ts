import type { Law } from "../law.ts";
import { caseChecks, caseGraph } from "./case-properties.ts";
import { caseWorld } from "./case-world.ts";
import { channelChecks, channelGraph } from "./channel-properties.ts";
import { channelWorld } from "./channel-world.ts";
import type { Check, World } from "./explore.ts";
import type { GraphPromises } from "./graph-properties.ts";
import { preScreenChecks, preScreenWays } from "./prescreen-properties.ts";

/** A machine version in one of the worlds that it is walked in, with what has to hold there. */
export interface Promises {
  world: World;
  checks: Record<string, Check>;
  graph: GraphPromises;
}

/**
 * What is promised of each machine version. A new version stands here before it stands anywhere else: one that is missing fails
 * `npm run workflow:check` by name.
 */
const promises: Record<string, (law: Law) => Promises[]> = {
  "onboarding v1": (law) => [{ world: caseWorld(law), checks: caseChecks, graph: caseGraph }],
  "onboarding v2": (law) => [
    {
      world: caseWorld(law),
      checks: { ...caseChecks, ...preScreenChecks },
      graph: { ...caseGraph, ways: [...caseGraph.ways, ...preScreenWays] },
    },
  ],
  "channel v1": (law) =>
    (["none", "here", "atCase"] as const).map((preScreen) => ({
      world: channelWorld(law, preScreen),
      checks: channelChecks,
      graph: channelGraph(preScreen === "here"),
    })),
};

export const nameOf = ({ kind, version }: Pick<Law, "kind" | "version">): string => `${kind} v${version}`;

/** @throws when nothing was ever promised of that version */
export function promisesOf(law: Law): Promises[] {
  const made = promises[nameOf(law)];
  if (!made) throw new Error(`Nothing is promised of ${nameOf(law)} yet: workflows/proof/promises.ts`);
  return made(law);
}
