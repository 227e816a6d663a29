import { useWords } from "#app/i18n/use-words.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Field } from "#app/ui/field.tsx";
import { usePlainForm } from "#app/ui/form/index.ts";
import type { SectionAnswer, SectionPage } from "./section.server.ts";
import { SectionForm } from "./section-form.tsx";
import { words } from "./words.ts";

const schema = () => import("./inquiry.schema.ts").then((module) => module.Contact);

export function ContactPage({ page, posted }: { page: SectionPage; posted?: SectionAnswer }) {
  const w = useWords(words);
  const c = w.contact;
  const { onSubmit, field, errors } = usePlainForm({
    schema,
    values: posted?.values ?? page.values,
    errors: posted?.errors,
    problems: w.problems,
  });
  return (
    <SectionForm
      section="contact"
      version={posted?.version ?? page.version}
      conflicts={posted?.conflicts ?? []}
      errors={errors}
      onSubmit={onSubmit}
      question={c.question}
      hint={c.hint}
      labels={{ name: c.name, title: c.jobTitle, phone: c.phone, email: c.email, consent: c.consent }}
    >
      <Field label={c.name} autoComplete="name" maxLength={80} width="half" {...field("name")} />
      <Field
        label={c.jobTitle}
        autoComplete="organization-title"
        maxLength={80}
        width="half"
        optional
        {...field("title")}
      />
      <Field label={c.phone} type="tel" autoComplete="tel" width="half" {...field("phone")} />
      <Field label={c.email} type="email" autoComplete="email" spellCheck={false} {...field("email")} />
      <Checkbox label={c.consent} hint={c.consentHint} {...field("consent")} />
    </SectionForm>
  );
}
