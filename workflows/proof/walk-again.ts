import type { AnyMachineSnapshot } from "xstate";
import type { Law } from "../law.ts";
import {
  attempt,
  beginning,
  type Check,
  checkEdge,
  type Edge,
  type Graph,
  type Move,
  movesAt,
  type Node,
  settle,
  stepsInto,
  Violation,
  type World,
  wayTo,
} from "./explore.ts";
import { isAt, type Place } from "./place.ts";

/** What a mistake in a chart can change. */
export interface Touches {
  /** The state whose lines were changed, or one around it that every step through it begins or ends in; empty: the chart itself. */
  path: string;
  /** The event whose transitions were changed; null: what happens on entering or leaving the state, or by itself. */
  type: string | null;
}

/** The mutant, walked from its beginning, does not come to where it was said to break a promise. */
export class ReplayDiffers extends Error {}

type Checks = readonly (readonly [property: string, check: Check])[];

/**
 * Walks a changed machine by what is known of the unchanged one: a step that the change cannot touch is the same step as before, and
 * has been checked. Only the others are taken and checked anew, and what is new behind them.
 *
 * @param before the whole graph of the unchanged machine, in the same world
 * @param touches null: no step is touched, only who may say what
 * @throws Violation as `explore` does
 */
export function walkAgain(world: World, before: Graph, touches: Touches | "all" | null, checks: Checks): Graph {
  const graph = beginning(world);
  const [first] = graph.nodes.values();
  const isSameBeginning = before.nodes.has(first!.key);
  if (isSameBeginning) graph.nodes.set(first!.key, borrowed(world.law, before.nodes.get(first!.key)!));
  const seen = stepsInto(graph.steps);
  const take = (node: Node, move: Move) => {
    const edge = attempt(world, node, move);
    if (!edge) return;
    checked(world, edge, checks);
    const known = before.nodes.get(edge.to.key);
    link(node, move, known ? lent(known, node, move) : settle(graph, edge));
  };
  /** A node of the former graph, as a node of this one. */
  const lent = (known: Node, from: Node, move: Move): Node => {
    const held = graph.nodes.get(known.key);
    if (held) return held;
    const node = borrowed(world.law, known);
    node.from = { node: from, move: move.name };
    graph.nodes.set(known.key, node);
    return node;
  };
  const link = (node: Node, move: Move, to: Node) => {
    graph.edges++;
    seen(node.place, move.type, to.place);
    node.next.push({ move, type: move.type, to });
  };
  for (const node of graph.nodes.values()) {
    const known = before.nodes.get(node.key);
    if (!known) {
      for (const move of movesAt(world, node)) take(node, move);
      continue;
    }
    const anew = touched(touches, node.place);
    if (anew === "every") {
      for (const move of movesAt(world, node)) take(node, move);
      continue;
    }
    for (const { move, type, to } of known.next) {
      if (anew === type) continue;
      // Into the state that was changed: what happens on entering it is looked at anew.
      if (touched(touches, to.place) === "every") take(node, move);
      else link(node, move, lent(to, node, move));
    }
    if (anew) for (const move of movesAt(world, node)) if (move.type === anew) take(node, move);
  }
  return graph;
}

/** What of all that can happen at a place may have become different: one event, everything, or nothing. */
function touched(touches: Touches | "all" | null, place: Place): string | "every" | null {
  if (touches === "all") return "every";
  if (!touches) return null;
  return isAt(place, touches.path) ? (touches.type ?? "every") : null;
}

/** The state is the same; the chart around it, with its tags and clocks, is the changed one. */
function borrowed(law: Law, node: Node): Node {
  let own: AnyMachineSnapshot | null = null;
  return {
    ...{ key: node.key, memory: node.memory, place: node.place, from: null, next: [] },
    get snapshot() {
      own ??= law.machine.resolveState({
        value: node.snapshot.value,
        context: node.snapshot.context,
      }) as AnyMachineSnapshot;
      return own;
    },
  };
}

function checked(world: World, edge: Edge, checks: Checks): void {
  try {
    checkEdge(checks, edge);
  } catch (error) {
    if (error instanceof Violation) replay(world, [...wayTo(edge.from), edge.move.name], checks);
    throw error;
  }
}

/** Takes the same way with the changed machine alone, from its beginning: what was borrowed cannot speak against it. */
function replay(world: World, way: readonly string[], checks: Checks): void {
  let [node] = beginning(world).nodes.values();
  for (const name of way) {
    const move = movesAt(world, node!).find((one) => one.name === name);
    const edge = move && attempt(world, node!, move);
    if (!edge) break;
    checkEdge(checks, edge);
    edge.to.from = { node: node!, move: name };
    node = edge.to;
  }
  throw new ReplayDiffers(way.join(" -> "));
}
