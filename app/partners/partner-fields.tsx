import { useWords } from "#app/i18n/use-words.ts";
import { Field } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/form/index.ts";
import { words } from "./words.ts";

/** What is written down of a partner, new or known. */
export function PartnerFields({ field }: { field: (name: string) => FieldBinding }) {
  const f = useWords(words).console.fields;
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Field label={f.nameKo} {...field("nameKo")} />
      <Field label={f.nameEn} {...field("nameEn")} />
      <Field label={f.wordmark} hint={f.wordmarkHint} maxLength={24} {...field("wordmark")} />
      <Field label={f.accent} hint={f.accentHint} maxLength={7} spellCheck={false} {...field("accent")} />
      <Field label={f.contactName} autoComplete="off" {...field("contactName")} />
      <Field label={f.contactMail} type="email" autoComplete="off" {...field("contactMail")} />
      <Field label={f.masterName} hint={f.masterHint} optional {...field("masterName")} />
      <Field label={f.masterKey} hint={f.masterKeyHint} optional spellCheck={false} {...field("masterKey")} />
    </div>
  );
}
