import { Form, Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, usePlainForm } from "#app/ui/form/index.ts";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";
import type { loadPartners } from "./console.server.ts";
import { funnelSteps } from "./funnel-steps.ts";
import { SpanForm } from "./funnel-view.tsx";
import { PartnerFields } from "./partner-fields.tsx";
import { words } from "./words.ts";

type Page = Awaited<ReturnType<typeof loadPartners>>;

/** Every partner, and how far the merchants it sent have come. */
export function PartnersPage({
  partners,
  fromOn,
  toOn,
  posted,
}: Page & { posted?: { values: object; errors: FormErrors } }) {
  const all = useWords(words);
  const w = all.console;
  const lang = useLang();
  const { field, errors } = usePlainForm({
    values: posted?.values ?? { accent: "#1f3f8f" },
    errors: posted?.errors,
    problems: all.problems,
  });
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <h1 className="text-21 font-semibold">{w.title}</h1>
        <p className="text-ink-2">{w.lead}</p>
        <p>
          <Link className="link" to="/partners/api">
            {w.docs}
          </Link>
        </p>
      </header>
      <SpanForm fromOn={fromOn} toOn={toOn} />
      <Table
        caption={w.title}
        rows={partners}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/console/partners/${id}?from=${fromOn}&to=${toOn}`}
        columns={[
          { key: "name", label: w.name, cell: ({ nameKo, nameEn }) => (lang === "ko" ? nameKo : nameEn), grow: true },
          {
            key: "state",
            label: w.state,
            cell: ({ isPaused }) => (
              <Status tone={isPaused ? "closed" : "done"} bare>
                {isPaused ? w.paused : w.active}
              </Status>
            ),
          },
          ...funnelSteps.map((step) => ({
            key: step,
            label: w.steps[step],
            align: "right" as const,
            from: step === "invited" || step === "live" ? undefined : ("lg" as const),
            cell: ({ funnel }: Page["partners"][number]) => funnel[step],
          })),
        ]}
        empty={<EmptyState title={w.none}>{w.noneWhy}</EmptyState>}
      />
      <Card title={w.add}>
        <Form method="post" noValidate className="grid gap-5">
          <ErrorSummary errors={errors} />
          <Field
            label={w.fields.slug}
            hint={w.fields.slugHint}
            width="half"
            maxLength={40}
            spellCheck={false}
            {...field("slug")}
          />
          <PartnerFields field={field} />
          <div>
            <SubmitButton>{w.make}</SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
