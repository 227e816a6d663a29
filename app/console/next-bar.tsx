import { useLocation } from "@remix-run/react";
import { actWords } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Due } from "#app/ui/due.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { words } from "./words.ts";
import type { Task } from "./workspace.server.ts";

/** On a phone the pane with what is to do lies far below: its first task stays at the bottom of the screen, unless this is its page. */
export function NextBar({ tasks, now }: { tasks: readonly Task[]; now: string }) {
  const w = useWords(words).case;
  const acts: Readonly<Record<string, { button: string }>> = useWords(actWords).acts;
  const { pathname } = useLocation();
  const task = tasks.find(({ to }) => to === pathname) ? undefined : tasks[0];
  if (!task) return null;
  return (
    <section
      aria-label={w.yours}
      data-screen-only=""
      className="sticky bottom-0 z-20 -mx-4 flex items-center justify-between gap-4 border-t border-line bg-sheet px-4 py-2 shadow-float lg:hidden"
    >
      <p className="grid min-w-0 text-13">
        <span className="truncate text-ink-2">{task.about ?? w.yours}</span>
        {task.dueAt ? <Due at={task.dueAt} now={now} /> : null}
      </p>
      <LinkButton to={task.to} tone="primary" size="s" className="min-h-11! shrink-0">
        {acts[task.say]?.button}
      </LinkButton>
    </section>
  );
}
