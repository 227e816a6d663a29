import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { usePlainForm } from "#app/ui/form/index.ts";
import { formatDay } from "#app/ui/format/time.ts";
import { SearchList } from "#app/ui/search-list.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { SectionAnswer, SectionPage } from "./section.server.ts";
import { SectionForm } from "./section-form.tsx";
import { words } from "./words.ts";

export interface CountryOption {
  code: string;
  name: string;
  /** Key of `where.regions`. */
  region: string;
  alsoFoundBy: string;
  ways: number;
}

const schema = () => import("./inquiry.schema.ts").then((module) => module.Where);

/** The first question, and the only one of its page. */
export function WherePage({
  page,
  countries,
  formerAt,
  posted,
}: {
  page: SectionPage;
  countries: CountryOption[];
  /** When this account sent an inquiry before; null: it did not, or is writing one already. */
  formerAt: string | null;
  posted?: SectionAnswer;
}) {
  const w = useWords(words);
  const lang = useLang();
  const { onSubmit, field, errors } = usePlainForm({
    schema,
    values: posted?.values ?? page.values,
    errors: posted?.errors,
    problems: w.problems,
  });
  const regions: Record<string, string> = w.where.regions;
  return (
    <div className="grid gap-8">
      {formerAt ? (
        <Form method="post" action="?index&former" className="grid justify-items-start gap-2">
          <SubmitButton tone="plain">{w.former}</SubmitButton>
          <p className="text-15 text-ink-2">{w.formerHint(formatDay(formerAt.slice(0, 10), lang))}</p>
        </Form>
      ) : null}
      <SectionForm
        isFirst
        section="where"
        version={posted?.version ?? page.version}
        conflicts={posted?.conflicts ?? []}
        errors={errors}
        onSubmit={onSubmit}
        question={w.where.question}
        hint={w.where.hint}
        labels={{ countries: w.where.legend }}
      >
        <SearchList
          legend={w.where.legend}
          hideLegend
          options={countries.map(({ code, name, region, alsoFoundBy, ways }) => ({
            value: code,
            label: name,
            group: regions[region],
            hint: code === "WORLD" ? w.where.anywhereHint : w.where.ways(ways),
            alsoFoundBy,
          }))}
          {...field("countries")}
        />
      </SectionForm>
    </div>
  );
}
