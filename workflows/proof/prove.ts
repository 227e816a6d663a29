import { type Law, laws } from "../law.ts";
import { caseChecks, caseWays, checkEdge } from "./case-properties.ts";
import { caseWorld } from "./case-world.ts";
import { channelChecks, channelHears, channelWays } from "./channel-properties.ts";
import { channelWorld } from "./channel-world.ts";
import { explore, type Graph, Violation } from "./explore.ts";
import { checkGraph } from "./graph-properties.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { preScreenChecks, preScreenWays } from "./prescreen-properties.ts";

export interface Proof {
  machine: string;
  states: number;
  edges: number;
}

/**
 * Proves every promise of one machine version by walking every state it can reach.
 *
 * @throws Violation with the shortest way to where a promise breaks
 */
export function prove(law: Law): Proof {
  const machine = `${law.kind} v${law.version}`;
  if (law.kind === "onboarding") return { machine, ...walked([provenCase(law)]) };
  return { machine, ...walked([provenChannel(law, false), provenChannel(law, true)]) };
}

const walked = (graphs: Graph[]) => ({
  states: graphs.reduce((sum, { nodes }) => sum + nodes.size, 0),
  edges: graphs.reduce((sum, { edges }) => sum + edges, 0),
});

function provenCase(law: Law): Graph {
  const world = caseWorld(law);
  const asksPsps = law.version >= 2;
  const checks = asksPsps ? { ...caseChecks, ...preScreenChecks } : caseChecks;
  const graph = explore(world, (edge) => checkEdge(checks, edge));
  checkGraph(world, graph, ["approved", "live"], asksPsps ? [...caseWays, ...preScreenWays] : caseWays);
  return graph;
}

function provenChannel(law: Law, preScreen: boolean): Graph {
  const world = channelWorld(law, preScreen);
  const graph = explore(world, (edge) => checkEdge(channelChecks, edge));
  checkGraph(world, graph, ["live"], channelWays(preScreen), channelHears);
  return graph;
}

/** Every version that a case may be on: all of them are proved. */
export const currentLaws: readonly Law[] = laws;

/** The name of the promise that a mutant breaks; null when it gets away with its mistake. */
export function killedBy(mutant: Mutant): string | null {
  try {
    prove(mutant.law);
    return null;
  } catch (error) {
    if (error instanceof Violation) return error.property;
    // A chart that XState itself will not build or walk is found out too.
    return (error as Error).message;
  }
}

export const allMutants = (): Mutant[] => currentLaws.flatMap(mutantsOf);
