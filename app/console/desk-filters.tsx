import { Form, Link, useNavigate } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { type QueueAsked, queryOf } from "./queue-asked.ts";
import { words } from "./words.ts";

interface Choice {
  value: string;
  label: string;
}

interface Props {
  asked: QueueAsked;
  states: readonly Choice[];
  countries: readonly Choice[];
}

/** Narrows the desk down. Every choice is in the address, so that a view can be sent, kept and gone back to. */
export function DeskFilters({ asked, states, countries }: Props) {
  const w = useWords(words);
  const isHydrated = useHydrated();
  const navigate = useNavigate();
  // Without scripts what was left empty stands in the address too, and is passed over.
  const show = (form: HTMLFormElement) => {
    const said = [...new FormData(form)].filter(([, value]) => value !== "") as [string, string][];
    navigate(`?${new URLSearchParams(said)}`, { preventScrollReset: true });
  };
  const q = w.queue;
  return (
    <Form
      // A new address fills the boxes anew.
      key={queryOf(asked)}
      method="get"
      role="search"
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        show(event.currentTarget);
      }}
      onChange={({ currentTarget, target }) => {
        if (target instanceof HTMLSelectElement) show(currentTarget);
      }}
    >
      <input
        type="search"
        name="q"
        data-find=""
        defaultValue={asked.q}
        aria-label={q.find}
        placeholder={q.find}
        className="control max-lg:w-full lg:max-w-xs lg:flex-1 lg:basis-56"
      />
      <div className="flex gap-2 max-lg:w-full max-lg:overflow-x-auto">
        <Select name="state" label={q.state} value={asked.state} options={states} />
        <Select name="country" label={q.country} value={asked.country} options={countries} />
        <Select
          name="due"
          label={q.due}
          value={asked.due}
          options={(["late", "today"] as const).map((value) => ({ value, label: q.dues[value] }))}
        />
        <Select
          name="risk"
          label={q.risk}
          value={asked.risk}
          options={(["high", "medium", "low"] as const).map((value) => ({ value, label: w.risks[value] }))}
        />
      </div>
      {asked.mine ? <input type="hidden" name="mine" value="1" /> : null}
      {asked.turn ? <input type="hidden" name="turn" value={asked.turn} /> : null}
      {asked.sort === "due" ? null : <input type="hidden" name="sort" value={asked.sort} />}
      <Button type="submit" size="s" className={isHydrated ? "sr-only focus:not-sr-only" : undefined}>
        {q.apply}
      </Button>
      {queryOf(asked) ? (
        <Link to="?" className="link min-h-6 text-13">
          {q.clear}
        </Link>
      ) : null}
    </Form>
  );
}

function Select({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value?: string;
  options: readonly Choice[];
}) {
  const w = useWords(words).queue;
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={value ?? ""}
      className={`control w-auto! max-w-44 shrink-0 ${value ? "border-accent! font-semibold" : ""}`}
    >
      <option value="">{w.any(label)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
