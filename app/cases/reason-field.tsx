import { useActionData } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { isAbout, type PostedProblem } from "./event-form.tsx";
import { words } from "./words.ts";

interface Props {
  /** The event whose form it stands in, and that form's hidden values: a page may have several reasons. */
  event: string;
  values?: Readonly<Record<string, string>>;
  name?: string;
  label?: ReactNode;
  hint?: ReactNode;
  rows?: number;
}

/** The "why" that many events ask for; keeps what was typed and says what is wrong with it. */
export function ReasonField({ event, values, name = "reason", label, hint, rows = 3 }: Props) {
  const id = useId();
  const lang = useLang();
  const w = useWords(words);
  const posted = useActionData<PostedProblem>();
  const isMine = isAbout(posted, event, values);
  const typed = isMine ? posted?.values?.[name] : undefined;
  const problem = isMine ? posted?.errors?.[name] : undefined;
  return (
    <div className="w-full">
      <Field
        id={id}
        name={name}
        type="textarea"
        rows={rows}
        label={label ?? w.reason}
        hint={hint ?? w.reasonHint}
        maxLength={2000}
        value={typeof typed === "string" ? typed : undefined}
        error={problem && sentenceOf(problem, lang, w.problems)}
      />
    </div>
  );
}
