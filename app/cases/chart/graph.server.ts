import type { AnyStateNode } from "xstate";
import { guardNames, type Kind, type Law } from "#workflows/law.ts";

/** One state of a chart and what lies in it. */
export interface ChartState {
  /** `application.kyc.review`; empty for the chart as a whole. */
  path: string;
  type: "atomic" | "compound" | "parallel" | "final";
  initial: string | null;
  tags: string[];
  states: ChartState[];
}

/** One transition. */
export interface ChartEdge {
  from: string;
  /** An event, `xstate.after.…`, `xstate.done.state.…`, or empty: taken as soon as its guards hold. */
  event: string;
  /** null: something is noted and the state stays. */
  to: string | null;
  guards: string[];
}

/** A machine version as plain data. */
export interface ChartGraph {
  kind: Kind;
  version: number;
  root: ChartState;
  edges: ChartEdge[];
}

const known = new Map<Law, ChartGraph>();
const pathOf = (node: AnyStateNode): string => node.path.join(".");

/** Reads a machine version, once. */
export function graphOf(law: Law): ChartGraph {
  const held = known.get(law);
  if (held) return held;
  const edges: ChartEdge[] = [];
  const read = (node: AnyStateNode): ChartState => {
    for (const [event, transitions] of node.transitions) {
      for (const { target, guard } of transitions) {
        edges.push({
          from: pathOf(node),
          event,
          to: target?.[0] ? pathOf(target[0]) : null,
          guards: guardNames(guard),
        });
      }
    }
    for (const { target, guard } of node.always ?? []) {
      edges.push({
        from: pathOf(node),
        event: "",
        to: target?.[0] ? pathOf(target[0]) : null,
        guards: guardNames(guard),
      });
    }
    const initial = node.type === "compound" ? node.initial?.target?.[0] : undefined;
    return {
      path: pathOf(node),
      type: node.type === "history" ? "atomic" : node.type,
      initial: initial ? pathOf(initial) : null,
      tags: [...node.tags],
      states: Object.values(node.states).map(read),
    };
  };
  const graph = { kind: law.kind, version: law.version, root: read(law.machine.root), edges };
  known.set(law, graph);
  return graph;
}

/** Whether `path` is `around` or lies in it. */
export const isIn = (path: string, around: string): boolean =>
  around === "" || path === around || path.startsWith(`${around}.`);
