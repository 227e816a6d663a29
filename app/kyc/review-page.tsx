import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Actions, EventForm, ReasonField, Refused } from "#app/cases/index.ts";
import type { Offer } from "#app/engine/index.server.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { cx } from "#app/ui/cx.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDay } from "#app/ui/format/time.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Once } from "#app/ui/once.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { bringIntoView } from "#app/ui/tabs.tsx";
import type { Line } from "./checklist.server.ts";
import { stateTone } from "./document-line.tsx";
import { itemName } from "./requirement-words.ts";
import type { Revealed } from "./review.server.ts";
import { CompareCard, type Shown } from "./review-data.tsx";
import { Viewer } from "./review-viewer.tsx";
import { reviewWords } from "./review-words.ts";
import type { Screening } from "./screening.server.ts";
import { words } from "./words.ts";

export interface ReviewPageProps {
  caseId: string;
  lines: Line[];
  selected: Line | null;
  fileId: string | null;
  next: string | null;
  shown: Shown;
  screening: Screening | null;
  offers: Offer[];
  formKey: string;
  canNoteOriginal: boolean;
  canReveal: boolean;
  refused?: readonly string[] | null;
  revealed?: Revealed | null;
}

const itemPath = (id: string) => `?${new URLSearchParams({ item: id })}`;

