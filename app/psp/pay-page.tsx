import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { words } from "./words.ts";

export interface PayPageProps {
  orderRef: string;
  mode: "test" | "live";
  status: "Initiated" | "Pending" | "Success" | "Failed" | "Expired";
  shopName: string;
  orderNo: string;
  paymentId: string | null;
  amountMinor: number;
  currency: string;
  methodName: string;
  methods: { key: string; name: string }[];
  isUnchosen?: boolean;
}

/** The sandbox's hosted page: what is paid to whom, and how it should end. Works without scripts. */
export function PayPage(props: PayPageProps) {
  const { orderRef, mode, status, shopName, orderNo, paymentId, amountMinor, currency, methodName, methods } = props;
  const w = useWords(words).pay;
  const isOpen = status === "Initiated";
  return (
    <div className="grid gap-6">
      <Notice tone="wait">{mode === "live" ? w.standsIn : w.sandbox}</Notice>
      <header className="grid gap-1">
        <p className="text-17 text-ink-2">{w.to(shopName)}</p>
        <h1 className="num text-28 font-semibold">
          {isOpen ? <Money amountMinor={amountMinor} currency={currency} /> : w.done[status]}
        </h1>
      </header>
      <DataList
        items={[
          { label: w.amount, value: <Money amountMinor={amountMinor} currency={currency} /> },
          { label: w.method, value: methodName },
          { label: w.order, value: <span className="num">{orderNo}</span> },
          { label: w.mode, value: w.modes[mode] },
          ...(paymentId ? [{ label: w.paymentId, value: <span className="num">{paymentId}</span> }] : []),
        ]}
      />
      {isOpen ? (
        <Form method="post" className="grid gap-6">
          {methodName === "" && methods.length > 0 ? (
            <Choice
              legend={w.choose}
              name="method"
              type="radio"
              options={methods.map(({ key, name }) => ({ value: key, label: name, hint: key }))}
              error={props.isUnchosen ? w.chooseOne : undefined}
            />
          ) : null}
          <fieldset className="grid gap-3">
            <legend className="mb-2 text-17 font-semibold">{w.how}</legend>
            <Outcome outcome="success" label={w.success} hint={w.successHint} isFirst />
            <Outcome outcome="failure" label={w.failure} hint={w.failureHint} />
            <Outcome outcome="pending" label={w.pending} hint={w.pendingHint} />
            <Outcome outcome="cancel" label={w.cancel} />
          </fieldset>
        </Form>
      ) : (
        <div className="grid gap-2">
          <p className="text-ink-2">{w.backSoon}</p>
          <div>
            <LinkButton to={`/psp/pay/${orderRef}/back`} reloadDocument tone="primary">
              {w.back}
            </LinkButton>
          </div>
        </div>
      )}
    </div>
  );
}

function Outcome({
  outcome,
  label,
  hint,
  isFirst,
}: {
  outcome: string;
  label: string;
  hint?: string;
  isFirst?: boolean;
}) {
  return (
    <div className="grid gap-1">
      <Button type="submit" name="outcome" value={outcome} tone={isFirst ? "primary" : "plain"} wide>
        {label}
      </Button>
      {hint ? <p className="text-15 text-ink-2">{hint}</p> : null}
    </div>
  );
}
