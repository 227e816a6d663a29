import type { Tx } from "#app/platform/db/db.server.ts";
import { type FoldEntry, type Folded, foldEntry } from "#workflows/fold.ts";
import type { Kind } from "#workflows/law.ts";
import { leavesOf } from "#workflows/project.ts";
import { type ChartEdge, type ChartGraph, isIn } from "./graph.server.ts";

/** The way that one case or channel took through its chart. */
export interface Taken {
  /** States that were entered, with the newest time: ISO 8601. */
  entered: ReadonlyMap<string, string>;
  /** Transitions that were taken, by `edgeKey`. */
  edges: ReadonlySet<string>;
}

interface Entry {
  seq: number;
  at: Date;
  event: FoldEntry["event"];
  actor_id: string;
  machine_version: number;
}

export const edgeKey = ({ from, event, to }: Pick<ChartEdge, "from" | "event" | "to">): string =>
  `${from}|${event}|${to ?? ""}`;

/** More entries than any case has had; beyond them the picture shows where it stands and the way so far. */
const MOST = 5000;

/** Plays the log of a subject again on its chart. One query. */
export async function readTaken(tx: Tx, subject: { id: string; kind: Kind }, graph: ChartGraph): Promise<Taken> {
  const { rows } = await tx.query<Entry & Record<string, unknown>>(
    "select seq, at, event, actor_id, machine_version from log_entry where subject_id = $1 order by seq limit $2",
    [subject.id, MOST],
  );
  return takenBy(subject.kind, rows, graph);
}

export function takenBy(kind: Kind, entries: readonly Entry[], graph: ChartGraph): Taken {
  const entered = new Map<string, string>();
  const edges = new Set<string>();
  const enter = (path: string, at: string) => {
    for (let inner = path; inner; inner = inner.slice(0, Math.max(0, inner.lastIndexOf(".")))) entered.set(inner, at);
  };
  let current: Folded | null = null;
  for (const { event, at, actor_id: by, machine_version: machineVersion } of entries) {
    const when = at.toISOString();
    const next = foldEntry(kind, current, { machineVersion, event, by, at: when });
    if (!next) break;
    const before = current ? leavesOf(current.snapshot.value) : [];
    const after = leavesOf(next.snapshot.value);
    for (const state of after.filter((state) => !before.includes(state))) enter(state, when);
    for (const edge of edgesOfStep(graph, event.type, before, after)) {
      edges.add(edgeKey(edge));
      if (edge.to && !entered.has(edge.to)) enter(edge.to, when);
    }
    current = next;
  }
  return { entered, edges };
}

const follows = (event: string) => event === "" || event.startsWith("xstate.done.state.");

/** The transitions that lead from where a chart stood to where it stands: the event's own, and what came of it by itself. */
function edgesOfStep(
  graph: ChartGraph,
  type: string,
  before: readonly string[],
  after: readonly string[],
): ChartEdge[] {
  const isNew = (to: string | null) => to !== null && after.some((state) => isIn(state, to) && !before.includes(state));
  const asked = graph.edges.filter(
    ({ event, from, to }) => event === type && to !== null && before.some((state) => isIn(state, from)),
  );
  const direct = asked.filter(({ to }) => isNew(to));
  if (direct.length > 0) return direct;
  return asked.flatMap((edge) => {
    const further = graph.edges.filter(({ event, from, to }) => follows(event) && isIn(edge.to!, from) && isNew(to));
    return further.length > 0 ? [edge, ...further] : [];
  });
}
