import { deadlines } from "#workflows/deadlines.ts";
import type { Law } from "#workflows/law.ts";
import { eventName, stateName, stateWords } from "../state-words.ts";
import { conditionWords } from "./condition-words.ts";
import { type ChartEdge, type ChartGraph, type ChartState, graphOf, isIn } from "./graph.server.ts";

/** The chart as a Mermaid state diagram: states, regions, transitions with their guards. */
export function mermaidOf(graph: ChartGraph): string {
  const lines = ["stateDiagram-v2"];
  const idOf = (path: string) => path.replaceAll(".", "_");
  const nameOf = (path: string) => stateName(stateWords.en, graph.kind, path);
  const write = (state: ChartState, indent: string): void => {
    if (state.initial) lines.push(`${indent}[*] --> ${idOf(state.initial)}`);
    for (const [place, inner] of state.states.entries()) {
      // Regions of a parallel state are divided by a line.
      if (state.type === "parallel" && place > 0) lines.push(`${indent}--`);
      lines.push(`${indent}state "${nameOf(inner.path)}" as ${idOf(inner.path)}`);
      if (inner.states.length > 0) {
        lines.push(`${indent}state ${idOf(inner.path)} {`);
        write(inner, `${indent}  `);
        lines.push(`${indent}}`);
      }
      if (inner.type === "final") lines.push(`${indent}${idOf(inner.path)} --> [*]`);
    }
    // Mermaid draws an arrow between neighbours only: what leads out of an inner state leaves from the one around it.
    const childOf = (path: string) => state.states.find((child) => isIn(path, child.path))?.path;
    for (const edge of graph.edges) {
      const [from, to] = [childOf(edge.from), edge.to === null ? undefined : childOf(edge.to)];
      const isInside = from === to && edge.from !== from && edge.to !== to;
      if (!from || !to || isInside || (from === to && edge.from !== edge.to)) continue;
      const inner = edge.from === from ? "" : `${nameOf(edge.from)}: `;
      lines.push(`${indent}${idOf(from)} --> ${idOf(to)}: ${inner}${labelOf(edge)}`);
    }
  };
  write(graph.root, "  ");
  return lines.join("\n");
}

function labelOf({ event, guards }: ChartEdge): string {
  const clock = /^xstate\.after\.([^.]+)\./.exec(event)?.[1];
  const name = clock ? `after ${clock}` : event.startsWith("xstate.done.") ? "all done" : event || "by itself";
  return guards.length > 0 ? `${name} [${guards.join(", ")}]` : name;
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function lengthOf(delay: string): string {
  const deadline = deadlines[delay];
  if (!deadline) return "";
  if ("until" in deadline) return "an instant that the case itself names";
  if ("plainMs" in deadline) {
    const minutes = deadline.plainMs / 60_000;
    return minutes >= 1440 ? `${minutes / 1440} days, whatever they are` : `${minutes} minutes`;
  }
  const spans = Object.entries(deadline).map(
    ([unit, count]) => `${count} ${count === 1 ? unit.replace(/s$/, "") : unit}`,
  );
  return `${spans.join(", ")} of working time`;
}

/** One machine version in words and a picture. */
function chapterOf(law: Law): string {
  const graph = graphOf(law);
  const conditions: Readonly<Record<string, string>> = conditionWords.en;
  const events = Object.entries(law.sentBy).map(([event, roles]) => {
    const leads = graph.edges
      .filter((edge) => edge.event === event)
      .map(({ from, to }) => `${from || "anywhere"} → ${to ?? "stays"}`);
    return [`\`${event}\``, eventName(stateWords.en, event), roles.join(", "), [...new Set(leads)].join("<br>")];
  });
  const delays = [...new Set(graph.edges.flatMap(({ event }) => /^xstate\.after\.([^.]+)\./.exec(event)?.[1] ?? []))];
  const guards = [...new Set(graph.edges.flatMap((edge) => edge.guards))].sort();
  return [
    `## \`${law.kind}\`, version ${law.version}`,
    ["```mermaid", mermaidOf(graph), "```"].join("\n"),
    "### Events",
    table(["Event", "In words", "Sent by", "Leads"], events),
    "### Guards",
    table(
      ["Guard", "Holds when"],
      guards.map((guard) => [`\`${guard}\``, conditions[guard] ?? ""]),
    ),
    "### Clocks",
    table(
      ["Delay", "In words", "Length"],
      delays.map((delay) => [
        `\`${delay}\``,
        (stateWords.en.delays as Readonly<Record<string, string>>)[delay] ?? "",
        lengthOf(delay),
      ]),
    ),
  ].join("\n\n");
}

/** `docs/workflows.md`, whole. */
export const workflowDocs = (laws: readonly Law[]): string =>
  [
    "# The charts",
    "Made from the machines by `npm run workflow:docs`; do not edit. Guards stand in square brackets: a transition is taken only when all of them hold.",
    ...laws.map(chapterOf),
    "",
  ].join("\n\n");
