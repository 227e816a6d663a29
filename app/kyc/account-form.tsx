import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, useZodForm } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { SettlementAccount } from "./account.schema.ts";
import { words } from "./words.ts";

interface Props {
  values: object;
  errors?: FormErrors;
  formKey: string;
  /** The last characters of the number kept now. */
  tail: string | null;
  /** The account is not in Korea, or may not be: what only such accounts need is asked for openly. */
  isAbroad: boolean;
  countries: { value: string; label: string }[];
}

const currencies =
  "KRW USD JPY EUR GBP SGD HKD CNY TWD VND THB IDR MYR PHP INR AUD NZD CAD CHF DKK NOK SEK PLN CZK ZAR KES NGN"
    .split(" ")
    .map((value) => ({ value, label: value }));

/** Asked of accounts in other countries. */
const abroad = ["bic", "routing", "branchAddress", "intermediary"];

/** Where the money goes. */
export function AccountForm({ values, errors, formKey, tail, isAbroad, countries }: Props) {
  const all = useWords(words);
  const w = all.account;
  const form = useZodForm(SettlementAccount, { values, errors, problems: all.problems });
  const { field } = form;
  return (
    <Form method="post" onSubmit={form.onSubmit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.errors} />
      <Once value={formKey} />
      <Field {...w.holder} {...field("holder")} />
      <Field {...w.country} type="select" width="half" options={countries} {...field("country")} />
      <Field {...w.bank} {...field("bank")} />
      <Field
        {...w.number}
        hint={tail ? w.numberKept(tail) : undefined}
        autoComplete="off"
        spellCheck={false}
        width="half"
        {...field("number")}
      />
      <Field {...w.currency} type="select" width="short" options={currencies} {...field("currency")} />
      <details
        open={isAbroad || form.errors.list.some(({ name }) => abroad.includes(name))}
        className="rounded-md border border-line"
      >
        <summary className="min-h-11 cursor-pointer px-4 py-3 font-semibold">{w.abroad}</summary>
        <div className="grid gap-6 border-t border-line p-4">
          <Field {...w.bic} optional width="half" spellCheck={false} {...field("bic")} />
          <Field {...w.routing} optional width="half" spellCheck={false} {...field("routing")} />
          <Field {...w.branchAddress} optional {...field("branchAddress")} />
          <Field {...w.intermediary} optional {...field("intermediary")} />
        </div>
      </details>
      <SubmitButton>{all.save}</SubmitButton>
    </Form>
  );
}
