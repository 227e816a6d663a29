import type { ReactNode } from "react";
import type { Offer } from "#app/engine/index.server.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { EventForm } from "./event-form.tsx";
import { eventNeeds, grave, isSimple } from "./event-needs.ts";
import { ReasonField } from "./reason-field.tsx";
import { Reasons } from "./refused.tsx";
import { eventName, stateWords } from "./state-words.ts";
import { words } from "./words.ts";

interface Props {
  offers: readonly Offer[];
  formKey: string;
  /** Which of the offers, in this order; all unless given. */
  events?: readonly string[];
  /** The one that gets the coloured button. */
  first?: string;
  /** Fields of events that carry more than a reason; without them such events are not shown. */
  fields?: Readonly<Record<string, ReactNode>>;
  action?: string;
  /** For that action: the page to come back to. */
  back?: string;
}

/** What this person may ask of the chart here: buttons for what it takes now, and for the rest the sentence why not. */
export function Actions({ offers, formKey, events, first, fields = {}, action, back }: Props) {
  const w = useWords(words);
  const names = useWords(stateWords);
  const shown = (events ?? offers.map(({ event }) => event)).flatMap((event) => {
    const offer = offers.find((one) => one.event === event);
    return offer && (isSimple(event) || fields[event]) ? offer : [];
  });
  const open = shown.filter(({ allowed }) => allowed);
  const shut = shown.filter(({ allowed }) => !allowed);
  // What belongs to another step is named in one breath; what is locked says by what.
  const otherSteps = shut.filter(({ reasons }) => reasons.every((reason) => reason === "notNow"));
  const locked = shut.filter((offer) => !otherSteps.includes(offer));
  return (
    <div className="grid gap-4">
      {open.length > 0 ? (
        <div className="grid gap-3">
          {open.map(({ event }) => (
            <EventForm
              key={event}
              event={event}
              offers={offers}
              formKey={formKey}
              action={action}
              back={back}
              tone={event === first ? "act" : grave.has(event) ? "danger" : "plain"}
              folded={Boolean(fields[event]) || (isSimple(event) && eventNeeds[event] === "reason")}
              wide
            >
              {fields[event] ??
                (isSimple(event) && eventNeeds[event] === "reason" ? <ReasonField event={event} /> : null)}
            </EventForm>
          ))}
        </div>
      ) : null}
      {shut.length > 0 ? (
        <details className="text-15 text-ink-2 in-[.dense]:text-13" open={open.length === 0 && locked.length > 0}>
          <summary className="min-h-6 cursor-pointer">{w.notNow}</summary>
          <dl className="mt-2 grid gap-2 border-l-2 border-line pl-3">
            {locked.map(({ event, reasons }) => (
              <div key={event}>
                <dt className="font-semibold text-ink">{eventName(names, event)}</dt>
                <dd>
                  <Reasons reasons={reasons} />
                </dd>
              </div>
            ))}
            {otherSteps.length > 0 ? (
              <div>
                <dt>{w.otherSteps}</dt>
                <dd>{otherSteps.map(({ event }) => eventName(names, event)).join(", ")}</dd>
              </div>
            ) : null}
          </dl>
        </details>
      ) : null}
    </div>
  );
}
