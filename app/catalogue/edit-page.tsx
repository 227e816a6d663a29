import { Form, Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { loadEdit } from "./edit.server.ts";
import { ProblemList } from "./problem-list.tsx";
import type { ImportProblem } from "./read-edition.server.ts";
import { words } from "./words.ts";

type Loaded = Awaited<ReturnType<typeof loadEdit>>;
export interface EditPosted {
  errors: Record<string, string>;
  problems: ImportProblem[];
}

/** The facts of one channel, method by method, as fields: a draft comes of it, with its differences and whom they concern. */
export function EditPage({ channel, channels, draftId, note, posted }: Loaded & { posted?: EditPosted }) {
  const all = useWords(words);
  const w = all.desk;
  const lang = useLang();
  const said = (key: string | undefined) => (key ? sentenceOf(key, lang, all.problems) : undefined);
  return (
    <div className="grid gap-6">
      <header className="grid justify-items-start gap-1">
        <Link className="link" to="/console/catalogue">
          {w.title}
        </Link>
        <h1 className="text-21 font-semibold">{channel ? w.editTitle(channel.name) : w.edit}</h1>
        <p className="text-ink-2">{w.editLead}</p>
      </header>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {draftId ? <input type="hidden" name="draft" value={draftId} /> : null}
        <Field name="channel" type="select" label={w.editChannel} options={channels} value={channel?.key ?? ""} />
        <SubmitButton tone="plain">{w.editOpen}</SubmitButton>
      </Form>
      {posted?.errors[""] ? (
        <Notice tone="problem" live>
          {said(posted.errors[""])}
        </Notice>
      ) : null}
      {posted ? <ProblemList problems={posted.problems} title={w.problems(posted.problems.length)} /> : null}
      {channel ? <Facts key={channel.key} channel={channel} note={note} noteError={said(posted?.errors.note)} /> : null}
    </div>
  );
}

function Facts({
  channel,
  note,
  noteError,
}: {
  channel: NonNullable<Loaded["channel"]>;
  note: string;
  noteError?: string;
}) {
  const w = useWords(words).desk;
  const tri = [
    { value: "", label: w.tri.unknown },
    { value: "yes", label: w.tri.yes },
    { value: "no", label: w.tri.no },
  ];
  const refunds = (["partial", "full", "none", "unknown"] as const).map((value) => ({
    value,
    label: w.refunds[value],
  }));
  return (
    <Form method="post" className="grid gap-4">
      <Card title={channel.name} level={2}>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          {(["takesRecurring", "preScreen", "koreanBusinessOnly"] as const).map((fact) => (
            <Field key={fact} name={fact} type="select" label={w.facts[fact]} options={tri} value={channel[fact]} />
          ))}
        </div>
      </Card>
      {channel.methods.map((method, place) => (
        <Card key={method.key} level={3} title={`${method.name} · ${method.key}`}>
          <input type="hidden" name={`methods.${place}.key`} value={method.key} />
          <div className="grid items-end gap-4 sm:grid-cols-3">
            {(["isLive", "hasSandbox"] as const).map((fact) => (
              <Field
                key={fact}
                name={`methods.${place}.${fact}`}
                type="select"
                label={w.facts[fact]}
                options={tri}
                value={method[fact]}
              />
            ))}
            <Field
              name={`methods.${place}.refund`}
              type="select"
              label={w.facts.refund}
              options={refunds}
              value={method.refund}
            />
            <Field
              name={`methods.${place}.countries`}
              label={w.facts.countries}
              optional
              value={method.countries}
              spellCheck={false}
            />
            <Field
              name={`methods.${place}.currencies`}
              label={w.facts.currencies}
              optional
              value={method.currencies}
              spellCheck={false}
            />
          </div>
        </Card>
      ))}
      <Field name="note" label={w.note} maxLength={500} value={note} error={noteError} />
      <div>
        <SubmitButton>{w.editSave}</SubmitButton>
      </div>
    </Form>
  );
}
