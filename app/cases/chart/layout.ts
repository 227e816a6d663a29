import type { ChartEdge, ChartGraph, ChartState } from "./graph.server.ts";

/** A state as it is drawn; x and y are its upper left corner. */
export interface Box {
  path: string;
  shape: "state" | "group" | "region";
  isFinal: boolean;
  x: number;
  y: number;
  w: number;
  h: number;
  /** Transitions that note something and stay. */
  stays: number;
  /** Ways out of the whole chart, written beside it. */
  exits: { edge: EdgeRef; label: string; x: number; y: number }[];
}

export type EdgeRef = Pick<ChartEdge, "from" | "event" | "to">;

/** A transition as it is drawn, with all that lead the same way. */
export interface Wire {
  edges: EdgeRef[];
  points: [number, number][];
  labels: { edge: EdgeRef; text: string; x: number; y: number; anchor: "start" | "end" }[];
}

export interface Picture {
  width: number;
  height: number;
  boxes: Box[];
  wires: Wire[];
  /** Where the chart begins. */
  start: [number, number];
}

export interface LayoutAsked {
  /** What stands on an arrow; for a way out of the chart, one or more lines. */
  labelOf: (edge: ChartEdge) => string;
  /** States this deep are drawn closed. */
  depth: number;
  /** Draws what leads forward only, without words: the picture for those who want to know where they are. */
  isSimple: boolean;
}

/** The longest name of a state fits in 12 px, in both languages. */
const NODE_W = 184;
const NODE_H = 46;
const PAD = 16;
const HEAD = 30;
const GAP = 26;
const LINE = 15;
const LANE = 12;
const SIDE = 28;
const SIDE_TEXT = 84;

/** About how wide a text of 12 px is: Korean letters are square, others half of that. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x1100 ? 11.5 : 6.4), 0);

interface Placed {
  w: number;
  h: number;
  boxes: Box[];
  wires: Wire[];
  start: [number, number];
}

/** A layered drawing from top to bottom: regions side by side, what leads back on the left, ways out on the right. */
export function layout(graph: ChartGraph, asked: LayoutAsked): Picture {
  const endings = new Set(
    graph.root.states
      .filter(({ path, type }) => type === "final" && !graph.edges.some(({ from }) => from === path))
      .map(({ path }) => path),
  );
  const placed = placeStates(graph, graph.root, endings, asked, 0);
  return {
    width: Math.ceil(placed.w + 2),
    height: Math.ceil(placed.h + 2),
    boxes: placed.boxes.map((box) => shifted(box, 1, 1)),
    wires: placed.wires.map((wire) => moved(wire, 1, 1)),
    start: [placed.start[0] + 1, placed.start[1] + 1],
  };
}

const shifted = (box: Box, x: number, y: number): Box => ({
  ...box,
  x: box.x + x,
  y: box.y + y,
  exits: box.exits.map((exit) => ({ ...exit, x: exit.x + x, y: exit.y + y })),
});
const moved = (wire: Wire, x: number, y: number): Wire => ({
  ...wire,
  points: wire.points.map(([px, py]) => [px + x, py + y]),
  labels: wire.labels.map((label) => ({ ...label, x: label.x + x, y: label.y + y })),
});

function place(
  graph: ChartGraph,
  state: ChartState,
  endings: ReadonlySet<string>,
  asked: LayoutAsked,
  depth: number,
): Placed {
  const isClosed = state.states.length === 0 || depth >= asked.depth;
  const inner: Placed = isClosed
    ? { w: NODE_W, h: NODE_H, boxes: [], wires: [], start: [0, 0] }
    : state.type === "parallel"
      ? placeRegions(graph, state, endings, asked, depth)
      : placeStates(graph, state, endings, asked, depth);
  const w = isClosed ? NODE_W : inner.w + 2 * PAD;
  const h = isClosed ? NODE_H : inner.h + HEAD + PAD;
  const own = graph.edges.filter(({ from }) => from === state.path);
  const exits = asked.isSimple ? [] : own.filter(({ to }) => to !== null && endings.has(to));
  const box: Box = {
    path: state.path,
    shape: isClosed ? "state" : "group",
    isFinal: state.type === "final",
    x: 0,
    y: 0,
    w,
    h,
    stays: asked.isSimple ? 0 : own.filter(({ to }) => to === null).length,
    exits: exits
      .flatMap((edge) =>
        asked
          .labelOf(edge)
          .split("\n")
          .map((label) => ({ edge, label })),
      )
      .map(({ edge, label }, line) => ({ edge, label, x: w + 10, y: LINE * (line + 1) })),
  };
  const beside = Math.max(0, ...box.exits.map(({ label }) => textWidth(label) + 14));
  return {
    w: w + beside,
    h: Math.max(h, box.exits.length * LINE + 6),
    boxes: [box, ...inner.boxes.map((one) => shifted(one, PAD, HEAD))],
    wires: inner.wires.map((wire) => moved(wire, PAD, HEAD)),
    start: [w / 2, 0],
  };
}

