import { type FieldSpec, takesLines } from "#app/credentials/index.ts";
import { useLang } from "#app/i18n/use-words.ts";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";

/**
 * The fields of a PSP's credential form, as the catalogue has them, named `fields.<key>`. What was typed into a secret one is never
 * sent back.
 */
export function CredentialFields(props: {
  specs: readonly FieldSpec[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** Said behind the label of a secret field. */
  secret: string;
  problems: Parameters<typeof sentenceOf>[2];
  optional?: boolean;
}) {
  const lang = useLang();
  return props.specs.map((spec) => {
    const problem = props.errors[`fields.${spec.key}`];
    return (
      <div key={spec.key} className="w-full">
        <Field
          label={spec.isSecret ? `${spec.label} (${props.secret})` : spec.label}
          hint={spec.hint}
          name={`fields.${spec.key}`}
          type={takesLines(spec) ? "textarea" : spec.isSecret ? "password" : "text"}
          autoComplete="off"
          spellCheck={false}
          optional={props.optional}
          value={props.typed[spec.key]}
          error={problem && sentenceOf(problem, lang, props.problems)}
        />
      </div>
    );
  });
}
