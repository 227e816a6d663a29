import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { words } from "./words.ts";

/** Heads a form of the checklist: the way back, what it is, why it is asked. */
export function FormHead({ caseId, title, lead }: { caseId: string; title: string; lead: string }) {
  const w = useWords(words);
  return (
    <header className="grid gap-2">
      <Link to={`/cases/${caseId}/documents`} className="link text-15">
        ← {w.back}
      </Link>
      <h1 className="text-28">{title}</h1>
      <p className="text-ink-2">{lead}</p>
    </header>
  );
}
