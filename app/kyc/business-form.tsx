import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, useZodForm } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { type IdentifierKind, ruleOf } from "#workflows/kyc/identifiers/index.ts";
import { Business } from "./business.schema.ts";
import { identifierWords } from "./identifier-words.ts";
import { words } from "./words.ts";

interface Props {
  values: object;
  errors?: FormErrors;
  formKey: string;
  country: string;
  kinds: IdentifierKind[];
}

/** Who the merchant is, as on its certificate. */
export function BusinessForm({ values, errors, formKey, country, kinds }: Props) {
  const all = useWords(words);
  const w = all.business;
  const numbers = useWords(identifierWords);
  const form = useZodForm(Business, { values, errors, problems: all.problems });
  const { field } = form;
  return (
    <Form method="post" onSubmit={form.onSubmit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.errors} />
      <Once value={formKey} />
      <input type="hidden" name="country" value={country} />
      <Field {...w.legalName} autoComplete="organization" {...field("legalName")} />
      <Field {...w.legalNameEn} {...field("legalNameEn")} />
      <Field {...w.tradeName} optional {...field("tradeName")} />
      <fieldset className="grid gap-6 rounded-md border border-line p-4">
        <legend className="px-1 text-17 font-semibold">{w.numbers}</legend>
        {kinds.map((kind, place) => (
          <div key={kind}>
            <input type="hidden" name={`numbers.${place}.kind`} value={kind} />
            <Field
              label={numbers[kind].label}
              hint={numbers[kind].where}
              placeholder={ruleOf(kind).sample}
              optional={place > 0}
              width="half"
              spellCheck={false}
              {...field(`numbers.${place}.value`)}
            />
          </div>
        ))}
      </fieldset>
      <Field {...w.incorporatedOn} type="date" width="short" {...field("incorporatedOn")} />
      <Field {...w.registeredAddress} autoComplete="street-address" {...field("registeredAddress")} />
      <Field {...w.registeredAddressEn} optional {...field("registeredAddressEn")} />
      <Field {...w.tradingAddress} optional {...field("tradingAddress")} />
      <Field {...w.phone} type="tel" width="half" autoComplete="tel" {...field("phone")} />
      <Field {...w.website} type="url" placeholder="https://" {...field("website")} />
      <Field {...w.whatIsSold} type="textarea" rows={3} maxLength={1000} {...field("whatIsSold")} />
      <Choice
        legend={w.goods.label}
        columns={3}
        options={(["physical", "digital", "both"] as const).map((value) => ({ value, label: w.goods[value] }))}
        {...field("goods")}
      />
      <Field
        label={w.deliveryDays.label}
        hint={w.deliveryDays.hint}
        suffix={w.deliveryDays.unit}
        type="number"
        width="short"
        {...field("deliveryDays")}
      />
      <Field {...w.monthlySalesUsd} type="money" currency="USD" width="half" {...field("monthlySalesUsd")} />
      <SubmitButton>{all.save}</SubmitButton>
    </Form>
  );
}
