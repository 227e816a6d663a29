import { useEffect, useRef } from "react";
import { useWords } from "../i18n/use-words.ts";
import type { FormProblems } from "./form/binding.ts";
import { Shape } from "./shape.tsx";
import { words } from "./words.ts";

/** Everything that needs fixing, at the top of the form; takes the focus each time a person was told no. */
export function ErrorSummary({ errors: { attempt, list } }: { errors: FormProblems }) {
  const w = useWords(words);
  const box = useRef<HTMLElement>(null);
  const isShown = list.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what moves the focus, even to the same errors.
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [attempt]);

  if (!isShown) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="error-summary"
      className="tone-problem rounded-md border-2 border-tone bg-sheet px-4 py-3"
    >
      <h2 id="error-summary" className="flex items-center gap-2 text-17 font-semibold text-tone">
        <Shape tone="problem" className="size-4" />
        {w.summary(list.length)}
      </h2>
      <ul className="mt-1 grid gap-1 pl-6 text-15">
        {list.map(({ id, name, message }) => (
          <li key={name}>
            {name === "" || name === "root" ? (
              message
            ) : (
              <a href={`#${id}`} className="underline underline-offset-4" onClick={(event) => follow(event, id)}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To the control itself, ready to type; a link alone would only scroll. */
function follow(event: React.MouseEvent, id: string) {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  control.focus();
  (control.closest("fieldset") ?? document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? control).scrollIntoView();
}
