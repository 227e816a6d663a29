import { Due, Since } from "../due.tsx";
import { Money } from "../money.tsx";
import { Status } from "../status.tsx";
import { Table } from "../table.tsx";
import type { Tone } from "../tone.ts";
import { NOW } from "./example.ts";
import type { words } from "./words.ts";

interface Row {
  id: string;
  name: string;
  step: number;
  turn: number;
  tone: Tone;
  dueAt: string;
  sinceAt: string;
  volume: number;
  countries: string;
}

const rows: Row[] = [
  {
    id: "GW-7K2M",
    name: "한빛상사",
    step: 2,
    turn: 0,
    tone: "act",
    dueAt: "2026-11-21T05:00:00Z",
    sinceAt: "2026-11-19T02:00:00Z",
    volume: 120_000_000,
    countries: "VN · ID",
  },
  {
    id: "GW-3TQX",
    name: "Blue Whale Studio",
    step: 1,
    turn: 0,
    tone: "act",
    dueAt: "2026-11-22T08:30:00Z",
    sinceAt: "2026-11-22T01:00:00Z",
    volume: 35_000_000,
    countries: "JP",
  },
  {
    id: "GW-9PLC",
    name: "달무리 스토어",
    step: 2,
    turn: 1,
    tone: "wait",
    dueAt: "2026-11-25T09:00:00Z",
    sinceAt: "2026-11-21T09:00:00Z",
    volume: 8_000_000,
    countries: "SG · TH · TW",
  },
  {
    id: "GW-1ZMA",
    name: "Nordlicht GmbH Korea",
    step: 4,
    turn: 2,
    tone: "wait",
    dueAt: "2026-11-30T09:00:00Z",
    sinceAt: "2026-11-10T09:00:00Z",
    volume: 500_000_000,
    countries: "DE",
  },
  {
    id: "GW-5RWE",
    name: "오월의 책방",
    step: 5,
    turn: 1,
    tone: "done",
    dueAt: "2026-12-02T09:00:00Z",
    sinceAt: "2026-11-02T09:00:00Z",
    volume: 3_500_000,
    countries: "TW",
  },
];

export const queueTable = (w: (typeof words)["ko"], sort: string) => (
  <Table
    caption={w.queue}
    sort={sort}
    rows={rows}
    rowKey={({ id }) => id}
    rowHref={({ id }) => `?open=${id}`}
    columns={[
      { key: "merchant", label: w.columns.merchant, cell: ({ name }) => name },
      { key: "id", label: "ID", cell: ({ id }) => <span className="num text-ink-2">{id}</span> },
      { key: "step", label: w.columns.step, cell: ({ step }) => w.steps[step] },
      {
        key: "turn",
        label: w.columns.turn,
        cell: ({ turn, tone }) => (
          <Status tone={tone} bare>
            {w.turns[turn]}
          </Status>
        ),
      },
      { key: "dueAt", label: w.columns.due, sortable: true, cell: ({ dueAt }) => <Due at={dueAt} now={NOW} /> },
      { key: "since", label: w.columns.since, sortable: true, cell: ({ sinceAt }) => <Since at={sinceAt} now={NOW} /> },
      { key: "countries", label: w.columns.countries, cell: ({ countries }) => countries },
      {
        key: "volume",
        label: w.columns.volume,
        sortable: true,
        align: "right",
        cell: ({ volume }) => <Money amountMinor={volume} currency="KRW" />,
      },
    ]}
  />
);
