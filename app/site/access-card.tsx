import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { usePlainForm } from "#app/ui/form/index.ts";
import { formatInstant } from "#app/ui/format/time.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Asked } from "./ask-form.tsx";
import { hostOf } from "./host-of.ts";
import { OneButton } from "./one-button.tsx";
import { words } from "./words.ts";

/** For shops behind a login wall: an account for the reviewer, kept sealed. Folded away, for most shops need none. */
export function AccessCard({ access, posted }: { access: { url: string; until: string } | null; posted?: Asked }) {
  const w = useWords(words);
  const lang = useLang();
  const mine = posted && "password" in posted.errors ? posted : posted && "name" in posted.values ? posted : undefined;
  const { onSubmit, field } = usePlainForm({
    values: mine?.values,
    errors: mine?.errors,
    problems: w.problems,
    id: "access",
  });
  return (
    <Card title={w.access.title} level={3}>
      <div className="grid gap-4">
        <p className="text-15">
          {access ? w.access.given(hostOf(access.url), formatInstant(access.until, lang, "date")) : w.access.intro}
        </p>
        {access ? <OneButton intent="removeAccess" label={w.access.remove} /> : null}
        {access ? null : (
          <details open={mine !== undefined}>
            <summary className="min-h-6 cursor-pointer text-15">{w.access.save}</summary>
            <Form method="post" onSubmit={onSubmit} noValidate className="mt-3 grid gap-4" autoComplete="off">
              <input type="hidden" name="intent" value="giveAccess" />
              <Field label={w.access.url} type="url" {...field("url")} />
              <Field label={w.access.name} autoComplete="off" width="half" {...field("name")} />
              <Field label={w.access.password} type="password" autoComplete="off" width="half" {...field("password")} />
              <SubmitButton tone="plain">{w.access.save}</SubmitButton>
            </Form>
          </details>
        )}
      </div>
    </Card>
  );
}
