import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, type FormValues, usePlainForm } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { goodsOptions } from "./goods-options.ts";
import { words } from "./words.ts";

export interface Asked {
  values: FormValues;
  errors: FormErrors;
}

/** The one question of the first visit: where is the shop, and what does it sell. */
export function AskForm({
  asked,
  posted,
  formKey,
  again,
}: {
  asked: { url: string; goods: string };
  posted?: Asked;
  formKey: string;
  again: boolean;
}) {
  const w = useWords(words);
  const mine = posted && "goods" in posted.values ? posted : undefined;
  const { onSubmit, field } = usePlainForm({
    values: mine?.values ?? asked,
    errors: mine?.errors,
    problems: w.problems,
    id: "ask",
  });
  return (
    <Card title={w.ask.title} tone={again ? undefined : "act"}>
      <Form method="post" onSubmit={onSubmit} noValidate className="grid gap-4">
        <input type="hidden" name="type" value="START_SITE_CHECK" />
        <Once value={formKey} />
        <Field label={w.ask.url} hint={w.ask.urlHint} type="url" autoComplete="url" {...field("url")} />
        <Choice legend={w.ask.goods} columns={3} options={goodsOptions(w.ask)} {...field("goods")} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton tone={again ? "plain" : "primary"}>{again ? w.ask.again : w.ask.start}</SubmitButton>
          <span className="text-15 text-ink-2">{w.ask.rate}</span>
        </div>
      </Form>
    </Card>
  );
}
