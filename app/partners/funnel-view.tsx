import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Funnel } from "./funnel.server.ts";
import { funnelSteps } from "./funnel-steps.ts";
import { words } from "./words.ts";

/** Which days are counted; a plain question to the same page. */
export function SpanForm({ fromOn, toOn }: { fromOn: string; toOn: string }) {
  const w = useWords(words).console;
  return (
    <Form method="get" aria-label={w.span} className="flex flex-wrap items-end gap-3">
      <Field label={w.from} name="from" type="date" width="short" value={fromOn} />
      <Field label={w.to} name="to" type="date" width="short" value={toOn} />
      <Button type="submit">{w.show}</Button>
    </Form>
  );
}

/** Step by step, how many and what share of those invited. */
export function FunnelTable({ funnel, caption }: { funnel: Funnel; caption: string }) {
  const w = useWords(words).console;
  const share = (count: number) => (funnel.invited === 0 ? "—" : `${Math.round((count / funnel.invited) * 100)} %`);
  return (
    <Table
      caption={caption}
      rows={funnelSteps.map((step) => ({ step, count: funnel[step] }))}
      rowKey={({ step }) => step}
      columns={[
        { key: "step", label: w.step, cell: ({ step }) => w.steps[step], grow: true },
        { key: "count", label: w.count, align: "right", cell: ({ count }) => count },
        { key: "share", label: w.share, align: "right", cell: ({ count }) => share(count) },
      ]}
    />
  );
}
