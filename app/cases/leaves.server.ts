import type { AnyStateNode } from "xstate";
import { type Kind, type Law, lawOf } from "#workflows/law.ts";
import type { Turn } from "#workflows/project.ts";
import { type Desk, desks } from "#workflows/roles.ts";

/** What the chart itself says about a state that has none inside. */
export interface Leaf {
  /** Whose move it is there; null where nobody has to do anything. */
  turn: Turn | null;
  desk: Desk | null;
  isFinal: boolean;
  /** `onboarding.application.kyc.review`: how timers of this state end. */
  nodeId: string;
}

const turnOf: Record<string, Turn> = {
  merchantsTurn: "merchant",
  ourTurn: "us",
  pspsTurn: "psp",
  systemsTurn: "system",
  casesTurn: "case",
};

const known = new Map<Law, ReadonlyMap<string, Leaf>>();

/** All leaves of a machine version by their path. Read from the machine once. */
export function leavesOfLaw(law: Law): ReadonlyMap<string, Leaf> {
  const held = known.get(law);
  if (held) return held;
  const leaves = new Map<string, Leaf>();
  const walk = (node: AnyStateNode, tags: readonly string[]): void => {
    const all = [...node.tags, ...tags];
    for (const inner of Object.values(node.states)) walk(inner, all);
    if (Object.keys(node.states).length > 0) return;
    leaves.set(node.path.join("."), {
      // The nearest state around it that says so counts.
      turn: all.map((tag) => turnOf[tag]).find((turn) => turn !== undefined) ?? null,
      desk: desks.find((desk) => all.includes(`desk:${desk}`)) ?? null,
      isFinal: node.type === "final",
      nodeId: node.id,
    });
  };
  walk(law.machine.root, []);
  known.set(law, leaves);
  return leaves;
}

const nowhere: Leaf = { turn: null, desk: null, isFinal: false, nodeId: "" };

/** Whether somebody of the house has something to do with a chart now: it lies on a desk, and not for a PSP to answer. */
export const isOurTurn = (chart: { kind: Kind; machineVersion: number; states: readonly string[] }): boolean =>
  chart.states.some((state) => {
    const { turn, desk } = leafOf(chart.kind, chart.machineVersion, state);
    return turn === "us" && desk !== null;
  });

export const leafOf = (kind: Kind, version: number, state: string): Leaf =>
  leavesOfLaw(lawOf(kind, version)).get(state) ?? nowhere;
