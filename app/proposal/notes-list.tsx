import { useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { words } from "./words.ts";

export interface NoteView {
  id: string;
  kind: "question" | "wish" | "answer";
  about: string | null;
  text: string;
  author: string;
  at: string;
}

/** Questions and wishes in the order they came, each with its answers under it. */
export function NotesList({
  notes,
  under,
}: {
  notes: readonly NoteView[];
  under?: (note: NoteView) => React.ReactNode;
}) {
  const w = useWords(words).notes;
  return (
    <ul className="grid gap-3">
      {notes
        .filter((note) => note.kind !== "answer")
        .map((note) => (
          <li key={note.id} className="grid gap-1 border-l-2 border-line pl-3 text-15">
            <p className="text-13 text-ink-2">
              {w[note.kind]} · {note.author} · <DateTime at={note.at} />
            </p>
            <p className="whitespace-pre-line">{note.text}</p>
            {notes
              .filter((answer) => answer.about === note.id)
              .map((answer) => (
                <div key={answer.id} className="mt-1 border-l-2 border-accent pl-3">
                  <p className="text-13 text-ink-2">
                    {w.answer} · {answer.author} · <DateTime at={answer.at} />
                  </p>
                  <p className="whitespace-pre-line">{answer.text}</p>
                </div>
              ))}
            {under?.(note)}
          </li>
        ))}
    </ul>
  );
}
