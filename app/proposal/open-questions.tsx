import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Since } from "#app/ui/due.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { statisticsWords } from "./statistics-words.ts";

export interface OpenQuestionLine {
  noteId: string;
  caseId: string;
  merchant: string;
  publicId: string;
  text: string;
  at: string;
}

/** Questions that wait for an answer, above the queue that does not know of them. */
export function OpenQuestions({ questions, now }: { questions: readonly OpenQuestionLine[]; now: string }) {
  const w = useWords(statisticsWords);
  if (questions.length === 0) return null;
  return (
    <Notice tone="act" title={w.questions(questions.length)}>
      <ul className="grid gap-1">
        {questions.map(({ noteId, caseId, merchant, text, at }) => (
          <li key={noteId} className="flex flex-wrap gap-x-3">
            <Link className="link font-semibold" to={`/console/cases/${caseId}/proposal#notes`}>
              {merchant}
            </Link>
            <span className="min-w-0 flex-1 truncate">{text}</span>
            <Since at={at} now={now} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
