import type { Actor, CaseView, SubjectView } from "#app/engine/index.server.ts";
import { aboutTheEvent } from "#app/engine/view.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Law, lawOf, type Sent } from "#workflows/law.ts";
import { gatesOf } from "#workflows/project.ts";
import type { Role } from "#workflows/roles.ts";
import { leafOf } from "../leaves.server.ts";
import { eventName, stateName, stateWords } from "../state-words.ts";
import { type ChartEdge, type ChartGraph, graphOf, isIn } from "./graph.server.ts";
import { layout, type Picture } from "./layout.ts";
import { edgeKey, readTaken } from "./taken.server.ts";
import { chartWords } from "./words.ts";

/** A box and a wire of the picture with how the case stands to them. */
export interface DrawnBox {
  path: string;
  shape: "state" | "group" | "region";
  x: number;
  y: number;
  w: number;
  h: number;
  name: string;
  /** A second line: when it was entered, or where inside it stands. */
  note: string | null;
  standing: "now" | "been" | "ahead";
  /** Whether somebody else has the ball here; only for `now`. */
  isWaiting: boolean;
  stays: number;
  exits: { label: string; x: number; y: number; isTaken: boolean }[];
}
export interface DrawnWire {
  path: string;
  end: [number, number];
  isTaken: boolean;
  labels: { text: string; x: number; y: number; anchor: "start" | "end"; isTaken: boolean }[];
}
export interface Drawing {
  width: number;
  height: number;
  boxes: DrawnBox[];
  wires: DrawnWire[];
  start: [number, number];
  /** What the picture shows, for those who do not see it. */
  label: string;
}

/** One way on from where the chart stands. */
export interface WayOn {
  event: string;
  name: string;
  /** Who may send it; empty for a clock and for what happens by itself. */
  by: Role[];
  to: string | null;
  conditions: { guard: string; state: "met" | "missing" | "asked" }[];
  /** For a clock: when it rings. */
  at: string | null;
}

/** A state in which the chart stands, who has the ball and what leads on. */
export interface Standing {
  state: string;
  name: string;
  who: "merchant" | "advisor" | "reviewer" | "approver" | "integration" | "psp" | "system" | "case" | "us" | null;
  since: string | null;
  ways: WayOn[];
  /** Names of what can be noted here without leaving. */
  stays: string[];
}

const labelsOf = (lang: Lang) => (edge: ChartEdge) => {
  if (edge.event === "") return chartWords[lang].byItself;
  if (edge.event.startsWith("xstate.done.state.")) return chartWords[lang].allDone;
  return eventName(stateWords[lang], edge.event);
};

const pictures = new Map<string, Picture>();

/** The drawing of a machine version: the same for every case, so it is worked out once for each language and depth. */
function pictureOf(graph: ChartGraph, lang: Lang, isSimple: boolean): Picture {
  const key = `${graph.kind}/${graph.version}/${lang}/${isSimple}`;
  const held = pictures.get(key);
  if (held) return held;
  const label = labelsOf(lang);
  const picture = layout(graph, {
    labelOf: (edge) => {
      const isExit =
        edge.to !== null &&
        !edge.to.includes(".") &&
        graph.root.states.find(({ path }) => path === edge.to)?.type === "final";
      return isExit ? `${label(edge)}\n→ ${stateName(stateWords[lang], graph.kind, edge.to!)}` : label(edge);
    },
    depth: isSimple ? 2 : 9,
    isSimple,
  });
  pictures.set(key, picture);
  return picture;
}

/** The chart of a case or channel, drawn from the machine, with the way it took and where it stands. One query. */
export async function drawChart(
  { pool }: Pick<Platform, "pool">,
  subject: SubjectView<unknown>,
  lang: Lang,
  { isSimple = false, day }: { isSimple?: boolean; day: (at: string) => string },
): Promise<{ drawing: Drawing; entered: ReadonlyMap<string, string> }> {
  const graph = graphOf(lawOf(subject.kind, subject.machineVersion));
  const taken = await readTaken(pool, subject, graph);
  const names = stateWords[lang];
  const picture = pictureOf(graph, lang, isSimple);
  const nameOf = (path: string) => stateName(names, subject.kind, path);
  const isNow = (path: string) => subject.states.some((state) => isIn(state, path));
  const drawing: Drawing = {
    width: picture.width,
    height: picture.height,
    start: picture.start,
    label: chartWords[lang].label(subject.states.map(nameOf).join(", ")),
    boxes: picture.boxes.map(({ path, shape, x, y, w, h, stays, exits }): DrawnBox => {
      const at = taken.entered.get(path);
      const inside = subject.states.find((state) => state !== path && isIn(state, path));
      const leaf = leafOf(subject.kind, subject.machineVersion, path);
      return {
        path,
        shape,
        x,
        y,
        w,
        h,
        name: nameOf(path),
        note: shape !== "state" ? null : inside ? nameOf(inside) : at ? day(at) : null,
        standing: isNow(path) ? "now" : at ? "been" : "ahead",
        isWaiting: leaf.turn !== null && leaf.turn !== "us",
        stays,
        exits: exits.map(({ edge, label, x: left, y: top }) => ({
          label,
          x: left,
          y: top,
          isTaken: taken.edges.has(edgeKey(edge)),
        })),
      };
    }),
    wires: picture.wires.map(
      ({ edges, points, labels }): DrawnWire => ({
        path: pathOf(points),
        end: points.at(-1)!,
        isTaken: edges.some((edge) => taken.edges.has(edgeKey(edge))),
        labels: labels.map(({ edge, text, x, y, anchor }) => ({
          text,
          x,
          y,
          anchor,
          isTaken: taken.edges.has(edgeKey(edge)),
        })),
      }),
    ),
  };
  return { drawing, entered: taken.entered };
}

