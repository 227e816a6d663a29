import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import {
  Actions,
  actWords,
  eventName,
  isAbout,
  type PostedProblem,
  Reasons,
  stateName,
  stateWords,
} from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { Due } from "#app/ui/due.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { useShortcuts } from "#app/ui/shell/shortcuts.ts";
import { type Tone, toneClass } from "#app/ui/tone.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { needsFresh, sentHere } from "./places.ts";
import { words } from "./words.ts";
import type { Awaited, Door, Task, Workspace } from "./workspace.server.ts";

export interface DecisionPaneProps {
  workspace: Workspace;
  /** To whom a case can be handed over. */
  advisors: readonly { id: string; name: string }[];
  /** Whether this person has just shown who they are. */
  isFresh: boolean;
  formKey: string;
  now: string;
  posted?: PostedProblem;
}

/** The right pane: what is this person's to do, what has changed, what stands in the way, and what may be done about it. */
export function DecisionPane({ workspace, advisors, isFresh, formKey, now, posted }: DecisionPaneProps) {
  const w = useWords(words).case;
  const ref = useRef<HTMLElement>(null);
  useShortcuts({
    a: { label: w.toActions, run: () => ref.current?.querySelector<HTMLElement>("a, button, summary")?.focus() },
    e: { label: w.toHistory, run: () => document.querySelector<HTMLElement>("[data-to-history]")?.click() },
  });
  const isReader = workspace.offers.length === 0 && workspace.doors.length === 0;
  return (
    <aside
      ref={ref}
      aria-label={w.decision}
      className="grid content-start divide-y divide-line border-line lg:border-l lg:pl-5 [&>*]:py-4 [&>*:first-child]:pt-0"
    >
      <Section title={w.yours}>
        {workspace.tasks.length > 0 ? (
          <ul className="grid gap-3">
            {workspace.tasks.map((task, place) => (
              <TaskLine key={task.say + task.to} task={task} isFirst={place === 0} now={now} />
            ))}
          </ul>
        ) : (
          <p className="text-ink-2">{isReader ? w.readOnly : w.nothingYours}</p>
        )}
      </Section>
      <News workspace={workspace} />
      <Gates workspace={workspace} />
      {workspace.awaited.length > 0 ? (
        <Section title={w.others}>
          <ul className="grid gap-2">
            {[...Map.groupBy(workspace.awaited, ({ who }) => who)].map(([who, list]) => (
              <AwaitedOf key={who} who={who} list={list} now={now} />
            ))}
          </ul>
        </Section>
      ) : null}
      {isReader ? null : (
        <Section title={w.caseActions}>
          <CaseActions workspace={workspace} advisors={advisors} isFresh={isFresh} formKey={formKey} posted={posted} />
          <Doors doors={workspace.doors} />
        </Section>
      )}
    </aside>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-13 font-semibold text-ink-2">{title}</h2>
      {children}
    </section>
  );
}

function TaskLine({ task: { say, to, about, dueAt }, isFirst, now }: { task: Task; isFirst: boolean; now: string }) {
  const acts: Readonly<Record<string, { title: string; button: string }>> = useWords(actWords).acts;
  return (
    <li className="grid gap-1.5">
      {about || dueAt ? (
        <p className="flex flex-wrap justify-between gap-x-3 text-13">
          {about ? <span className="num font-semibold">{about}</span> : <span />}
          {dueAt ? <Due at={dueAt} now={now} /> : null}
        </p>
      ) : null}
      <LinkButton to={to} tone={isFirst ? "primary" : "plain"} className="w-full">
        {acts[say]?.button}
      </LinkButton>
    </li>
  );
}

