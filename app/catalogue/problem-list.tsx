import { Notice } from "#app/ui/notice.tsx";

/** What is wrong with an edition, place by place; nothing where nothing is. */
export function ProblemList({
  problems,
  title,
}: {
  problems: readonly { at: string; sentence: string }[];
  title: string;
}) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="problem" live title={title}>
      <ul className="num grid gap-1">
        {problems.map(({ at, sentence }) => (
          <li key={at + sentence}>
            {at}: {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
