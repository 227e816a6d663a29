import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import type { Offer } from "#app/engine/index.server.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Due } from "#app/ui/due.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { type Tone, toneClass } from "#app/ui/tone.ts";
import { actWords } from "./act-words.ts";
import { EventForm } from "./event-form.tsx";
import type { Journey, Todo, Waiting } from "./journey.server.ts";
import { ReasonField } from "./reason-field.tsx";
import { stateWords } from "./state-words.ts";
import { words } from "./words.ts";

interface Props {
  journey: Journey;
  offers: readonly Offer[];
  formKey: string;
  now: string;
}

type ActSentences = Readonly<Record<string, { title: string; body: string; button: string }>>;

/** The one next thing to do with its one button and its last day; or who we wait for, and until when; or how it ended. */
export function NextCard({ journey, offers, formKey, now }: Props) {
  const w = useWords(words).journey;
  const acts: ActSentences = useWords(actWords).acts;
  const { next, others, hold, reason, meanwhile } = journey;

  if (hold) {
    return (
      <Frame tone="wait" kicker={w.kickers.hold} title={w.holdTitle}>
        <Because reason={hold.reason} />
        <p className="text-17">{w.holdBody}</p>
      </Frame>
    );
  }
  if (next) {
    const sentences = acts[next.say];
    return (
      <Frame tone="act" kicker={w.nextTitle} about={next.about} title={sentences?.title}>
        <div className="grid gap-4">
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
            <p>
              <LinkButton to={next.to} tone="primary" wide>
                {sentences?.button}
              </LinkButton>
            </p>
          )}
          <LastDay journey={journey} now={now} />
        </div>
        <Also todos={others} />
        {meanwhile.length > 0 ? (
          <Below title={w.meanwhile}>
            <Waits waiting={meanwhile} now={now} isQuiet />
          </Below>
        ) : null}
      </Frame>
    );
  }
  if (journey.status === "closed") {
    return (
      <Frame tone="closed" kicker={w.kickers.closed} title={w.endedTitle}>
        <Waits waiting={journey.waiting} now={now} />
        {reason ? <Because reason={reason} /> : null}
        <p className="mt-4">
          <LinkButton to="/inquiry">{w.again}</LinkButton>
        </p>
      </Frame>
    );
  }
  if (journey.phase === "suspended") {
    return (
      <Frame tone="problem" kicker={w.kickers.suspended} title={w.suspendedTitle}>
        {reason ? <Because reason={reason} /> : null}
      </Frame>
    );
  }
  if (journey.status === "done") {
    return (
      <Frame tone="done" kicker={w.kickers.open} title={w.openTitle}>
        <p className="text-17">{w.openBody}</p>
      </Frame>
    );
  }
  return (
    <Frame tone="wait" kicker={w.kickers.wait} title={w.waitTitle}>
      <Waits waiting={journey.waiting} now={now} />
      <p className="mt-4 text-15 text-ink-2">{w.waitBody}</p>
    </Frame>
  );
}

interface FrameProps {
  tone: Tone;
  /** Which kind of moment it is, in a word. */
  kicker: ReactNode;
  /** The channel it concerns. */
  about?: ReactNode;
  title: ReactNode;
  children: ReactNode;
}

/** The card that a merchant reads first: its head says whether there is something to do. */
function Frame({ tone, kicker, about, title, children }: FrameProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`${toneClass[tone]} overflow-clip rounded-md border-2 border-tone bg-sheet`}
    >
      <p className="flex flex-wrap items-center justify-between gap-x-4 bg-tone-wash px-5 py-2.5 text-15 font-semibold text-tone">
        <span className="inline-flex items-center gap-2">
          <Shape tone={tone} className="size-4" />
          {kicker}
        </span>
        {about ? <span className="num">{about}</span> : null}
      </p>
      <div className="px-5 pt-4 pb-5">
        <h2 id={id} className="mb-2 text-21 sm:text-28">
          {title}
        </h2>
        {children}
      </div>
    </section>
  );
}

/** By when: what closes first of itself. */
function LastDay({ journey: { dates }, now }: { journey: Journey; now: string }) {
  const w = useWords(words).journey;
  const lang = useLang();
  const delays: Readonly<Record<string, string>> = useWords(stateWords).delays;
  const [first] = dates.closings;
  if (!first) return <p className="text-15 text-ink-2">{w.noDeadline}</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-15 text-ink-2">
      <span className="num font-semibold text-ink">
        {w.lastDay(delays[first.delay] ?? "", formatInstant(first.dueAt, lang, "day"))}
      </span>
      <Due at={first.dueAt} now={now} />
    </p>
  );
}

function Below({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="text-15 font-semibold text-ink-2">{title}</h3>
      <div className="mt-1">{children}</div>
    </div>
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

function Waits({ waiting, now, isQuiet }: { waiting: readonly Waiting[]; now: string; isQuiet?: boolean }) {
  return (
    <ul className={isQuiet ? "grid gap-2 text-15" : "grid gap-3 text-17"}>
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
  const isLate = dueAt !== null && dueAt < now;
  return (
    <li>
      {about ? <span className="num block text-15 font-semibold text-ink-2">{about}</span> : null}
      {sentences[state]}
      {when ? (
        <span className="flex flex-wrap items-baseline gap-x-2 text-15">
          <span className="num font-semibold text-ink">{isLate ? w.late(when) : w.until(when)}</span>
          {isLate ? null : <Due at={dueAt} now={now} />}
        </span>
      ) : null}
    </li>
  );
}

/** What else is open: the case's own by name, those of several channels in one line that leads to them. */
function Also({ todos }: { todos: readonly Todo[] }) {
  const w = useWords(words).journey;
  const acts: ActSentences = useWords(actWords).acts;
  const ofChannels = todos.filter(({ about }) => about);
  const shown = ofChannels.length > 1 ? todos.filter(({ about }) => !about) : todos;
  if (todos.length === 0) return null;
  return (
    <Below title={w.alsoTitle}>
      <ul className="-mb-2 grid divide-y divide-line">
        {shown.map(({ say, to, about }) => (
          <AlsoLine key={say + to} to={to} about={about} title={acts[say]?.title} act={acts[say]?.button} />
        ))}
        {shown.length < todos.length ? (
          <AlsoLine to="#channels" title={w.alsoChannels(ofChannels.length)} act={w.toChannels} />
        ) : null}
      </ul>
    </Below>
  );
}

interface AlsoLineProps {
  to: string;
  about?: ReactNode;
  title: ReactNode;
  act: ReactNode;
}

function AlsoLine({ to, about, title, act }: AlsoLineProps) {
  return (
    <li className="relative flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-2 text-15">
      <span className="min-w-0 flex-1 basis-48">
        {about ? <span className="num block text-13 text-ink-2">{about}</span> : null}
        {title}
      </span>
      <Link to={to} className="shrink-0 font-semibold text-accent after:absolute after:inset-0 hover:underline">
        {act} <span aria-hidden="true">›</span>
      </Link>
    </li>
  );
}
