import type { Offer } from "#app/engine/index.server.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { actWords } from "./act-words.ts";
import { EventForm } from "./event-form.tsx";
import type { Journey, Todo, Waiting } from "./journey.server.ts";
import { ReasonField } from "./reason-field.tsx";
import { words } from "./words.ts";

interface Props {
  journey: Journey;
  offers: readonly Offer[];
  formKey: string;
  now: string;
}

type ActSentences = Readonly<Record<string, { title: string; body: string; button: string }>>;

/** The one next thing to do with its one button; or who we wait for, and until when; or how it ended. */
export function NextCard({ journey, offers, formKey, now }: Props) {
  const w = useWords(words).journey;
  const acts: ActSentences = useWords(actWords).acts;
  const { next, others, hold, reason } = journey;

  if (hold) {
    return (
      <Card tone="wait" title={w.holdTitle}>
        <Because reason={hold.reason} />
        <p className="text-17">{w.holdBody}</p>
      </Card>
    );
  }
  if (next) {
    const sentences = acts[next.say];
    return (
      <Card tone="act" title={sentences?.title}>
        <div className="grid justify-items-start gap-4">
          {next.about ? <p className="num text-15 font-semibold text-accent">{next.about}</p> : null}
          {reason ? <Because reason={reason} /> : null}
          <p className="text-17">{sentences?.body}</p>
          {next.page === "home" && next.event ? (
            <EventForm
              event={next.event}
              offers={offers}
              formKey={formKey}
              label={sentences?.button}
              tone="act"
              folded
              wide
            >
              <ReasonField event={next.event} hint={w.appealHint} rows={5} />
            </EventForm>
          ) : (
            <LinkButton to={next.to} tone="primary" wide>
              {sentences?.button}
            </LinkButton>
          )}
        </div>
        <Also todos={others} />
      </Card>
    );
  }
  if (journey.status === "closed") {
    return (
      <Card tone="closed" title={w.endedTitle}>
        <Waits journey={journey} now={now} />
        {reason ? <Because reason={reason} /> : null}
        <p className="mt-4">
          <LinkButton to="/inquiry">{w.again}</LinkButton>
        </p>
      </Card>
    );
  }
  if (journey.phase === "suspended") {
    return (
      <Card tone="problem" title={w.suspendedTitle}>
        {reason ? <Because reason={reason} /> : null}
      </Card>
    );
  }
  if (journey.status === "done") {
    return (
      <Card tone="done" title={w.openTitle}>
        <p className="text-17">{w.openBody}</p>
      </Card>
    );
  }
  return (
    <Card tone="wait" title={w.waitTitle}>
      <Waits journey={journey} now={now} />
      <p className="mt-3 text-15 text-ink-2">{w.waitBody}</p>
    </Card>
  );
}

function Because({ reason }: { reason: string }) {
  const w = useWords(words).journey;
  return (
    <blockquote className="my-2 border-l-2 border-tone pl-3 text-15 whitespace-pre-line">
      <span className="block text-13 text-ink-2">{w.because}</span>
      {reason}
    </blockquote>
  );
}

function Waits({ journey: { waiting }, now }: { journey: Journey; now: string }) {
  return (
    <ul className="grid gap-2 text-17">
      {waiting.map((one) => (
        <Wait key={`${one.kind}${one.state}${one.about}`} waiting={one} now={now} />
      ))}
    </ul>
  );
}

function Wait({ waiting: { kind, state, about, dueAt }, now }: { waiting: Waiting; now: string }) {
  const lang = useLang();
  const w = useWords(words).journey;
  const sentences: Readonly<Record<string, string>> = useWords(actWords).waits[kind];
  const when = dueAt && formatInstant(dueAt, lang, "short");
  return (
    <li>
      {about ? <span className="num block text-15 font-semibold text-ink-2">{about}</span> : null}
      {sentences[state]}
      {when ? (
        <span className="num block text-15 font-semibold text-tone">{dueAt < now ? w.late(when) : w.until(when)}</span>
      ) : null}
    </li>
  );
}

function Also({ todos }: { todos: readonly Todo[] }) {
  const w = useWords(words).journey;
  const acts: ActSentences = useWords(actWords).acts;
  if (todos.length === 0) return null;
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="text-15 font-semibold text-ink-2">{w.alsoTitle}</h3>
      <ul className="mt-1 grid">
        {todos.map(({ say, to, about }) => (
          <li key={say + to} className="flex flex-wrap items-center justify-between gap-x-4 py-1 text-15">
            <span className="min-w-0">
              {about ? <span className="num text-ink-2">{about} · </span> : null}
              {acts[say]?.title}
            </span>
            <LinkButton to={to} size="s" tone="quiet" className="-mx-3">
              {acts[say]?.button}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