/** Everything that one of them is waited for, under their name once. */
function AwaitedOf({ who, list, now }: { who: Awaited["who"]; list: readonly Awaited[]; now: string }) {
  const w = useWords(words).case;
  const names = useWords(stateWords);
  return (
    <li className="text-13">
      <p className="font-semibold">{w.waitingFor[who]}</p>
      <ul className="grid gap-0.5 text-ink-2">
        {list.map(({ kind, state, about, dueAt }) => (
          <li key={`${state}${about}`} className="flex flex-wrap justify-between gap-x-3">
            <span>
              {about ? <span className="num">{about}: </span> : null}
              {stateName(names, kind, state)}
            </span>
            {dueAt ? <Due at={dueAt} now={now} /> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}

function News({ workspace: { caseId, news } }: { workspace: Workspace }) {
  const w = useWords(words).case;
  return (
    <Section title={w.news}>
      {news.lines.length > 0 ? (
        <ol className="grid gap-2 text-13">
          {news.lines.map(({ id, at, what, about, detail }) => (
            <li key={id}>
              <p>{what}</p>
              {detail ? <p className="line-clamp-2 border-l-2 border-line pl-2 text-ink-2">{detail}</p> : null}
              <p className="text-ink-2">
                <DateTime at={at} />
                {about ? <span className="num"> · {about}</span> : null}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-13 text-ink-2">{news.since ? w.noNews : w.firstLook}</p>
      )}
      {news.more > 0 ? (
        <Link to={`/console/cases/${caseId}/timeline`} className="link text-13">
          {w.moreNews(news.more)}
        </Link>
      ) : null}
    </Section>
  );
}

const gateTone: Record<"done" | "open" | "problem", Tone> = { done: "done", open: "closed", problem: "problem" };

function Gates({ workspace: { gates } }: { workspace: Workspace }) {
  const w = useWords(words).case;
  return (
    <Section title={w.gates}>
      <ul className="grid gap-1 text-13">
        {gates.map(({ gate, state, count }) => (
          <li key={gate} className={`${toneClass[gateTone[state]]} flex items-center gap-2`}>
            <span className="text-tone">
              {state === "open" ? (
                <span className="mx-[3px] block size-2 rounded-full border-2 border-edge" />
              ) : (
                <Shape tone={gateTone[state]} />
              )}
            </span>
            <span className={state === "done" ? "text-ink-2" : ""}>{w.gate[gate]}</span>
            <VisuallyHidden>({w.gateStates[state]})</VisuallyHidden>
            {count ? <span className="num ml-auto text-ink-2">{w.itemsOf(count.done, count.all)}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CaseActions({
  workspace: { caseId, offers },
  advisors,
  isFresh,
  formKey,
  posted,
}: Pick<DecisionPaneProps, "workspace" | "advisors" | "isFresh" | "formKey" | "posted">) {
  const w = useWords(words).case;
  const lang = useLang();
  const { pathname } = useLocation();
  const isHandingOver = isAbout(posted, "HAND_OVER");
  const problem = isHandingOver ? posted?.errors?.to : undefined;
  const shown = isFresh ? sentHere : sentHere.filter((event) => !needsFresh.has(event));
  const isHeldBack = !isFresh && offers.some(({ event, allowed }) => needsFresh.has(event) && allowed);
  return (
    <>
      {isHeldBack ? (
        <Notice
          tone="info"
          action={
            <LinkButton size="s" to={`/staff/second-factor?next=${encodeURIComponent(pathname)}`}>
              {w.confirmNow}
            </LinkButton>
          }
        >
          {w.fresh}
        </Notice>
      ) : null}
      <Actions
        offers={offers}
        events={shown}
        formKey={formKey}
        action={`/console/cases/${caseId}`}
        back={pathname}
        fields={{
          HAND_OVER: (
            <div className="w-full">
              <Field
                name="to"
                type="select"
                label={w.handOverTo}
                options={advisors.map(({ id, name }) => ({ value: id, label: name }))}
                error={problem && sentenceOf(problem, lang)}
              />
            </div>
          ),
        }}
      />
    </>
  );
}

/** What else this person may send, beside the thing it is about; and why not, where the chart does not take it. */
function Doors({ doors }: { doors: readonly Door[] }) {
  const w = useWords(words).case;
  const names = useWords(stateWords);
  if (doors.length === 0) return null;
  return (
    <details className="text-13">
      <summary className="min-h-6 cursor-pointer text-ink-2">{w.doors}</summary>
      <ul className="mt-2 grid gap-2 border-l-2 border-line pl-3">
        {doors.map(({ event, to, about, allowed, reasons }) => (
          <li key={event + to}>
            {about ? <span className="num text-ink-2">{about}: </span> : null}
            {allowed ? (
              <Link to={to} className="link">
                {eventName(names, event)}
              </Link>
            ) : (
              <>
                <span className="font-semibold">{eventName(names, event)}</span>
                <div className="text-ink-2">
                  <Reasons reasons={reasons} />
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
