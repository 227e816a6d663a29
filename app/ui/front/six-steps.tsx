import { useWords } from "../../i18n/use-words.ts";
import { words } from "./words.ts";

/** Whose turn each step is. */
const steps = [
  { id: "inquiry", turn: "you" },
  { id: "proposal", turn: "us" },
  { id: "review", turn: "both" },
  { id: "site", turn: "both" },
  { id: "test", turn: "you" },
  { id: "live", turn: "both" },
] as const;

/** The way from the first question to opening day: one gangway, six treads. */
export function SixSteps() {
  const w = useWords(words);
  return (
    <section className="border-y border-line bg-sheet">
      <div className="mx-auto w-full max-w-5xl px-5 py-12 sm:py-16">
        <h2 className="text-21">{w.stepsTitle}</h2>
        <p className="mt-1 max-w-[34rem] text-17 text-ink-2">{w.stepsLead}</p>
        <ol className="mt-8 grid gap-x-12 sm:grid-cols-2 lg:grid-cols-3 lg:gap-y-10">
          {steps.map(({ id, turn }, place) => (
            <li key={id} className="relative flex gap-4 pb-8 last:pb-0 lg:pb-0">
              {place < steps.length - 1 ? (
                <span aria-hidden="true" className="absolute top-9 bottom-1 left-4 -ml-px w-0.5 bg-line lg:hidden" />
              ) : null}
              <span className="num flex size-8 shrink-0 items-center justify-center rounded-full border-2 border-accent text-15 font-semibold text-accent">
                {place + 1}
              </span>
              <div className="grid content-start gap-1">
                <h3 className="flex flex-wrap items-baseline gap-x-3 pt-0.5 text-17">
                  {w.steps[id].title}
                  <span className="text-13 font-medium text-ink-2">{w[turn]}</span>
                </h3>
                <p className="text-15 text-ink-2">{w.steps[id].text}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
