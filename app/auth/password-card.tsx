import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { words } from "./account-words.ts";
import { words as entrance } from "./words.ts";

/** A new password for a member of staff. */
export function PasswordCard({ errors, isDone }: { errors?: FormErrors; isDone?: boolean }) {
  const w = useWords(words).account;
  const form = usePlainForm({ errors, problems: useWords(entrance).problems, id: "password" });
  return (
    <Card title={w.password}>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary errors={form.errors} />
        {isDone ? (
          <Notice tone="done" live>
            {w.changed}
          </Notice>
        ) : null}
        <Field
          type="password"
          label={w.current}
          width="half"
          autoComplete="current-password"
          {...form.field("current")}
        />
        <Field
          type="password"
          label={w.next}
          hint={w.nextHint}
          width="half"
          autoComplete="new-password"
          {...form.field("next")}
        />
        <div>
          <SubmitButton tone="plain" name="intent" value="password">
            {w.change}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