/** Right angles with round corners. */
function pathOf(points: readonly [number, number][]): string {
  const round = 6;
  return points
    .map(([x, y], place) => {
      const before = points[place - 1];
      const after = points[place + 1];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const near = ([px, py]: [number, number]): [number, number] => {
        const far = Math.max(1, Math.hypot(px - x, py - y));
        const share = Math.min(round, far / 2) / far;
        return [x + (px - x) * share, y + (py - y) * share];
      };
      const [ax, ay] = near(before);
      const [bx, by] = near(after);
      return `L${ax} ${ay}Q${x} ${y} ${bx} ${by}`;
    })
    .join("");
}

/** Where the chart stands, who has the ball there, and for every way on what is met and what is missing. */
export function standingsOf(
  subject: SubjectView<unknown>,
  theCase: CaseView,
  actor: Actor,
  entered: ReadonlyMap<string, string>,
  now: Date,
  lang: Lang,
): Standing[] {
  const law = lawOf(subject.kind, subject.machineVersion);
  const graph = graphOf(law);
  const nameOf = (path: string) => stateName(stateWords[lang], subject.kind, path);
  const ways = (edges: readonly ChartEdge[]) =>
    edges
      .filter(({ to, event }) => to !== null && !event.startsWith("xstate.done."))
      .map((edge) => wayOn(edge, law, subject, theCase, actor, now, nameOf, lang));
  const around = (state: string) => graph.edges.filter(({ from }) => from !== "" && isIn(state, from));
  /** What leads out of all current states alike is said once. */
  const isShared = ({ from }: ChartEdge) =>
    subject.states.length > 1 && subject.states.every((state) => isIn(state, from));
  const standings = subject.states.map((state): Standing => {
    const leaf = leafOf(subject.kind, subject.machineVersion, state);
    const edges = around(state).filter((edge) => !isShared(edge));
    return {
      state,
      name: nameOf(state),
      who: leaf.turn === "us" ? (leaf.desk ?? "us") : leaf.turn,
      since: entered.get(state) ?? null,
      ways: ways(edges),
      stays: [
        ...new Set(
          edges
            .filter(({ to, event, from }) => to === null && from === state && !event.startsWith("xstate."))
            .map(({ event }) => eventName(stateWords[lang], event)),
        ),
      ],
    };
  });
  const shared = around(subject.states[0] ?? "").filter(isShared);
  const [whole] = shared;
  if (!whole) return standings;
  return [
    ...standings,
    {
      state: whole.from,
      name: nameOf(whole.from),
      who: null,
      since: entered.get(whole.from) ?? null,
      ways: ways(shared),
      stays: [],
    },
  ];
}

/** Names of what somebody may send in every state of a chart. */
export function anywhereOf(subject: SubjectView<unknown>, lang: Lang): string[] {
  const law = lawOf(subject.kind, subject.machineVersion);
  const events = graphOf(law).edges.flatMap(({ from, event }) => (from === "" ? event : []));
  const sendable = events.filter((event) => law.sentBy[event]?.some((role) => role !== "system"));
  return [...new Set(sendable)].map((event) => eventName(stateWords[lang], event));
}

function wayOn(
  edge: ChartEdge,
  law: Law,
  subject: SubjectView<unknown>,
  theCase: CaseView,
  actor: Actor,
  now: Date,
  nameOf: (path: string) => string,
  lang: Lang,
): WayOn {
  const sent: Sent = { type: edge.event, by: actor.id, at: now.toISOString(), gates: gatesOf(theCase) };
  const clock = subject.timers[edge.event];
  return {
    event: edge.event,
    name: labelsOf(lang)(edge),
    by: [...(law.sentBy[edge.event] ?? [])].filter((role) => role !== "partner"),
    to: edge.to && nameOf(edge.to),
    conditions: edge.guards.map((guard) => ({
      guard,
      state: aboutTheEvent.has(guard)
        ? "asked"
        : law.guards[guard]!({ context: subject.context as never, event: sent as never })
          ? "met"
          : "missing",
    })),
    at: clock && "dueAt" in clock ? clock.dueAt : null,
  };
}
