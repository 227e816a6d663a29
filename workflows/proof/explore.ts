import type { AnyMachineSnapshot } from "xstate";
import { type Ask, advance, type Law, type Sent } from "../law.ts";
import { leavesOf } from "../project.ts";

/**
 * What a watcher remembers of the way a subject came: facts of its own, taken from the events themselves, so that a machine that
 * forgets a guard cannot vouch for itself.
 */
export type Memory = Record<string, string | boolean | number | null>;

export interface Node {
  key: string;
  snapshot: AnyMachineSnapshot;
  memory: Memory;
  /** How it was first reached; null for the beginning. */
  from: { node: Node; move: string } | null;
  /** Where the moves from here lead. */
  next: Set<Node>;
}

export interface Edge {
  from: Node;
  to: Node;
  move: Move;
  /** The last of the events the move is made of. */
  event: Sent;
  asks: Ask[];
}

/** One thing that somebody, or a clock, may do: an event, or several in a row that always go together. */
export interface Move {
  name: string;
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
  /** How many moves were taken in all; each was shown to `onEdge`, none is kept. */
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

/**
 * Walks every reachable state, breadth first, so that the way to a violation is as short as it can be.
 *
 * @param onEdge called for each edge as it is found; throws {@link Violation} to end the walk
 */
export function explore(world: World, onEdge: (edge: Edge) => void): Graph {
  const { snapshot, memory } = world.begin();
  const first: Node = { key: world.keyOf(snapshot, memory), snapshot, memory, from: null, next: new Set() };
  const nodes = new Map([[first.key, first]]);
  let edges = 0;
  const steps = new Set<string>();
  for (const node of nodes.values()) {
    for (const move of [...world.moves, ...clockMoves(node)]) {
      const edge = attempt(world, node, move);
      if (!edge) continue;
      // Shown as it is, before it is folded into a state that counts as the same.
      onEdge(edge);
      const known = nodes.get(edge.to.key);
      if (!known) {
        edge.to.from = { node, move: move.name };
        nodes.set(edge.to.key, edge.to);
      }
      edges++;
      noteStep(steps, edge);
      node.next.add(known ?? edge.to);
    }
  }
  return { nodes, edges, steps };
}

function noteStep(steps: Set<string>, { from, to, event }: Edge): void {
  const after = leavesOf(to.snapshot.value);
  for (const before of leavesOf(from.snapshot.value)) {
    // In the parallel part a leaf leads to leaves of its own region, or out of it all.
    const region = before.startsWith("application.") ? before.slice(0, before.lastIndexOf(".") + 1) : "";
    for (const leaf of after)
      if (!region || leaf.startsWith(region) || !leaf.startsWith("application."))
        steps.add(`${before} ${event.type} ${leaf}`);
  }
}

/** The clocks that run in a state, as moves: each may ring. */
function clockMoves(node: Node): Move[] {
  if (node.snapshot.status !== "active") return [];
  const types = new Set(node.snapshot._nodes.flatMap(({ transitions }) => [...transitions.keys()]));
  return [...types]
    .filter((type) => type.startsWith("xstate.after."))
    .map((type) => ({ name: type, events: () => [{ type, by: "system", at: NOW, ...gatesIn(node) }] }));
}

const gatesIn = ({ memory }: Node) => ("gates" in memory ? { gates: openGates } : {});
const openGates = { kycApproved: true, contractSigned: true, sitePassed: true, halted: false, ended: false };

/** The instant at which everything in the proof happens; machines read no clock. */
export const NOW = "2026-11-23T01:00:00.000Z";

function attempt(world: World, node: Node, move: Move): Edge | null {
  let { snapshot, memory } = node;
  if (snapshot.status !== "active") return null;
  let last: Sent | null = null;
  const asks: Ask[] = [];
  for (const event of move.events(node)) {
    // Most moves have no transition in most states: seen here at a glance.
    if (!snapshot._nodes.some(({ transitions }) => transitions.has(event.type))) continue;
    const step = advance(world.law, snapshot, event);
    if (!step) continue;
    memory = world.remember(memory, snapshot, event, step.next);
    snapshot = step.next;
    asks.push(...step.asks);
    last = event;
  }
  if (!last) return null;
  const to: Node = { key: world.keyOf(snapshot, memory), snapshot, memory, from: null, next: new Set() };
  return { from: node, to, move, event: last, asks };
}

/** The events that lead to a node, first to last. */
export function wayTo(node: Node): string[] {
  const way: string[] = [];
  for (let at: Node | null = node; at?.from; at = at.from.node) way.unshift(at.from.move);
  return way;
}
