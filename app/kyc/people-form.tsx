import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, useZodForm, type ZodForm } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { controls, idTypes, offices, People } from "./people.schema.ts";
import { words } from "./words.ts";

type Options = { value: string; label: string }[];
type Row = Record<string, unknown>;

interface Props {
  values: { people?: readonly Row[]; companies?: readonly Row[] };
  errors?: FormErrors;
  formKey: string;
  countries: Options;
  /** Companies stand in between: they are asked for as well. */
  isLayered: boolean;
  isProprietor: boolean;
}

const nobody: Row[] = [{}];

/** Who represents and who owns the merchant. Rows are added and taken away by the server, so that it works before scripts. */
export function PeopleForm({ values, errors, formKey, countries, isLayered, isProprietor }: Props) {
  const all = useWords(words);
  const w = all.people;
  const form = useZodForm(People, { values, errors, problems: all.problems });
  const { field } = form;
  const people = values.people?.length ? values.people : nobody;
  const companies = values.companies ?? [];
  const holders = [
    { value: "merchant", label: w.sharesOf.merchant },
    ...companies.map(({ name }, place) => ({ value: String(place), label: String(name || w.company(place + 1)) })),
  ];
  return (
    <Form method="post" onSubmit={form.onSubmit} noValidate className="grid gap-8">
      <ErrorSummary errors={form.errors} />
      <Once value={formKey} />
      {people.map((person, place) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: the form is made anew whenever rows come or go.
          key={place}
          legend={w.person(place + 1)}
          drop={people.length > 1 ? { label: w.dropPerson, value: `dropPerson:${place}` } : null}
        >
          {person.id ? <input type="hidden" name={`people.${place}.id`} value={String(person.id)} /> : null}
          <PersonFields
            at={place}
            field={field}
            countries={countries}
            holders={holders}
            isLayered={isLayered}
            isProprietor={isProprietor}
          />
        </Group>
      ))}
      <Edit intent="addPerson">{w.addPerson}</Edit>
      {isLayered ? (
        <section className="grid gap-6" aria-labelledby="companies">
          <div className="grid gap-1">
            <h2 id="companies" className="text-21">
              {w.companies}
            </h2>
            <p className="text-15 text-ink-2">{w.companiesLead}</p>
          </div>
          {companies.map((company, place) => (
            <Group
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              key={place}
              legend={w.company(place + 1)}
              drop={{ label: w.dropCompany, value: `dropCompany:${place}` }}
            >
              {company.id ? <input type="hidden" name={`companies.${place}.id`} value={String(company.id)} /> : null}
              <Field {...w.companyName} {...field(`companies.${place}.name`)} />
              <Field
                label={all.country}
                type="select"
                width="half"
                options={countries}
                {...field(`companies.${place}.country`)}
              />
              <Field {...w.share} type="number" suffix="%" width="short" {...field(`companies.${place}.share`)} />
              <Field
                {...w.sharesOf}
                type="select"
                width="half"
                options={holders}
                {...field(`companies.${place}.sharesOf`)}
              />
              <Checkbox {...w.isExempt} {...field(`companies.${place}.isExempt`)} />
            </Group>
          ))}
          <Edit intent="addCompany">{w.addCompany}</Edit>
        </section>
      ) : null}
      {isProprietor ? (
        <Checkbox {...w.actsForAnother} {...field("actsForAnother")} />
      ) : (
        <Checkbox {...w.restIsSmall} {...field("restIsSmall")} />
      )}
      <SubmitButton>{all.save}</SubmitButton>
    </Form>
  );
}

interface PersonProps {
  at: number;
  field: ZodForm<typeof People>["field"];
  countries: Options;
  holders: Options;
  isLayered: boolean;
  isProprietor: boolean;
}

function PersonFields({ at, field, countries, holders, isLayered, isProprietor }: PersonProps) {
  const w = useWords(words).people;
  return (
    <>
      <Pair>
        <Field {...w.name} autoComplete="off" {...field(`people.${at}.name`)} />
        <Field {...w.nameLatin} autoComplete="off" {...field(`people.${at}.nameLatin`)} />
      </Pair>
      <Field {...w.bornOn} type="date" width="short" {...field(`people.${at}.bornOn`)} />
      <Pair>
        <Field
          {...w.nationality}
          type="select"
          width="half"
          options={countries}
          {...field(`people.${at}.nationality`)}
        />
        <Field {...w.residence} type="select" width="half" options={countries} {...field(`people.${at}.residence`)} />
      </Pair>
      <Choice
        legend={w.offices.label}
        hint={w.offices.hint}
        type="checkbox"
        optional
        columns={2}
        options={offices.map((value) => ({ value, label: w.offices.options[value] }))}
        {...field(`people.${at}.offices`)}
      />
      <Field
        label={w.idType.label}
        type="select"
        width="half"
        options={idTypes.map((value) => ({ value, label: w.idType.options[value] }))}
        {...field(`people.${at}.idType`)}
      />
      {isProprietor ? (
        <input type="hidden" name={`people.${at}.sharesOf`} value="merchant" />
      ) : (
        <>
          <Field {...w.share} optional type="number" suffix="%" width="short" {...field(`people.${at}.share`)} />
          {isLayered ? (
            <Field {...w.sharesOf} type="select" width="half" options={holders} {...field(`people.${at}.sharesOf`)} />
          ) : (
            <input type="hidden" name={`people.${at}.sharesOf`} value="merchant" />
          )}
          <Field
            label={w.control.label}
            hint={w.control.hint}
            optional
            type="select"
            width="half"
            placeholder={w.control.none}
            options={controls.map((value) => ({ value, label: w.control.options[value] }))}
            {...field(`people.${at}.control`)}
          />
        </>
      )}
    </>
  );
}

const Pair = ({ children }: { children: ReactNode }) => <div className="grid gap-5 sm:grid-cols-2">{children}</div>;

function Group({
  legend,
  drop,
  children,
}: {
  legend: string;
  drop: { label: string; value: string } | null;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid gap-5 rounded-md border border-line p-4 sm:p-5">
      <legend className="px-1 text-17 font-semibold">{legend}</legend>
      {children}
      {drop ? <Edit intent={drop.value}>{drop.label}</Edit> : null}
    </fieldset>
  );
}

/** Changes the list of rows and nothing else: what was typed stays, and nothing is judged yet. */
function Edit({ intent, children }: { intent: string; children: ReactNode }) {
  return (
    <div>
      <Button type="submit" name="_intent" value={intent} formNoValidate size="s">
        {children}
      </Button>
    </div>
  );
}
