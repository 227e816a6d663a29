import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { EventForm, Refused } from "#app/cases/index.ts";
import type { Offer } from "#app/engine/index.server.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Status } from "#app/ui/status.tsx";
import type { Line } from "./checklist.server.ts";
import { anchorOf, DocumentLine, stateTone } from "./document-line.tsx";
import { otherWords } from "./requirement-words.ts";
import { words } from "./words.ts";

export interface DocumentsPageProps {
  caseId: string;
  /** Which sentence stands on top; null while everything can be changed. */
  notice: "start" | "notYet" | "inReview" | "approved" | "closed" | "reject" | null;
  canChange: boolean;
  lines: Line[];
  /** Forms whose answers have something to be looked at again. */
  doubtful: string[];
  offers: Offer[];
  formKey: string;
  refused?: readonly string[] | null;
  /** The item the last try was about, and what was wrong with it. */
  problem?: { item: string; key: string } | null;
}

const pages: Record<string, string> = { business: "business", people: "people", settlementAccount: "account" };

/** The merchant's checklist: what to fill in, what to hand in, what can wait, and the one button at its end. */
export function DocumentsPage(props: DocumentsPageProps) {
  const { caseId, notice, canChange, lines, offers, formKey, problem } = props;
  const w = useWords(words).documents;
  const of = (kind: Line["kind"], ...duties: Line["duty"][]) =>
    lines.filter((line) => line.kind === kind && (duties.length === 0 || duties.includes(line.duty)));
  const required = lines.filter(({ kind, duty }) => kind !== "site" && duty === "required");
  const done = required.filter(({ state }) => state === "given" || state === "accepted").length;
  const later = of("document", "later", "onRequest");
  const document = (line: Line) => (
    <DocumentLine
      key={line.id}
      caseId={caseId}
      line={line}
      formKey={formKey}
      canChange={canChange}
      problem={problem?.item === line.id ? problem.key : null}
    />
  );
  return (
    <div className="grid max-w-[48rem] gap-8">
      <header className="grid gap-2">
        <h1 className="text-28">{w.title}</h1>
        {lines.length > 0 ? (
          <p className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-ink-2">
            <span>{canChange ? w.lead : null}</span>
            <span className="num font-semibold text-ink">{w.progress(done, required.length)}</span>
          </p>
        ) : null}
      </header>
      <Refused reasons={props.refused} />
      {notice ? (
        <Notice
          tone={notice === "approved" ? "done" : notice === "reject" ? "problem" : notice === "start" ? "act" : "wait"}
          action={
            notice === "start" && canChange ? (
              <LinkButton to={`/cases/${caseId}/profile`} tone="primary">
                {w.startButton}
              </LinkButton>
            ) : undefined
          }
        >
          {w[notice]}
        </Notice>
      ) : null}
      {lines.length > 0 ? (
        <>
          <Card
            title={w.basics}
            flush
            aside={
              canChange ? (
                <Link className="link text-15" to={`/cases/${caseId}/profile`}>
                  <Change />
                </Link>
              ) : undefined
            }
          >
            <List>
              {of("data").map((line) => (
                <DataLine
                  key={line.id}
                  caseId={caseId}
                  line={line}
                  isDoubtful={props.doubtful.includes(line.id)}
                  canChange={canChange}
                />
              ))}
            </List>
          </Card>
          <Card title={w.papers} flush>
            <List>{of("document", "required").map(document)}</List>
          </Card>
          {/* Handed in already: the notice on top says what happens now. */}
          {canChange ? (
            <EventForm
              event="SUBMIT_KYC"
              offers={offers}
              formKey={formKey}
              label={w.submit}
              confirm={w.submitConfirm}
              tone="act"
              wide
            />
          ) : null}
          {later.length > 0 ? (
            <Folded title={w.later}>
              <p className="px-5 pt-2 text-15 text-ink-2">{w.laterLead}</p>
              <List>{later.map(document)}</List>
            </Folded>
          ) : null}
          {of("site").length > 0 ? (
            <Folded title={w.onSite}>
              <ul className="grid list-disc gap-1 py-3 pr-5 pl-10 text-15">
                {of("site").map(({ id, about }) => (
                  <SiteLine key={id} about={about} />
                ))}
              </ul>
            </Folded>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

const List = ({ children }: { children: ReactNode }) => <ul className="divide-y divide-line">{children}</ul>;

const Change = () => <>{useWords(words).profile.change}</>;

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="rounded-md border border-line bg-sheet">
      <summary className="min-h-12 cursor-pointer px-5 py-3 text-17 font-semibold">{title}</summary>
      {children}
    </details>
  );
}

function SiteLine({ about }: { about: string }) {
  const sentences: Readonly<Record<string, string>> = useWords(otherWords).site;
  return <li>{sentences[about] ?? about}</li>;
}

function DataLine({
  caseId,
  line,
  isDoubtful,
  canChange,
}: {
  caseId: string;
  line: Line;
  isDoubtful: boolean;
  canChange: boolean;
}) {
  const w = useWords(words).documents;
  const { name, why } = useWords(otherWords).data[line.about as keyof (typeof otherWords)["ko"]["data"]];
  const open = canChange && line.state !== "accepted";
  return (
    <li id={anchorOf(line.id)} className="grid scroll-mt-6 gap-3 px-5 py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-17">{name}</h3>
        <Status tone={stateTone[line.state]}>{w.states[line.state]}</Status>
      </div>
      {line.state === "refused" && line.reason ? <Notice tone="problem">{w.refused(line.reason)}</Notice> : null}
      <p className="text-15 text-ink-2">{why}</p>
      {isDoubtful ? <Notice tone="wait">{w.doubts}</Notice> : null}
      <div>
        <LinkButton to={`/cases/${caseId}/${pages[line.about]}`} size="s">
          {!open ? w.view : line.state === "missing" ? w.fill : w.edit}
        </LinkButton>
      </div>
    </li>
  );
}
