import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Money } from "#app/ui/money.tsx";
import { Table } from "#app/ui/table.tsx";
import { words } from "../words.ts";
import { Intent, type Page } from "./parts.tsx";

/** Where test payments are made, cheated with, refunded and asked about. */
export function TestRun({ page }: { page: Page }) {
  const w = useWords(words).run;
  const { test, methods, formKey } = page;
  const next = test.untried[0] ?? methods[0]?.key;
  return (
    <Card title={w.title}>
      <div className="grid gap-6">
        {test.isStandIn ? (
          <p className="text-15 text-ink-2">
            {w.standIn}{" "}
            {test.standInUrl ? (
              <a className="link" href={`${test.standInUrl}/seen`}>
                {w.seen}
              </a>
            ) : null}
          </p>
        ) : null}
        <div className="grid gap-2">
          <Intent intent="pay" label={w.pay} formKey={formKey} tone="primary">
            <div className="w-full">
              <Field
                type="select"
                name="method"
                label={w.method}
                hint={w.payWhy}
                value={next}
                options={methods.map(({ key, name }) => ({ value: key, label: name }))}
              />
            </div>
          </Intent>
        </div>
        <div className="grid gap-2">
          <p className="text-15 text-ink-2">{test.isStandIn ? w.trialsStandIn : w.trialsOwn}</p>
          <Intent intent="trials" label={w.trials} formKey={formKey} />
        </div>
        {test.links ? <ReturnLinks links={test.links} formKey={formKey} /> : null}
        <div className="grid gap-3">
          <h3 className="text-17 font-semibold">{w.payments}</h3>
          <Payments page={page} />
        </div>
      </div>
    </Card>
  );
}

function ReturnLinks({ links, formKey }: { links: NonNullable<Page["test"]["links"]>; formKey: string }) {
  const w = useWords(words).run;
  return (
    <div className="grid gap-3">
      <h3 className="text-17 font-semibold">{w.returns}</h3>
      <p className="text-15 text-ink-2">{w.returnsWhy}</p>
      <ul className="flex flex-wrap gap-4">
        {(["genuine", "changed"] as const).map((which) => (
          <li key={which}>
            <a className="link" href={links[which]} target="_blank" rel="noreferrer noopener">
              {w[which]}
            </a>
          </li>
        ))}
      </ul>
      <Intent intent="sayReturn" label={w.say} formKey={formKey}>
        <YesBox name="genuineTaken" label={w.genuineTaken} />
        <YesBox name="changedRefused" label={w.changedRefused} />
      </Intent>
    </div>
  );
}

function YesBox({ name, label }: { name: string; label: string }) {
  return <Checkbox name={name} label={label} />;
}

function Payments({ page }: { page: Page }) {
  const w = useWords(words).run;
  const { payments } = page.test;
  return (
    <Table
      caption={w.payments}
      rows={payments}
      rowKey={({ orderRef }) => orderRef}
      empty={<EmptyState title={w.none}>{w.noneWhy}</EmptyState>}
      columns={[
        { key: "order", label: w.order, cell: ({ orderNo }) => <span className="num">{orderNo}</span> },
        { key: "method", label: w.method, cell: ({ method }) => method, from: "md" },
        {
          key: "amount",
          label: w.amount,
          align: "right",
          cell: ({ amountMinor, currency }) => <Money amountMinor={amountMinor} currency={currency} />,
        },
        {
          key: "status",
          label: w.status,
          cell: ({ status, refundedMinor }) => (refundedMinor > 0 ? w.refunded : w.statuses[status]),
        },
        {
          key: "acts",
          label: w.acts,
          cell: ({ orderRef, status, refundedMinor, askedStatus, amountMinor }) => (
            <div className="flex flex-wrap gap-2">
              {status === "Success" && refundedMinor < amountMinor ? (
                <Intent intent="refund" label={w.refund} formKey={page.formKey} values={{ orderRef }} size="s" />
              ) : null}
              {askedStatus ? (
                <span className="text-15 text-ink-2">{w.asked(w.statuses[askedStatus])}</span>
              ) : status === "Initiated" ? (
                <a className="link" href={`/psp/pay/${orderRef}`}>
                  {w.pay}
                </a>
              ) : (
                <Intent intent="askStatus" label={w.ask} formKey={page.formKey} values={{ orderRef }} size="s" />
              )}
            </div>
          ),
        },
      ]}
    />
  );
}
