import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, useZodForm } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { applicantTypes, industries } from "#workflows/kyc/profile.ts";
import { ProfileForm as Schema } from "./profile.schema.ts";
import { words } from "./words.ts";

interface Props {
  values: object;
  errors?: FormErrors;
  formKey: string;
  countries: { value: string; label: string }[];
  /** Asked to be agreed to before it is saved: what is said above the button, its word, and the button's label then. */
  agree?: { word: string; label: string };
  children?: ReactNode;
}

/*
 * Which questions are shown follows from the first answer by style alone, so that it works before scripts: the group looks which
 * radio is chosen. What is not shown keeps its plain answer.
 */
const onlyAbroad =
  "hidden group-has-[input[value=foreignCorporation]:checked]/who:grid group-has-[input[value=nonProfit]:checked]/who:grid";
const onlyNonProfit = "hidden group-has-[input[value=nonProfit]:checked]/who:grid";
const notSoleTrader = "grid group-has-[input[value=krSoleProprietor]:checked]/who:hidden";
const onlyInKorea = "grid group-has-[input[value=foreignCorporation]:checked]/who:hidden";

/** The few answers that decide which papers are needed. */
export function ProfileForm({ values, errors, formKey, countries, agree, children }: Props) {
  const all = useWords(words);
  const w = all.profile;
  const form = useZodForm(Schema, { values, errors, problems: all.problems });
  const { field } = form;
  const yesNo = [
    { value: "yes", label: all.yes },
    { value: "no", label: all.no },
  ];
  return (
    <Form method="post" onSubmit={form.onSubmit} noValidate className="group/who grid gap-8">
      <ErrorSummary errors={form.errors} />
      <Once value={formKey} />
      <Choice
        legend={w.applicantType.label}
        columns={2}
        options={applicantTypes.map((value) => ({ value, ...w.applicantType.options[value] }))}
        {...field("applicantType")}
      />
      <div className={onlyAbroad}>
        <Field
          label={w.country.label}
          hint={w.country.hint}
          type="select"
          width="half"
          options={countries}
          {...field("country")}
        />
      </div>
      <div className={onlyNonProfit}>
        <Choice
          legend={w.isIncorporated.label}
          columns={2}
          options={[
            { value: "yes", label: w.isIncorporated.yes },
            { value: "no", label: w.isIncorporated.no },
          ]}
          {...field("isIncorporated")}
        />
      </div>
      <Choice
        legend={w.signer.label}
        columns={2}
        options={(["representative", "agent"] as const).map((value) => ({ value, label: w.signer[value] }))}
        {...field("signer")}
      />
      <div className={`${notSoleTrader} ${onlyInKorea}`}>
        <Choice
          legend={w.seal.label}
          columns={2}
          options={(["registered", "working"] as const).map((value) => ({ value, label: w.seal[value] }))}
          {...field("seal")}
        />
      </div>
      <div className={notSoleTrader}>
        <Choice
          legend={w.ownership.label}
          columns={3}
          options={(["direct", "layered", "exempt"] as const).map((value) => ({ value, ...w.ownership[value] }))}
          {...field("ownership")}
        />
      </div>
      <div className={onlyInKorea}>
        <Choice
          legend={w.mailOrder.label}
          columns={3}
          options={(["reported", "exempt", "no"] as const).map((value) => ({ value, label: w.mailOrder[value] }))}
          {...field("mailOrder")}
        />
      </div>
      <Choice
        legend={w.documentLanguage.label}
        columns={3}
        options={(["ko", "en", "other"] as const).map((value) => ({ value, label: w.documentLanguage[value] }))}
        {...field("documentLanguage")}
      />
      <Choice
        legend={w.settlementAccount.label}
        columns={2}
        options={(["korea", "abroad"] as const).map((value) => ({ value, label: w.settlementAccount[value] }))}
        {...field("settlementAccount")}
      />
      <Choice
        legend={w.sellsThrough.label}
        columns={3}
        options={(["web", "app", "unlistedApp"] as const).map((value) => ({ value, label: w.sellsThrough[value] }))}
        {...field("sellsThrough")}
      />
      <Choice legend={w.bringsTerms.label} columns={2} options={yesNo} {...field("bringsTerms")} />
      <Choice
        legend={w.industries.label}
        hint={w.industries.hint}
        type="checkbox"
        optional
        columns={2}
        options={industries.map((value) => ({ value, label: w.industries.options[value] }))}
        {...field("industries")}
      />
      {agree ? <input type="hidden" name="_agreed" value={agree.word} /> : null}
      {children}
      <SubmitButton>{agree?.label ?? w.save}</SubmitButton>
    </Form>
  );
}