/** Three panes: what there is, the paper or form itself, and beside it what to compare with and what to decide. */
export function ReviewPage(props: ReviewPageProps) {
  const { lines, selected, offers, formKey, screening } = props;
  const w = useWords(reviewWords);
  const asked = lines.filter(({ duty }) => duty === "required");
  const accepted = asked.filter(({ state }) => state === "accepted").length;
  if (lines.length === 0) {
    return (
      <div className="grid gap-4">
        <h1 className="text-21">{w.title}</h1>
        <EmptyState title={w.none} />
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h1 className="sr-only">{w.title}</h1>
      <Refused reasons={props.refused} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <Card
          title={w.items}
          flush
          aside={<span className="num text-13 text-ink-2">{w.progress(accepted, asked.length)}</span>}
        >
          <Items lines={lines} selected={selected} />
        </Card>
        {/* The console's own panes stand on both sides: only a wide screen has room for the paper beside what it is compared with. */}
        <div className="grid items-start gap-4 min-[112rem]:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
          {selected ? (
            <div className="grid gap-4 min-[112rem]:sticky min-[112rem]:top-4">
              <Viewer {...props} line={selected} />
            </div>
          ) : null}
          <div className="grid gap-4">
            {selected ? <Judge {...props} line={selected} /> : null}
            <CompareCard
              shown={props.shown}
              canReveal={props.canReveal}
              formKey={formKey}
              revealed={props.revealed ?? null}
              selected={selected}
            />
            <ScreeningCard screening={screening} />
            <Card title={w.decide}>
              <Actions
                offers={offers}
                formKey={formKey}
                events={decisions}
                first={offers.find(({ event, allowed }) => allowed && firsts.has(event))?.event}
              />
            </Card>
          </div>
        </div>
      </div>
    </div>
  );
}

/** What is decided here, in the order of the work. */
const decisions = [
  "DISMISS_HIT",
  "REQUEST_MORE",
  "RECOMMEND_APPROVAL",
  "RECOMMEND_REJECTION",
  "APPROVE_KYC",
  "SEND_BACK",
  "REJECT_KYC",
];
const firsts = new Set(["REQUEST_MORE", "RECOMMEND_APPROVAL", "APPROVE_KYC"]);

function Items({ lines, selected }: Pick<ReviewPageProps, "lines" | "selected">) {
  const w = useWords(words).documents;
  const lang = useLang();
  const row = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is another place in the row.
  useEffect(() => bringIntoView(row.current), [selected?.id]);
  return (
    <ol
      ref={row}
      className="divide-line max-lg:scroll-x max-lg:flex max-lg:divide-x max-lg:border-t max-lg:border-line lg:divide-y"
    >
      {lines.map(({ id, state, person, duty }) => (
        <li key={id} className="max-lg:w-44 max-lg:shrink-0">
          <Link
            to={itemPath(id)}
            preventScrollReset
            data-row-link
            aria-current={id === selected?.id ? "true" : undefined}
            className={cx(
              "grid h-full content-between gap-0.5 px-4 py-2 text-15 no-underline hover:bg-sunk in-[.dense]:text-13",
              id === selected?.id && "bg-accent-wash lg:shadow-[inset_3px_0_0_var(--accent)]",
            )}
          >
            <span className={id === selected?.id ? "font-semibold" : ""}>
              {itemName(id, lang, person ?? undefined)}
            </span>
            <span className="text-13">
              {duty !== "required" && state === "missing" ? (
                <span className="text-ink-2">{w.duty[duty]}</span>
              ) : (
                <Status tone={stateTone[state]} bare>
                  {w.states[state]}
                </Status>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Judge({ line, offers, formKey, canNoteOriginal, next }: ReviewPageProps & { line: Line }) {
  const w = useWords(reviewWords);
  const d = useWords(words).documents;
  const lang = useLang();
  const day = (on: string) => formatDay(on, lang);
  const ages = line.age?.lastGoodOn
    ? [
        {
          label: w.age,
          value: line.age.state === "stale" ? w.stale(day(line.age.lastGoodOn)) : w.goodUntil(day(line.age.lastGoodOn)),
        },
      ]
    : [];
  return (
    <Card
      title={w.verdictOn(itemName(line.id, lang, line.person ?? undefined))}
      tone={line.state === "given" ? "act" : undefined}
      aside={<Status tone={stateTone[line.state]}>{d.states[line.state]}</Status>}
    >
      <div className="grid gap-4">
        {line.reason ? <p className="text-15 in-[.dense]:text-13">{line.reason}</p> : null}
        {line.kind === "document" ? (
          <DataList
            items={[
              ...(line.asksIssuedOn ? [{ label: w.issuedOn, value: line.issuedOn ? day(line.issuedOn) : null }] : []),
              ...(line.validUntilOn ? [{ label: w.validUntilOn, value: day(line.validUntilOn) }] : []),
              ...ages,
              ...(line.needsOriginal
                ? [
                    {
                      label: w.original,
                      value: line.originalReceivedOn ? w.originalCame(day(line.originalReceivedOn)) : w.originalAwaited,
                    },
                  ]
                : []),
            ]}
          />
        ) : null}
        {line.ref && (line.state === "given" || line.state === "refused") ? (
          <>
            <EventForm
              event="ACCEPT_ITEM"
              offers={offers}
              formKey={formKey}
              label={w.accept}
              values={{ item: line.id, ref: line.ref }}
              tone="act"
              wide
            />
            <EventForm
              key={line.ref}
              event="REFUSE_ITEM"
              offers={offers}
              formKey={formKey}
              label={w.refuse}
              values={{ item: line.id, ref: line.ref }}
              folded
              wide
            >
              <ReasonField
                event="REFUSE_ITEM"
                values={{ item: line.id, ref: line.ref }}
                label={w.refuseReason}
                hint={w.refuseHint}
              />
            </EventForm>
          </>
        ) : null}
        {line.needsOriginal && canNoteOriginal && !line.originalReceivedOn && line.files.length > 0 ? (
          <Form method="post" preventScrollReset>
            <Once value={formKey} />
            <input type="hidden" name="_intent" value="original" />
            <input type="hidden" name="item" value={line.id} />
            <SubmitButton tone="plain" size="s">
              {w.noteOriginal}
            </SubmitButton>
          </Form>
        ) : null}
        {next && next !== line.id ? (
          <Link className="link text-15 in-[.dense]:text-13" to={itemPath(next)} preventScrollReset>
            {w.next}: {itemName(next, lang)} →
          </Link>
        ) : null}
      </div>
    </Card>
  );
}

function ScreeningCard({ screening }: { screening: Screening | null }) {
  const w = useWords(reviewWords).screening;
  if (!screening) {
    return (
      <Card title={w.title}>
        <p className="text-15 text-ink-2 in-[.dense]:text-13">{w.none}</p>
      </Card>
    );
  }
  const tone = ({ running: "wait", clear: "done", hit: "problem", failed: "wait" } as const)[screening.state];
  return (
    <Card title={w.title} aside={<Status tone={tone}>{w.states[screening.state]}</Status>}>
      <div className="grid gap-2 text-15 in-[.dense]:text-13">
        <p className="text-ink-2">
          {w.subjects(screening.subjects)}
          {screening.list ? ` · ${w.list(screening.list)}` : ""}
        </p>
        {screening.state === "hit" && screening.matches.length === 0 ? (
          <Notice tone="wait">{screening.subjects > 0 ? w.noList : w.nobody}</Notice>
        ) : null}
        {screening.matches.length > 0 ? (
          <ul className="grid gap-1">
            {screening.matches.map(({ subject, subjectName, entry, name, score, lists }) => (
              <li key={`${subject}/${entry}`}>
                <span className="font-semibold">{w.match(subjectName, name, score)}</span>{" "}
                <span className="text-ink-2">{[entry, ...lists].join(" · ")}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
