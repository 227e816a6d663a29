import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FormProblems } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Conflict } from "./draft.server.ts";
import type { SectionName } from "./inquiry.schema.ts";
import { useLiveBrief } from "./live-brief.ts";
import type { AutosaveAnswer } from "./section.server.ts";
import { useAutosave } from "./use-autosave.ts";
import { words } from "./words.ts";

interface Props {
  section: SectionName;
  version: number;
  errors: FormProblems;
  conflicts: readonly Conflict[];
  onSubmit: React.FormEventHandler<HTMLFormElement>;
  question: ReactNode;
  hint?: ReactNode;
  /** Names of fields, for what was changed by somebody else. */
  labels?: Readonly<Record<string, string>>;
  onAnswer?: (answer: AutosaveAnswer) => void;
  isFirst?: boolean;
  children: ReactNode;
}

/** One step: its question, its fields, and a form that saves by itself and still works without scripts. */
export function SectionForm(props: Props) {
  const { section, errors, question, hint, labels = {}, isFirst, children } = props;
  const w = useWords(words);
  const tellBrief = useLiveBrief();
  const [heard, setHeard] = useState<readonly Conflict[] | null>(null);
  const autosave = useAutosave(section, props.version, (answer) => {
    setHeard(answer.conflicts);
    tellBrief(answer.brief);
    props.onAnswer?.(answer);
  });
  const conflicts = heard ?? props.conflicts;
  return (
    <Form method="post" noValidate onSubmit={props.onSubmit} onInput={autosave.onInput} className="grid gap-8">
      <input type="hidden" name="_version" value={autosave.version} />
      <header className="grid gap-2">
        <h1 className="text-28 font-semibold">{question}</h1>
        {hint ? <p className="text-ink-2">{hint}</p> : null}
      </header>
      <ErrorSummary errors={errors} />
      {autosave.others.map(({ field }) => (
        <input key={field} type="hidden" name="_theirs" value={field} />
      ))}
      {autosave.others.length > 0 ? (
        <Conflicts isOnlyTold conflicts={autosave.others} labels={labels} onMine={autosave.saveMine} />
      ) : null}
      {conflicts.length > 0 ? <Conflicts conflicts={conflicts} labels={labels} onMine={autosave.saveMine} /> : null}
      {children}
      {/* The lists are long: on a phone the way on stays in reach of the thumb. */}
      <div className="flex flex-wrap items-center gap-3 max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-5 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:px-5 max-sm:py-3">
        <SubmitButton name="_go" value="next">
          {w.next}
        </SubmitButton>
        {isFirst ? null : (
          <SubmitButton tone="quiet" name="_go" value="back" formNoValidate>
            {w.back}
          </SubmitButton>
        )}
        <p aria-live="polite" className="text-13 text-ink-2">
          {autosave.state === "saving" ? w.saving : autosave.state === "saved" ? w.saved : ""}
          {autosave.state === "failed" ? w.notSaved : ""}
        </p>
      </div>
    </Form>
  );
}

const textOf = (held: unknown): string =>
  Array.isArray(held)
    ? held.join(", ")
    : typeof held === "object" && held !== null
      ? JSON.stringify(held)
      : String(held ?? "");

function Conflicts({
  conflicts,
  labels,
  isOnlyTold,
  onMine,
}: {
  /** Nobody here changed the same: theirs stands, and is said. */
  isOnlyTold?: boolean;
  conflicts: readonly Conflict[];
  labels: Readonly<Record<string, string>>;
  onMine: () => void;
}) {
  const w = useWords(words).conflict;
  return (
    <Notice
      tone="act"
      live
      title={isOnlyTold ? w.changed : w.title}
      action={
        <>
          <Button onClick={() => window.location.reload()}>{w.useTheirs}</Button>
          <Button onClick={onMine}>{w.useMine}</Button>
        </>
      }
    >
      {isOnlyTold ? null : <p>{w.kept}</p>}
      <ul>
        {conflicts.map(({ field, theirs }) => (
          <li key={field}>
            {labels[field] ?? field}: {w.theirs(textOf(theirs) || w.empty)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
