import { type Law, laws } from "../law.ts";
import { checkEdge, explore, type Graph, Violation } from "./explore.ts";
import { checkGraph } from "./graph-properties.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { nameOf, type Promises, promisesOf } from "./promises.ts";
import { ReplayDiffers, walkAgain } from "./walk-again.ts";

export interface Proof {
  machine: string;
  states: number;
  edges: number;
}

/** A proof with the graphs it rests on, one for each world. */
export interface Proven extends Proof {
  graphs: Graph[];
}

/**
 * Proves every promise of one machine version by walking every state it can reach.
 *
 * @throws Violation with the shortest way to where a promise breaks
 */
export function prove(law: Law): Proven {
  const graphs = promisesOf(law).map(graphOf);
  return {
    machine: nameOf(law),
    states: graphs.reduce((sum, { nodes }) => sum + nodes.size, 0),
    edges: graphs.reduce((sum, { edges }) => sum + edges, 0),
    graphs,
  };
}

function graphOf({ world, checks, graph: asked }: Promises): Graph {
  const all = Object.entries(checks);
  const graph = explore(world, (edge) => checkEdge(all, edge));
  checkGraph(world, graph, asked);
  return graph;
}

/**
 * The name of the promise that a mutant breaks; null when it gets away with its mistake.
 *
 * Only what its mistake can touch is walked anew, the rest is taken from the graphs of the machine as it is: some ten milliseconds
 * instead of seconds. A broken step is believed when the mutant itself, walked there from its beginning, breaks it too; and a mutant
 * that breaks nothing in this way is walked whole before it counts as undiscovered.
 *
 * @param known the proof of the machine that the mutant was made of
 */
export function killedBy(mutant: Mutant, known: Pick<Proven, "graphs">): string | null {
  return (
    found(() => {
      for (const [place, { world, checks, graph: asked }] of promisesOf(mutant.law).entries())
        checkGraph(world, walkAgain(world, known.graphs[place]!, mutant.touches, Object.entries(checks)), asked);
    }) ?? found(() => void prove(mutant.law))
  );
}

function found(walk: () => void): string | null {
  try {
    walk();
    return null;
  } catch (error) {
    if (error instanceof Violation) return error.property;
    if (error instanceof ReplayDiffers) return null;
    // A chart that XState itself will not build or walk is found out too.
    return (error as Error).message;
  }
}

export const allMutants = (): Mutant[] => laws.flatMap(mutantsOf);
