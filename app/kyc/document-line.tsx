import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { formatBytes } from "#app/ui/format/bytes.ts";
import { formatDay } from "#app/ui/format/time.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Once } from "#app/ui/once.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { Line } from "./checklist.server.ts";
import { LEGIBLE_SHORT_SIDE } from "./document-check/limits.ts";
import { documentWords } from "./requirement-words.ts";
import { words } from "./words.ts";

export const stateTone: Record<Line["state"], Tone> = {
  missing: "act",
  draft: "act",
  given: "wait",
  accepted: "done",
  refused: "problem",
};

/** An id that may stand in an address and in `for`: `doc:representativeId#p1` holds marks that mean something there. */
export const anchorOf = (item: string): string => item.replace(/[^A-Za-z0-9-]/g, "-");

interface Props {
  caseId: string;
  line: Line;
  formKey: string;
  canChange: boolean;
  /** Message key of what was wrong with the last try on this line. */
  problem?: string | null;
}

/** One paper: what it is, why it is asked, what a good one looks like; its files and dates; and the place to drop it. */
export function DocumentLine({ caseId, line, formKey, canChange, problem }: Props) {
  const lang = useLang();
  const w = useWords(words).documents;
  const paper = useWords(documentWords)[line.about as keyof (typeof documentWords)["ko"]];
  const name = line.person ? `${paper.name} · ${line.person}` : paper.name;
  const open = canChange && line.state !== "accepted";
  const problems = useWords(words).problems;
  return (
    <li id={anchorOf(line.id)} className="grid scroll-mt-6 gap-4 px-5 py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-17">{name}</h3>
        {line.duty === "required" || line.state !== "missing" ? (
          <Status tone={stateTone[line.state]}>{w.states[line.state]}</Status>
        ) : (
          <Status tone="closed">{w.duty[line.duty]}</Status>
        )}
      </div>
      {line.state === "refused" && line.reason ? <Notice tone="problem">{w.refused(line.reason)}</Notice> : null}
      <div className="grid gap-1 text-15 text-ink-2">
        <p>{paper.why}</p>
        {line.state === "accepted" ? null : (
          <p>
            <span className="font-semibold text-ink">{w.good}</span> {paper.good}
            {line.copies > 1 ? ` ${w.copies(line.copies)}.` : ""}
          </p>
        )}
        {line.oldestIssueOn && line.state !== "accepted" ? (
          <p className="num">{w.issuedAfter(formatDay(line.oldestIssueOn, lang))}</p>
        ) : null}
        {line.originalReceivedOn ? (
          <p>{w.originalHere(formatDay(line.originalReceivedOn, lang))}</p>
        ) : line.needsOriginal ? (
          <p>{w.original}</p>
        ) : null}
      </div>
      <Files caseId={caseId} line={line} formKey={formKey} canRemove={open} />
      <Dates line={line} formKey={formKey} canChange={open} />
      {open ? (
        <FileDrop
          // A paper refused is begun anew; otherwise files add up.
          key={line.files.length}
          name="file"
          id={`file-${anchorOf(line.id)}`}
          label={line.files.length > 0 && line.state !== "refused" ? w.addFile(name) : w.upload(name)}
          hideLabel={line.files.length === 0}
          action={`/cases/${caseId}/documents/upload`}
          fields={{ item: line.id, _key: formKey }}
          problems={problems}
          error={problem ? sentenceOf(problem, lang, problems) : undefined}
        />
      ) : null}
    </li>
  );
}

function Files({
  caseId,
  line,
  formKey,
  canRemove,
}: Pick<Props, "caseId" | "line" | "formKey"> & { canRemove: boolean }) {
  const w = useWords(words).documents;
  if (line.files.length === 0) return null;
  return (
    <ul aria-label={w.files} className="divide-y divide-line rounded-md border border-line">
      {line.files.map(({ id, name, bytes, pages, width, height }) => (
        <li key={id} className="grid gap-1 px-4 py-2 text-15">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <a className="link min-w-0 truncate" href={`/cases/${caseId}/files/${id}`} target="_blank" rel="noreferrer">
              {name}
            </a>
            <span className="flex items-center gap-3">
              <span className="num text-13 text-ink-2">
                {w.pages(pages)} · {formatBytes(bytes)}
              </span>
              {canRemove ? (
                <Form method="post" preventScrollReset>
                  <Once value={formKey} />
                  <input type="hidden" name="_intent" value="remove" />
                  <input type="hidden" name="fileId" value={id} />
                  <Button type="submit" tone="quiet" size="s" aria-label={w.removeOf(name)}>
                    {w.remove}
                  </Button>
                </Form>
              ) : null}
            </span>
          </div>
          {width && height && Math.min(width, height) < LEGIBLE_SHORT_SIDE ? (
            <p className="text-13 text-ink-2">{w.lowDetail}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Dates({ line, formKey, canChange }: Pick<Props, "line" | "formKey" | "canChange">) {
  const w = useWords(words).documents;
  const lang = useLang();
  if (line.files.length === 0 || !(line.asksIssuedOn || line.asksValidUntilOn)) return null;
  const { age } = line;
  const said = age && (age.lastGoodOn || age.state === "dateMissing" || age.state === "issuedInFuture") ? age : null;
  const anchor = anchorOf(line.id);
  return (
    <div className="grid gap-3">
      {said ? (
        <p className={`num text-15 ${said.state === "ok" ? "text-ink-2" : "font-semibold"}`}>
          {sayAge(w.ages, said, lang)}
        </p>
      ) : null}
      {canChange ? (
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-4">
          <Once value={formKey} />
          <input type="hidden" name="_intent" value="dates" />
          <input type="hidden" name="item" value={line.id} />
          {line.asksIssuedOn ? (
            <Field
              key={`issued ${line.issuedOn}`}
              name="issuedOn"
              id={`issued-${anchor}`}
              label={w.issuedOn}
              type="date"
              value={line.issuedOn ?? ""}
            />
          ) : null}
          {line.asksValidUntilOn ? (
            <Field
              key={`valid ${line.validUntilOn}`}
              name="validUntilOn"
              id={`valid-${anchor}`}
              label={w.validUntilOn}
              optional
              type="date"
              value={line.validUntilOn ?? ""}
            />
          ) : null}
          <SubmitButton tone="plain">{w.saveDates}</SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}

type AgeWords = (typeof words)["ko"]["documents"]["ages"];

function sayAge(w: AgeWords, { state, lastGoodOn }: NonNullable<Line["age"]>, lang: "ko" | "en"): string {
  const day = lastGoodOn ? formatDay(lastGoodOn, lang) : "";
  if (state === "dateMissing" || state === "issuedInFuture") return w[state];
  return w[state](day);
}
