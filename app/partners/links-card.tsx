import { Form, Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { words as inquiryWords } from "#app/inquiry/words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { usePlainForm } from "#app/ui/form/index.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { PartnerAnswer } from "./console.server.ts";
import type { KnownReferral } from "./referrals.server.ts";
import { words } from "./words.ts";

/** Whom the partner has sent lately, and where staff make a link in its name. */
export function LinksCard({ referrals, posted }: { referrals: readonly KnownReferral[]; posted?: PartnerAnswer }) {
  const w = useWords(words).console;
  return (
    <Card title={w.links}>
      <div className="grid gap-6">
        <Table
          caption={w.links}
          rows={referrals}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "id",
              label: w.referral,
              cell: ({ publicId, caseIds }) =>
                caseIds[0] ? (
                  <Link className="link num" to={`/console/cases/${caseIds[0]}`}>
                    {publicId}
                  </Link>
                ) : (
                  <span className="num">{publicId}</span>
                ),
            },
            { key: "reference", label: w.reference, from: "md", cell: ({ reference }) => reference ?? "—", grow: true },
            { key: "stage", label: w.stage, cell: ({ stage }) => w.stages[stage] },
            { key: "since", label: w.since, from: "md", cell: ({ since }) => <DateTime at={since} /> },
            { key: "shared", label: w.shared, from: "lg", cell: ({ isShared }) => (isShared ? w.yes : w.no) },
            {
              key: "act",
              label: w.cancelLink,
              hideLabel: true,
              cell: ({ id, stage, publicId }) =>
                stage === "invited" || stage === "opened" ? (
                  <Form method="post">
                    <input type="hidden" name="id" value={id} />
                    <SubmitButton name="intent" value="revokeLink" size="s" tone="quiet">
                      {w.cancelLink}
                      <VisuallyHidden> {publicId}</VisuallyHidden>
                    </SubmitButton>
                  </Form>
                ) : null,
            },
          ]}
          empty={<EmptyState title={w.noLinks}>{w.noLinksWhy}</EmptyState>}
        />
        {/* Once a link is made the form is an empty one again. */}
        <NewLink key={referrals[0]?.id} posted={posted} />
      </div>
    </Card>
  );
}

function NewLink({ posted }: { posted?: PartnerAnswer }) {
  const all = useWords(words);
  const w = all.console;
  const inquiry = useWords(inquiryWords);
  const { field, errors } = usePlainForm({
    id: "link",
    values: posted?.values ?? { days: "14" },
    errors: posted?.errors,
    problems: { ...inquiry.problems, ...all.problems },
  });
  return (
    <Form method="post" noValidate className="grid gap-5 border-t border-line pt-4">
      <h3 className="text-17 font-semibold in-[.dense]:text-15">{w.makeLink}</h3>
      <p className="text-15 text-ink-2">{w.makeLinkHint}</p>
      <ErrorSummary errors={errors} />
      <div className="grid gap-5 md:grid-cols-2">
        <Field label={w.reference} optional maxLength={64} {...field("reference")} />
        <Field label={w.days} type="number" width="short" {...field("days")} />
        <Field label={inquiry.business.companyName} optional autoComplete="off" {...field("company_name")} />
        <Field label={inquiry.business.serviceUrl} optional autoComplete="off" {...field("service_url")} />
        <Field label={inquiry.contact.name} optional autoComplete="off" {...field("contact_name")} />
        <Field label={inquiry.contact.email} type="email" optional autoComplete="off" {...field("contact_email")} />
      </div>
      <div>
        <SubmitButton name="intent" value="makeLink" tone="plain">
          {w.makeLink}
        </SubmitButton>
      </div>
    </Form>
  );
}
