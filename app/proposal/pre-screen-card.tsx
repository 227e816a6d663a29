import type { ReactNode } from "react";
import { EventForm } from "#app/cases/index.ts";
import type { Offer } from "#app/engine/index.server.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Field } from "#app/ui/field.tsx";
import { Shape } from "#app/ui/shape.tsx";
import type { PreScreenView } from "./pre-screen.server.ts";
import { words } from "./words.ts";

const tones = { open: "wait", passed: "done", refused: "problem" } as const;

function Psps({ psps, under }: Pick<PreScreenView, "psps"> & { under?: (channel: string) => ReactNode }) {
  const w = useWords(words).preScreen;
  return (
    <ul className="grid gap-4">
      {psps.map(({ channel, name, state }) => (
        <li key={channel} className="grid gap-2">
          <p className="flex items-center gap-2">
            <Shape tone={tones[state]} />
            <span className="font-semibold">{name}</span>
            <span className="text-15 text-ink-2">{w.states[state]}</span>
          </p>
          {state === "open" ? under?.(channel) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the merchant sees meanwhile: who looks, until when, what comes of it, and that it need not wait. */
export function MerchantPreScreen({
  preScreen,
  children,
}: {
  preScreen: PreScreenView;
  /** What the merchant can do meanwhile. */
  children?: ReactNode;
}) {
  const w = useWords(words).preScreen;
  return (
    <Card tone="wait" title={preScreen.isWaiting ? w.waiting : w.refused}>
      <div className="grid gap-4">
        <p>{preScreen.isWaiting ? w.waitingWhy : w.refusedWhy}</p>
        <Psps psps={preScreen.psps} />
        {preScreen.dueAt ? (
          <p className="text-15">
            {w.due}: <DateTime at={preScreen.dueAt} format="day" />
          </p>
        ) : null}
        {children}
      </div>
    </Card>
  );
}

/** Where advisor or integration write down what each PSP answered. */
export function DeskPreScreen({
  preScreen,
  offers,
  formKey,
}: {
  preScreen: PreScreenView;
  offers: readonly Offer[];
  formKey: string;
}) {
  const w = useWords(words).preScreen;
  const form = { event: "ANSWER_PRE_SCREEN", offers, formKey };
  return (
    <Card tone="act" title={preScreen.isWaiting ? w.deskWaiting : w.deskRefused}>
      <div className="grid gap-4">
        <p className="text-15 text-ink-2">{preScreen.isWaiting ? w.deskWaitingWhy : w.deskRefusedWhy}</p>
        {preScreen.dueAt ? (
          <p className="text-15">
            {w.due}: <DateTime at={preScreen.dueAt} />
          </p>
        ) : null}
        <Psps
          psps={preScreen.psps}
          under={(channel) =>
            preScreen.isWaiting ? (
              <div className="flex flex-wrap items-start gap-3">
                <EventForm {...form} label={w.yes} values={{ channel, passed: "on" }} tone="act" />
                <EventForm {...form} label={w.no} values={{ channel }} folded>
                  <Field
                    label={w.note}
                    hint={w.noteHint}
                    name="note"
                    type="textarea"
                    rows={3}
                    maxLength={2000}
                    optional
                  />
                </EventForm>
              </div>
            ) : null
          }
        />
      </div>
    </Card>
  );
}
