import { useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Status } from "#app/ui/status.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Checks, Receipt } from "./shop/receipts.server.ts";
import { words } from "./words.ts";

/** What reached the stand-in, and what it made of it. */
export function SeenPage({ receipts }: { receipts: Receipt[] }) {
  const w = useWords(words).seen;
  const said = (checks: Checks): string =>
    [
      checks.body && `${w.check.body}: ${w.bodies[checks.body]}`,
      ...(["fields", "order", "amount"] as const).map(
        (name) => checks[name] !== null && `${w.check[name]}: ${checks[name] ? w.yes : w.no}`,
      ),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div className="grid gap-6">
      <h1 className="text-28">{w.title}</h1>
      <p className="max-w-[42rem]">{w.intro}</p>
      <Table
        caption={w.title}
        rows={receipts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={w.none}>{w.noneWhy}</EmptyState>}
        columns={[
          { key: "at", label: w.at, cell: ({ at }) => <DateTime at={at} /> },
          { key: "kind", label: w.kind, cell: ({ kind }) => w.kinds[kind] },
          {
            key: "verdict",
            label: w.verdict,
            cell: ({ accepted }) => (
              <Status tone={accepted ? "done" : "problem"}>{accepted ? w.accepted : w.refused}</Status>
            ),
          },
          { key: "checks", label: w.checks, cell: ({ checks }) => said(checks) },
        ]}
      />
    </div>
  );
}
