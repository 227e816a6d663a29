import type { AnyMachineSnapshot } from "xstate";
import { type Ask, advance, type Law, type Sent } from "../law.ts";
import { type Place, placeOf } from "./place.ts";

/**
 * What a watcher remembers of the way a subject came: facts of its own, taken from the events themselves, so that a machine that
 * forgets a guard cannot vouch for itself.
 */
export type Memory = Record<string, string | boolean | number | null>;

export interface Node {
  key: string;
  snapshot: AnyMachineSnapshot;
  memory: Memory;
  place: Place;
  /** How it was first reached; null for the beginning. */
  from: { node: Node; move: string } | null;
  /** Where the moves from here lead. */
  next: Link[];
}

/** A move that was taken, as short as it can be kept. */
export interface Link {
  move: Move;
  /** Type of the last of its events. */
  type: string;
  to: Node;
}

export interface Edge {
  from: Node;
  to: Node;
  move: Move;
  /** The last of the events the move is made of. */
  event: Sent;
  asks: Ask[];
}

/** What is wrong with a step, in words, or false. */
export type Check = (edge: Edge) => string | false;

/** One thing that somebody, or a clock, may do: an event, or several of one type in a row that always go together. */
export interface Move {
  name: string;
  type: string;
  events: (node: Node) => Sent[];
}

/** One machine as the proof sees it: what may be tried, what is remembered, and when two states count as the same. */
export interface World {
  law: Law;
  begin: () => { snapshot: AnyMachineSnapshot; memory: Memory };
  moves: Move[];
  remember: (memory: Memory, before: AnyMachineSnapshot, event: Sent, after: AnyMachineSnapshot) => Memory;
  /** All of a state that decides what can happen next; two states with the same key are explored once. */
  keyOf: (snapshot: AnyMachineSnapshot, memory: Memory) => string;
}

export interface Graph {
  nodes: Map<string, Node>;
  /** How many moves were taken in all; each was shown to `onEdge`. */
  edges: number;
  /** What was walked, leaf by leaf: `<from> <event> <to>`. */
  steps: Set<string>;
}

/** A state that breaks a promise, with the way that leads there. */
export class Violation extends Error {
  readonly property: string;
  constructor(property: string, detail: string) {
    super(`${property}: ${detail}`);
    this.name = "Violation";
    this.property = property;
  }
}

/** The instant at which everything in the proof happens; machines read no clock. */
export const NOW = "2026-11-23T01:00:00.000Z";

/**
 * Walks every reachable state, breadth first, so that the way to a violation is as short as it can be.
 *
 * @param onEdge called for each edge as it is found; throws {@link Violation} to end the walk
 */
export function explore(world: World, onEdge: (edge: Edge) => void): Graph {
  const graph = beginning(world);
  const seen = stepsInto(graph.steps);
  for (const node of graph.nodes.values()) {
    for (const move of movesAt(world, node)) {
      const edge = attempt(world, node, move);
      if (!edge) continue;
      // Shown as it is, before it is folded into a state that counts as the same.
      onEdge(edge);
      const to = settle(graph, edge);
      graph.edges++;
      seen(node.place, move.type, edge.to.place);
      node.next.push({ move, type: move.type, to });
    }
  }
  return graph;
}

export function beginning(world: World): Graph {
  const { snapshot, memory } = world.begin();
  const first = nodeOf(world, snapshot, memory);
  return { nodes: new Map([[first.key, first]]), edges: 0, steps: new Set() };
}

const nodeOf = (world: World, snapshot: AnyMachineSnapshot, memory: Memory): Node => ({
  key: world.keyOf(snapshot, memory),
  snapshot,
  memory,
  place: placeOf(snapshot.value),
  from: null,
  next: [],
});

/** The node that stands for where an edge leads: the one that is known already, or this new one. */
export function settle({ nodes }: Graph, { from, to, move }: Edge): Node {
  const known = nodes.get(to.key);
  if (known) return known;
  to.from = { node: from, move: move.name };
  nodes.set(to.key, to);
  return to;
}

/** Notes what was walked; each pair of places is spelled out once for an event. */
export function stepsInto(steps: Set<string>): (from: Place, type: string, to: Place) => void {
  const noted = new Set<string>();
  return (from, type, to) => {
    const short = `${from.id} ${type} ${to.id}`;
    if (noted.has(short)) return;
    noted.add(short);
    for (const before of from.leaves) {
      // In the parallel part a leaf leads to leaves of its own region, or out of it all.
      const region = before.startsWith("application.") ? before.slice(0, before.lastIndexOf(".") + 1) : "";
      for (const leaf of to.leaves)
        if (!region || leaf.startsWith(region) || !leaf.startsWith("application."))
          steps.add(`${before} ${type} ${leaf}`);
    }
  };
}

/** All that may be tried in a state: what people and machines may say, and each clock that runs there. */
export const movesAt = (world: World, node: Node): Move[] =>
  node.snapshot.status === "active" ? [...world.moves, ...clocksAt(node)] : [];

const clocks = new Map<string, Move>();

function clocksAt(node: Node): Move[] {
  const moves: Move[] = [];
  for (const { after } of node.snapshot._nodes) {
    for (const { eventType } of after) moves.push(clockMove(eventType, "gates" in node.memory));
  }
  return moves;
}

/** A clock that rings, as a move. */
function clockMove(type: string, isGated: boolean): Move {
  const known = clocks.get(type);
  if (known) return known;
  const rung: Sent = { type, by: "system", at: NOW, ...(isGated ? { gates: openGates } : {}) };
  const move = { name: type, type, events: () => [rung] };
  clocks.set(type, move);
  return move;
}

const openGates = { kycApproved: true, contractSigned: true, sitePassed: true, halted: false, ended: false };

/** What comes of a move; null when nothing does. */
export function attempt(world: World, node: Node, move: Move): Edge | null {
  let { snapshot, memory } = node;
  // Most moves have no transition in most states: seen here at a glance.
  if (snapshot.status !== "active" || !isTaken(snapshot, move.type)) return null;
  let last: Sent | null = null;
  const asks: Ask[] = [];
  for (const event of move.events(node)) {
    const step = advance(world.law, snapshot, event);
    if (!step) continue;
    memory = world.remember(memory, snapshot, event, step.next);
    snapshot = step.next;
    asks.push(...step.asks);
    last = event;
  }
  return last && { from: node, to: nodeOf(world, snapshot, memory), move, event: last, asks };
}

const isTaken = (snapshot: AnyMachineSnapshot, type: string): boolean => {
  for (const { transitions } of snapshot._nodes) if (transitions.has(type)) return true;
  return false;
};

/** The events that lead to a node, first to last. */
export function wayTo(node: Node): string[] {
  const way: string[] = [];
  for (let at: Node | null = node; at?.from; at = at.from.node) way.unshift(at.from.move);
  return way;
}

/** Throws a {@link Violation} that names the promise and the shortest way to where it breaks. */
export function checkEdge(checks: readonly (readonly [property: string, check: Check])[], edge: Edge): void {
  for (const [property, check] of checks) {
    const wrong = check(edge);
    if (wrong) throw new Violation(property, `${wrong}\n  ${[...wayTo(edge.from), edge.move.name].join(" -> ")}`);
  }
}