function placeRegions(
  graph: ChartGraph,
  state: ChartState,
  endings: ReadonlySet<string>,
  asked: LayoutAsked,
  depth: number,
): Placed {
  const regions = state.states.map((region) => place(graph, region, endings, asked, depth + 1));
  const h = Math.max(...regions.map((region) => region.h));
  let x = 0;
  const boxes: Box[] = [];
  const wires: Wire[] = [];
  for (const region of regions) {
    const [own, ...rest] = region.boxes.map((box) => shifted(box, x, 0));
    // Regions end at the same height: they are one state together.
    boxes.push(own!.shape === "group" ? { ...own!, shape: "region", h } : own!, ...rest);
    wires.push(...region.wires.map((wire) => moved(wire, x, 0)));
    x += region.w + PAD;
  }
  return { w: x - PAD, h, boxes, wires, start: [0, 0] };
}

interface Step {
  child: ChartState;
  placed: Placed;
  layer: number;
  x: number;
  y: number;
}

function placeStates(
  graph: ChartGraph,
  state: ChartState,
  endings: ReadonlySet<string>,
  asked: LayoutAsked,
  depth: number,
): Placed {
  const children = state.states.filter(({ path }) => !endings.has(path));
  const links = linksOf(graph, state, children);
  const layers = layersOf(children, links, state.initial);
  const steps = new Map<string, Step>();
  for (const child of children) {
    const placed = place(graph, child, endings, asked, depth + 1);
    steps.set(child.path, { child, placed, layer: layers.get(child.path)!, x: 0, y: 0 });
  }
  const isForward = ({ from, to }: Link) => steps.get(to)!.layer === steps.get(from)!.layer + 1;
  const straight = links.filter(isForward);
  const around = asked.isSimple ? [] : links.filter((link) => !isForward(link));

  // Around an axis at 0; what lies left of it is moved to the right in the end.
  const rows = [...new Set([...steps.values()].map(({ layer }) => layer))].sort((a, b) => a - b);
  let y = depth === 0 ? 22 : 4;
  const start: [number, number] = [0, y];
  for (const row of rows) {
    const held = [...steps.values()].filter(({ layer }) => layer === row).sort(byWeight(straight));
    let x = -held[0]!.placed.boxes[0]!.w / 2;
    for (const step of held) {
      step.x = x;
      step.y = y;
      x += step.placed.w + SIDE;
    }
    const labels = straight.filter(({ from }) => steps.get(from)!.layer === row);
    const lines = asked.isSimple ? 0 : Math.max(1, ...held.map(({ child }) => most(labels, child.path)));
    y += Math.max(...held.map(({ placed }) => placed.h));
    if (row !== rows.at(-1)) y += GAP + lines * LINE;
  }
  const all = [...steps.values()];
  const lanes = lanesOf(around, steps);
  const wires = [
    ...straight.map((link) => straightWire(link, steps, asked)),
    ...around.map((link, place) => aroundWire(link, steps, asked, lanes.get(link)!, place)),
  ];
  const ends = wires.flatMap(({ points, labels }) => [
    ...points.map(([x]) => x),
    ...labels.map(({ x, text, anchor }) => (anchor === "end" ? x - textWidth(text) : x + textWidth(text))),
  ]);
  const left = Math.min(0, ...ends, ...all.map(({ x }) => x));
  const right = Math.max(...ends, ...all.map(({ x, placed }) => x + placed.w));
  const bottom = Math.max(y, ...wires.flatMap(({ labels }) => labels.map((label) => label.y + 4)));
  return {
    w: right - left,
    h: bottom,
    boxes: all.flatMap(({ placed, x, y: top }) => placed.boxes.map((box) => shifted(box, x - left, top))),
    wires: [
      ...wires.map((wire) => moved(wire, -left, 0)),
      ...all.flatMap(({ placed, x, y: top }) => placed.wires.map((wire) => moved(wire, x - left, top))),
    ],
    start: [start[0] - left, start[1]],
  };
}

/** All transitions between two states of one state, drawn as one arrow. */
interface Link {
  from: string;
  to: string;
  edges: ChartEdge[];
}

function linksOf(graph: ChartGraph, state: ChartState, children: readonly ChartState[]): Link[] {
  const childOf = (path: string) =>
    children.find((child) => path === child.path || path.startsWith(`${child.path}.`))?.path;
  const links = new Map<string, Link>();
  for (const edge of graph.edges) {
    if (edge.to === null || edge.from === state.path) continue;
    const [from, to] = [childOf(edge.from), childOf(edge.to)];
    if (!from || !to || from === to) continue;
    const link = links.get(`${from}|${to}`) ?? { from, to, edges: [] };
    link.edges.push(edge);
    links.set(`${from}|${to}`, link);
  }
  return [...links.values()];
}

