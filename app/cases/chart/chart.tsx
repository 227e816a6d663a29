import { useEffect, useId, useRef } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import type { Drawing, DrawnBox } from "./picture.server.ts";
import { chartWords } from "./words.ts";

/** How far the picture may be shrunk and grown: its words are 12 px. */
const LEAST = 0.85;
const MOST = 1.1;

/** The drawing of a chart: what was passed, where it stands, what lies ahead. Scrolls by itself where it is wider than its place. */
export function Chart({ drawing }: { drawing: Drawing }) {
  const w = useWords(chartWords);
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  // Opens where the case stands, not at a corner.
  useEffect(() => {
    const here = ref.current?.querySelector("[data-now]")?.getBoundingClientRect();
    const place = ref.current?.getBoundingClientRect();
    if (here && place) ref.current!.scrollLeft += here.left + here.width / 2 - (place.left + place.width / 2);
  }, []);
  const { width, height, boxes, wires, start, label } = drawing;
  return (
    <section
      ref={ref}
      aria-label={w.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="scroll-x rounded-md border border-line p-4 [--under:var(--sheet)]"
    >
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        className="mx-auto block h-auto w-full text-[12px]"
        // Never so small that the words cannot be read: a picture wider than its place is pushed around in its frame.
        style={{ minWidth: Math.round(width * LEAST), maxWidth: Math.round(width * MOST) }}
      >
        <defs>
          <Arrow id={`${id}-ahead`} className="fill-edge" />
          <Arrow id={`${id}-taken`} className="fill-accent" />
        </defs>
        {boxes
          .filter(({ shape }) => shape !== "state")
          .map((box) => (
            <Group key={box.path} box={box} />
          ))}
        <circle cx={start[0]} cy={start[1] - 16} r="4" className="fill-accent" />
        <path d={`M${start[0]} ${start[1] - 12}V${start[1]}`} className="stroke-accent" strokeWidth="2" fill="none" />
        {wires.map(({ path, isTaken }) => (
          <path
            key={path}
            d={path}
            fill="none"
            strokeWidth={isTaken ? 2 : 1}
            className={isTaken ? "stroke-accent" : "stroke-edge"}
            markerEnd={`url(#${id}-${isTaken ? "taken" : "ahead"})`}
          />
        ))}
        {boxes
          .filter(({ shape }) => shape === "state")
          .map((box) => (
            <State key={box.path} box={box} />
          ))}
        {wires.flatMap(({ path, labels }) =>
          labels.map(({ text, x, y, anchor, isTaken }) => (
            <Words key={`${path}${y}`} x={x} y={y} anchor={anchor} isTaken={isTaken}>
              {text}
            </Words>
          )),
        )}
        {boxes.flatMap(({ path, exits }) =>
          exits.map(({ label: text, x, y, isTaken }) => (
            <Words key={path + y} x={x} y={y} anchor="start" isTaken={isTaken} isExit>
              {text}
            </Words>
          )),
        )}
      </svg>
    </section>
  );
}

function Arrow({ id, className }: { id: string; className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0L8 4L0 8z" className={className} />
    </marker>
  );
}

function Group({ box: { x, y, w, h, name, shape, standing } }: { box: DrawnBox }) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx="8"
        strokeDasharray={shape === "region" ? "4 4" : undefined}
        className={`fill-paper ${standing === "now" ? "stroke-accent" : "stroke-line"}`}
      />
      <text x={x + 14} y={y + 20} className="fill-ink-2 font-semibold">
        {name}
      </text>
    </g>
  );
}

const looks = {
  here: { box: "fill-accent stroke-accent", name: "fill-on-accent font-bold", note: "fill-on-accent" },
  waiting: { box: "tone-wait fill-tone-wash stroke-tone", name: "tone-wait fill-tone font-bold", note: "fill-ink" },
  been: { box: "fill-accent-wash stroke-accent", name: "fill-ink font-semibold", note: "fill-ink-2" },
  ahead: { box: "fill-sheet stroke-edge", name: "fill-ink-2", note: "fill-ink-2" },
};

function State({ box: { x, y, w, h, name, note, standing, isWaiting, stays } }: { box: DrawnBox }) {
  const look = looks[standing === "now" ? (isWaiting ? "waiting" : "here") : standing];
  return (
    <g data-now={standing === "now" ? "" : undefined}>
      <rect x={x} y={y} width={w} height={h} rx="8" strokeWidth={standing === "now" ? 2 : 1} className={look.box} />
      <text x={x + w / 2} y={note ? y + 19 : y + h / 2 + 4} textAnchor="middle" className={look.name}>
        {name}
      </text>
      {note ? (
        <text x={x + w / 2} y={y + 36} textAnchor="middle" className={`num ${look.note}`} fontSize="11">
          {note}
        </text>
      ) : null}
      {stays > 0 ? (
        <text x={x + w - 8} y={y + h - 8} textAnchor="end" className={`num ${look.note}`} fontSize="10">
          ↻{stays}
        </text>
      ) : null}
    </g>
  );
}

function Words({
  x,
  y,
  anchor,
  isTaken,
  isExit,
  children,
}: {
  x: number;
  y: number;
  anchor: "start" | "end";
  isTaken: boolean;
  isExit?: boolean;
  children: string;
}) {
  return (
    // A margin in the colour of the ground keeps the words readable where a line runs behind them.
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      paintOrder="stroke"
      strokeWidth="3"
      strokeLinejoin="round"
      className={`stroke-sheet ${isTaken ? "fill-accent font-semibold" : isExit ? "fill-ink-2 italic" : "fill-ink-2"}`}
    >
      {children}
    </text>
  );
}
