import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { laws } from "#workflows/law.ts";
import { mermaidOf, workflowDocs } from "./docs.server.ts";
import { graphOf } from "./graph.server.ts";

test("docs/workflows.md says what the machines say (npm run workflow:docs writes it)", () => {
  expect(readFileSync("docs/workflows.md", "utf8")).toBe(workflowDocs(laws));
});

test.each(laws)("every move of the $kind chart, version $version, is an arrow of its diagram", (law) => {
  const graph = graphOf(law);
  const moves = graph.edges.filter(({ from, to }) => from !== "" && to !== null);
  const arrows = mermaidOf(graph)
    .split("\n")
    .filter((line) => line.includes("-->") && !line.includes("[*]"));
  expect(arrows).toHaveLength(moves.length);
});

test.each(laws)(
  "the diagram of the $kind chart, version $version, names no state that it does not declare, and braces close",
  (law) => {
    const diagram = mermaidOf(graphOf(law));
    const declared = new Set([...diagram.matchAll(/ as (\w+)$/gm)].map(([, id]) => id));
    const used = [...diagram.matchAll(/^\s*(\w+) --> (\w+)/gm)].flatMap(([, from, to]) => [from, to]);
    expect(used.filter((id) => !declared.has(id))).toEqual([]);
    expect(diagram.split("{").length).toBe(diagram.split("}").length);
  },
);
