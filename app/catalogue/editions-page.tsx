import { Form, Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { loadEditions } from "./desk.server.ts";
import { ProblemList } from "./problem-list.tsx";
import type { ImportProblem } from "./read-edition.server.ts";
import { words } from "./words.ts";

export interface ImportPosted {
  errors: Record<string, string>;
  problems: ImportProblem[];
  note: string;
}

const tones = { current: "done", coming: "wait", past: "closed" } as const;

/** Every edition there was, is and will be; and where the next one comes in. */
export function EditionsPage({
  kind,
  kinds,
  hasTable,
  editions,
  drafts,
  mayDraft,
  posted,
}: Awaited<ReturnType<typeof loadEditions>> & { posted?: ImportPosted }) {
  const w = useWords(words).desk;
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <h1 className="text-21 font-semibold">{w.title}</h1>
        <p className="text-ink-2">{w.lead}</p>
      </header>
      <Tabs
        label={w.kind}
        tabs={kinds.map((one) => ({
          to: one === "catalogue" ? "/console/catalogue" : `/console/catalogue?kind=${one}`,
          label: w.kinds[one],
          end: true,
        }))}
      />
      <p className="flex flex-wrap gap-4">
        {mayDraft && kind === "catalogue" ? (
          <Link className="link" to="/console/catalogue/edit">
            {w.edit}
          </Link>
        ) : null}
        <Link className="link" to="/guide">
          {w.toGuide}
        </Link>
      </p>
      <Table
        caption={w.kinds[kind]}
        rows={editions}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: "number", label: w.edition, cell: ({ number }) => <span className="num">{number}</span> },
          { key: "state", label: w.validFrom, cell: ({ state }) => <Status tone={tones[state]}>{w[state]}</Status> },
          {
            key: "from",
            label: w.validFrom,
            cell: ({ validFrom }) => <DateTime at={validFrom} format="full" />,
            hideLabel: true,
          },
          { key: "note", label: w.note, grow: true, cell: ({ isShipped, note }) => (isShipped ? w.shipped : note) },
          {
            key: "by",
            label: w.publishedBy,
            from: "md",
            cell: ({ isShipped, draftedBy, publishedBy }) => (isShipped ? "" : `${draftedBy} → ${publishedBy}`),
          },
          {
            key: "export",
            label: w.export,
            cell: ({ number }) => (
              <span className="flex gap-3">
                <a className="link" href={`/console/catalogue/export?kind=${kind}&number=${number}`}>
                  JSON
                </a>
                {hasTable ? (
                  <a className="link" href={`/console/catalogue/export?kind=${kind}&number=${number}&format=csv`}>
                    CSV
                  </a>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      <section className="grid gap-2">
        <h2 className="text-17 font-semibold">{w.drafts}</h2>
        {drafts.length === 0 ? <p className="text-ink-2">{w.noDrafts}</p> : null}
        <ul className="grid gap-1">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <Link className="link" to={`/console/catalogue/${draft.id}`}>
                {w.kinds[draft.kind]}: {draft.note}
              </Link>{" "}
              <span className="text-13 text-ink-2">
                {draft.draftedBy} · <DateTime at={draft.draftedAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      {mayDraft ? <Bring kind={kind} posted={posted} /> : null}
    </div>
  );
}

function Bring({ kind, posted }: { kind: keyof (typeof words)["en"]["desk"]["kinds"]; posted?: ImportPosted }) {
  const w = useWords(words);
  const lang = useLang();
  const said = (name: string) => {
    const key = posted?.errors[name];
    return key ? sentenceOf(key, lang, w.problems) : undefined;
  };
  return (
    <Card title={w.desk.import}>
      <Form method="post" encType="multipart/form-data" className="grid justify-items-start gap-4">
        <p className="text-ink-2">{w.desk.importHint}</p>
        <input type="hidden" name="kind" value={kind} />
        {posted ? <ProblemList problems={posted.problems} title={w.desk.problems(posted.problems.length)} /> : null}
        <label className="grid gap-1" htmlFor="edition-file">
          <span className="font-semibold">{w.desk.file}</span>
          {said("file") ? <span className="tone-problem text-tone">{said("file")}</span> : null}
          <input
            id="edition-file"
            type="file"
            name="file"
            accept=".json,.csv,application/json,text/csv"
            aria-invalid={said("file") ? true : undefined}
            className="text-15 file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-edge file:bg-sheet file:px-3 file:font-semibold file:text-ink"
          />
        </label>
        <div className="w-full">
          <Field name="note" label={w.desk.note} maxLength={500} value={posted?.note} error={said("note")} />
        </div>
        <SubmitButton>{w.desk.upload}</SubmitButton>
      </Form>
    </Card>
  );
}
