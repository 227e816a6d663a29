import { EventForm } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Status } from "#app/ui/status.tsx";
import { words } from "../words.ts";
import { Intent, type Page } from "./parts.tsx";

const tones = { passed: "done", failed: "problem", open: "wait" } as const;

/** The eight items: how each stands and what it still wants. */
export function TestPlan({ page }: { page: Page }) {
  const w = useWords(words).plan;
  const { plan, untried } = page.test;
  const passed = plan.filter(({ outcome }) => outcome === "passed").length;
  const names = untried.map((key) => page.methods.find((method) => method.key === key)?.name ?? key).join(", ");
  const isTesting = page.phase === "testing";
  return (
    <Card title={w.title} aside={<span className="num text-15 text-ink-2">{w.done(passed, plan.length)}</span>}>
      <div className="grid gap-4">
        {isTesting ? <p className="text-15 text-ink-2">{w.intro}</p> : null}
        <ol className="divide-y divide-line">
          {plan.map(({ item, outcome, gaps }) => (
            <li key={item} data-item={item} data-outcome={outcome} className="grid gap-1 py-3 first:pt-0">
              <div className="flex items-center justify-between gap-4">
                <h3 className="text-17 font-semibold">{w.items[item]}</h3>
                <Status tone={tones[outcome]}>{w.outcomes[outcome]}</Status>
              </div>
              {isTesting && gaps.length > 0 ? (
                <ul className="grid gap-1 text-15 text-ink-2">
                  {gaps.map((gap) => (
                    <li key={gap}>{gap === "everyMethod" && names ? w.untried(names) : w.gaps[gap]}</li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ol>
        {isTesting ? (
          <div className="flex flex-wrap items-start gap-4">
            <EventForm event="COMPLETE_TESTS" offers={page.offers} formKey={page.formKey} tone="act" />
            <Intent intent="look" label={w.look} formKey={page.formKey} />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
