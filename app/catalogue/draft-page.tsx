import { Form, Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { loadDraft } from "./desk.server.ts";
import { words } from "./words.ts";

type Props = Awaited<ReturnType<typeof loadDraft>> & { posted?: { errors: Record<string, string> } };

/** What a draft changes, whom it concerns, and the button for somebody who did not write it. */
export function DraftPage(draft: Props) {
  const w = useWords(words);
  const d = w.desk;
  const lang = useLang();
  const said = (key: string | undefined) => (key ? sentenceOf(key, lang, w.problems) : undefined);
  const { posted } = draft;
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <p>
          <Link className="link" to={`/console/catalogue?kind=${draft.kind}`}>
            {d.kinds[draft.kind]}
          </Link>
        </p>
        <h1 className="text-21 font-semibold">{draft.note}</h1>
        <p className="text-13 text-ink-2">
          {draft.draftedBy} · <DateTime at={draft.draftedAt} />
        </p>
      </header>
      {posted?.errors[""] ? (
        <Notice tone="problem" live>
          {said(posted.errors[""])}
        </Notice>
      ) : null}
      {draft.isOutdated ? <Notice tone="problem">{w.problems.outdated}</Notice> : null}
      {draft.isOwn && draft.kind === "catalogue" ? (
        <p>
          <Link className="link" to={`/console/catalogue/edit?draft=${draft.id}`}>
            {d.editMore}
          </Link>
        </p>
      ) : null}
      <section className="grid gap-2">
        <h2 className="text-17 font-semibold">{d.changes}</h2>
        {draft.changes.length === 0 ? <p className="text-ink-2">{d.noChanges}</p> : null}
        <ul className="grid gap-2">
          {draft.changes.map(({ path, change, before, after }) => (
            <li key={path} className="grid gap-0.5 border-l-2 border-line pl-3">
              <p>
                <span className="font-semibold">{d.change[change]}</span>{" "}
                <code className="font-mono break-all">{path}</code>
              </p>
              {before ? <p className="tone-problem text-13 break-all text-tone">− {before}</p> : null}
              {after ? <p className="tone-done text-13 break-all text-tone">+ {after}</p> : null}
            </li>
          ))}
        </ul>
        {draft.more > 0 ? <p className="num text-ink-2">{d.more(draft.more)}</p> : null}
      </section>
      <section className="grid gap-2">
        <h2 className="text-17 font-semibold">{d.affected}</h2>
        <p className={draft.affected.length > 0 ? "" : "text-ink-2"}>
          {draft.affected.length > 0 ? d.affectedLine(draft.affected.length) : d.noAffected}
        </p>
        <ul className="grid gap-1">
          {draft.affected.map(({ caseId, publicId, name, how }) => (
            <li key={caseId}>
              <Link className="link" to={`/console/cases/${caseId}`}>
                {name}
              </Link>{" "}
              <span className="num text-13 text-ink-2">
                {publicId} · {d.concerns[how]}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {draft.isOwn ? <Notice tone="info">{w.problems.ownDraft}</Notice> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {draft.mayPublish && !draft.isOwn && !draft.isOutdated ? (
          <Card title={d.publish} level={3}>
            <Form method="post" className="grid justify-items-start gap-3">
              <input type="hidden" name="_seen" value={draft.draftedAt} />
              <Field
                name="validFrom"
                type="date"
                optional
                label={d.publishFrom}
                width="half"
                error={said(posted?.errors.validFrom)}
              />
              <SubmitButton name="_intent" value="publish">
                {d.publish}
              </SubmitButton>
            </Form>
          </Card>
        ) : null}
        <Form method="post">
          <SubmitButton tone="danger" name="_intent" value="discard">
            {d.discard}
          </SubmitButton>
        </Form>
      </div>
    </div>
  );
}
