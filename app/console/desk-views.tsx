import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Field } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Desk } from "#workflows/roles.ts";
import { builtInViews } from "./queue-asked.ts";
import type { SavedView } from "./views.server.ts";
import { words } from "./words.ts";

interface Props {
  desk: Desk;
  /** The view on show, as `queryOf` writes it. */
  current: string;
  views: readonly SavedView[];
  problem?: "nameMissing" | "tooMany" | null;
}

/** Ways of looking at the desk: everybody's and one's own. */
export function DeskViews({ desk, current, views, problem }: Props) {
  const w = useWords(words).queue;
  const id = useId();
  const names = { all: w.all, late: w.lateOnes, today: w.today, mine: w.mine, risky: w.risky };
  const path = `/console/desk/${desk}`;
  const held = views.find(({ query }) => query === current);
  const isNew = current !== "" && !held && !builtInViews.some(({ query }) => query === current);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav aria-label={w.views}>
        <ul className="flex flex-wrap gap-1">
          {builtInViews.map(({ key, query }) => (
            <ViewLink key={key} to={query ? `${path}?${query}` : path} isCurrent={query === current}>
              {names[key]}
            </ViewLink>
          ))}
          {views.map((view) => (
            <ViewLink key={view.id} to={`${path}?${view.query}`} isCurrent={view.query === current}>
              {view.name}
            </ViewLink>
          ))}
        </ul>
      </nav>
      {held ? (
        <Form method="post" action={`${path}?${current}`}>
          <input type="hidden" name="id" value={held.id} />
          <button type="submit" name="intent" value="dropView" className="link min-h-6 cursor-pointer text-13">
            {w.drop(held.name)}
          </button>
        </Form>
      ) : null}
      {isNew || problem ? (
        <details open={Boolean(problem)} className="text-13">
          <summary className="link min-h-6 cursor-pointer">{w.save}</summary>
          <Form method="post" action={`${path}?${current}`} className="mt-2 flex items-end gap-2">
            <Field
              id={id}
              name="name"
              label={w.name}
              maxLength={40}
              width="half"
              error={problem ? w[problem] : undefined}
            />
            <SubmitButton tone="plain" name="intent" value="saveView">
              {w.saveIt}
            </SubmitButton>
          </Form>
        </details>
      ) : null}
    </div>
  );
}

function ViewLink({ to, isCurrent, children }: { to: string; isCurrent: boolean; children: string }) {
  return (
    <li>
      <Link
        to={to}
        aria-current={isCurrent ? "page" : undefined}
        className="inline-flex min-h-7 items-center rounded-full border border-transparent px-3 text-13 text-ink-2 hover:bg-sunk hover:text-ink aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent"
      >
        {children}
      </Link>
    </li>
  );
}