/** How far from the beginning each state lies, along the longest way that never turns back. */
function layersOf(
  children: readonly ChartState[],
  links: readonly Link[],
  initial: string | null,
): Map<string, number> {
  const back = new Set<Link>();
  const state = new Map<string, "open" | "done">();
  const visit = (path: string): void => {
    state.set(path, "open");
    for (const link of links.filter(({ from }) => from === path)) {
      if (state.get(link.to) === "open") back.add(link);
      else if (!state.has(link.to)) visit(link.to);
    }
    state.set(path, "done");
  };
  for (const path of [initial, ...children.map((child) => child.path)]) if (path && !state.has(path)) visit(path);
  const layers = new Map<string, number>(children.map(({ path }) => [path, 0]));
  const forward = links.filter((link) => !back.has(link));
  for (let round = 0; round < children.length; round++) {
    for (const { from, to } of forward) layers.set(to, Math.max(layers.get(to)!, layers.get(from)! + 1));
  }
  return layers;
}

/** On the axis stands what leads on; beside it what does not. */
const byWeight =
  (links: readonly Link[]) =>
  (a: Step, b: Step): number => {
    const out = ({ child }: Step) => links.filter(({ from }) => from === child.path).length;
    return out(b) - out(a);
  };

const most = (links: readonly Link[], from: string): number =>
  Math.max(0, ...links.filter((link) => link.from === from).map(({ edges }) => edges.length));

/** Left of everything that it passes, and of the arrows that turn inside of it: shorter ways lie nearer. */
function lanesOf(around: readonly Link[], steps: ReadonlyMap<string, Step>): Map<Link, number> {
  const spanOf = ({ from, to }: Link): [number, number] => {
    const both = [steps.get(from)!.layer, steps.get(to)!.layer];
    return [Math.min(...both), Math.max(...both)];
  };
  const length = (link: Link) => spanOf(link)[1] - spanOf(link)[0];
  const lanes = new Map<Link, number>();
  for (const link of [...around].sort((a, b) => length(a) - length(b))) {
    const [top, bottom] = spanOf(link);
    const passed = [...steps.values()].filter(({ layer }) => layer >= top && layer <= bottom).map(({ x }) => x);
    const inside = [...lanes].flatMap(([other, lane]) => {
      const [first, last] = spanOf(other);
      return first <= bottom && last >= top ? lane : [];
    });
    lanes.set(link, Math.min(...passed.map((x) => x - 12), ...inside.map((lane) => lane - LANE)));
  }
  return lanes;
}

/** Words beside a lane stand in short lines, so that lanes need little room. */
function shortLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= SIDE_TEXT) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function straightWire({ from, to, edges }: Link, steps: ReadonlyMap<string, Step>, asked: LayoutAsked): Wire {
  const [a, b] = [steps.get(from)!, steps.get(to)!];
  const [source, target] = [a.placed.boxes[0]!, b.placed.boxes[0]!];
  const x1 = a.x + source.w / 2;
  const y1 = a.y + source.h;
  const x2 = b.x + target.w / 2;
  const y2 = b.y;
  const bend = y2 - 12;
  return {
    edges,
    points:
      Math.abs(x1 - x2) < 1
        ? [
            [x1, y1],
            [x2, y2],
          ]
        : [
            [x1, y1],
            [x1, bend],
            [x2, bend],
            [x2, y2],
          ],
    labels: asked.isSimple
      ? []
      : edges.map((edge, line) => ({
          edge,
          text: asked.labelOf(edge),
          // Where two arrows leave the same state, each has its words at its own end.
          x: (Math.abs(x1 - x2) < 1 ? x1 : x2) + 8,
          // Just above where the arrow ends: ways out may be written beside where it begins.
          y: bend + LINE * (line + 1 - edges.length) - 4,
          anchor: "start" as const,
        })),
  };
}

function aroundWire(
  { from, to, edges }: Link,
  steps: ReadonlyMap<string, Step>,
  asked: LayoutAsked,
  lane: number,
  place: number,
): Wire {
  const [a, b] = [steps.get(from)!, steps.get(to)!];
  // Arrows that meet at one state do not lie on each other.
  const y1 = a.y + 14 + (place % 3) * 9;
  const y2 = b.y + 14 + (place % 3) * 9;
  return {
    edges,
    points: [
      [a.x, y1],
      [lane, y1],
      [lane, y2],
      [b.x, y2],
    ],
    labels: edges
      .flatMap((edge) => shortLines(asked.labelOf(edge)).map((text) => ({ edge, text })))
      .map(({ edge, text }, line) => ({
        edge,
        text,
        x: lane - 6,
        y: y1 + 4 + (LINE - 1) * line,
        anchor: "end" as const,
      })),
  };
}
