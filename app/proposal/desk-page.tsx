import { Form, Link } from "@remix-run/react";
import { Reasons, Refused } from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Once } from "#app/ui/once.tsx";
import { useShortcuts } from "#app/ui/shell/shortcuts.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { adviceWords } from "./advice-words.ts";
import { ChangesList } from "./changes-list.tsx";
import { Claims } from "./claims.tsx";
import type { loadDesk } from "./desk.server.ts";
import { NotesList } from "./notes-list.tsx";
import { DeskPreScreen } from "./pre-screen-card.tsx";
import { ProposalBody } from "./proposal-body.tsx";
import { type TemplateName, templateNames } from "./templates.ts";
import { words } from "./words.ts";

type Loaded = Awaited<ReturnType<typeof loadDesk>>;

export interface DeskPosted {
  errors?: Record<string, string>;
  values?: unknown;
  refused?: string[];
  conflict?: boolean;
  /** What of the choices was no longer to be had when they were sent. */
  lost?: string[];
}

/** Where an advisor makes an answer of a suggestion: every choice a field, the result under it as the merchant will read it. */
export function DeskPage({
  desk,
  preScreen,
  formKey,
  offers,
  versions,
  notes,
  posted,
}: Loaded & { posted?: DeskPosted }) {
  const w = useWords(words);
  const lang = useLang();
  const said = (key: string | undefined) => (key ? sentenceOf(key, lang, w.problems) : undefined);
  const offer = offers.find((one) => one.event === "SEND_PROPOSAL");
  useShortcuts({
    s: { label: w.desk.send, run: () => document.querySelector<HTMLButtonElement>("button[data-send]")?.click() },
  });
  return (
    <div className="grid gap-6">
      <h1 className="text-21 font-semibold">{w.desk.heading}</h1>
      <Refused reasons={posted?.refused} />
      {posted?.conflict ? (
        <Notice tone="act" live>
          {w.desk.conflict}
        </Notice>
      ) : null}
      {(posted?.lost ?? desk?.lost ?? []).length > 0 ? (
        <Notice tone="problem" live title={w.desk.withdrawnTitle}>
          <p>{(posted?.lost ?? desk?.lost ?? []).join(", ")}</p>
          <p>{w.desk.withdrawn}</p>
        </Notice>
      ) : null}
      {posted?.errors?.picks ? (
        <Notice tone="problem" live>
          {w.desk.nothingPicked}
        </Notice>
      ) : null}
      {preScreen ? <DeskPreScreen preScreen={preScreen} offers={offers} formKey={formKey} /> : null}
      {desk ? (
        <>
          <Composer
            desk={desk}
            formKey={formKey}
            offer={offer}
            isAgain={versions.length > 0}
            said={said}
            posted={posted}
          />
          {desk.changes.length > 0 ? (
            <Card title={w.desk.changes}>
              <ChangesList changes={desk.changes} />
            </Card>
          ) : null}
          <Card title={w.desk.preview}>
            <div className="grid gap-6">
              {desk.choices.message ? <p className="whitespace-pre-line">{desk.choices.message}</p> : null}
              <ProposalBody view={desk.view} />
            </div>
          </Card>
        </>
      ) : (
        <Notice tone="info">{w.desk.noInquiry}</Notice>
      )}
      <section id="notes" className="grid gap-3">
        <h3 className="text-17 font-semibold">{w.desk.notes}</h3>
        {notes.length === 0 ? <p className="text-ink-2">{w.desk.noNotes}</p> : null}
        <NotesList
          notes={notes}
          under={(note) => (
            <details open={posted?.errors?.[`text-${note.id}`] ? true : undefined}>
              <summary className="min-h-6 cursor-pointer text-13 text-accent">{w.desk.answer}</summary>
              <Form method="post" className="mt-2 grid justify-items-start gap-2">
                <Once value={formKey} />
                <input type="hidden" name="about" value={note.id} />
                <div className="w-full">
                  <Field
                    id={`text-${note.id}`}
                    name="text"
                    label={w.desk.answerLabel}
                    type="textarea"
                    rows={3}
                    maxLength={4000}
                    error={said(posted?.errors?.[`text-${note.id}`])}
                  />
                </div>
                <SubmitButton size="s" name="_intent" value="answer">
                  {w.desk.answer}
                </SubmitButton>
              </Form>
            </details>
          )}
        />
      </section>
      {versions.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="text-17 font-semibold">{w.desk.sentVersions}</h3>
          <ul className="grid gap-1 text-13">
            {versions.map(({ version, sentAt, sentBy, validUntil }) => (
              <li key={version} className="num">
                {w.version(version)} · {sentBy} · <DateTime at={sentAt} /> · {w.merchant.validUntil}{" "}
                <DateTime at={validUntil} format="day" />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

interface ComposerProps {
  desk: NonNullable<Loaded["desk"]>;
  formKey: string;
  offer: Loaded["offers"][number] | undefined;
  isAgain: boolean;
  said: (key: string | undefined) => string | undefined;
  posted?: DeskPosted;
}

function Composer({ desk, formKey, offer, isAgain, said, posted }: ComposerProps) {
  const w = useWords(words).desk;
  const advice = useWords(adviceWords);
  return (
    // What is shown anew must be filled in anew: the form is made again with every saved version.
    <Form key={desk.version} method="post" className="grid gap-6">
      <Once value={formKey} />
      <input type="hidden" name="_version" value={desk.version} />
      <Card title={w.track}>
        <div className="flex flex-wrap items-end gap-3">
          <Field
            name="track"
            label={w.track}
            type="select"
            width="half"
            value={desk.choices.track}
            options={(["crossBorder", "generalOverseas"] as const).map((track) => ({
              value: track,
              label: advice.tracks[track],
            }))}
          />
          <SubmitButton tone="plain" name="_intent" value="track">
            {w.trackChange}
          </SubmitButton>
        </div>
        <Claims claims={desk.view.signals} className="mt-3 grid gap-1 text-13 text-ink-2" />
        {desk.sisters.length > 0 ? (
          <p className="mt-2 text-13">
            {desk.sisters.map((sister) => (
              <Link key={sister} className="link" to={`/console/cases/${sister}/proposal`}>
                {w.sister}
              </Link>
            ))}
          </p>
        ) : null}
      </Card>

      <Card title={w.picks}>
        <div className="grid gap-4">
          {desk.picks.map((pick, place) => (
            <div key={`${pick.country}/${pick.brand}/${pick.method}`} className="grid gap-1">
              <input type="hidden" name={`picks.${place}.country`} value={pick.country} />
              <input type="hidden" name={`picks.${place}.brand`} value={pick.brand} />
              <Field
                name={`picks.${place}.method`}
                label={pick.way}
                type="select"
                value={pick.method}
                options={[
                  { value: "", label: w.leaveOpen },
                  ...pick.options.map(({ value, label, isSuggested }) => ({
                    value,
                    label: isSuggested ? `${label} (${w.suggested})` : label,
                  })),
                ]}
              />
              {pick.options
                .filter(({ value }) => value === pick.method)
                .flatMap(({ reasons }) => reasons)
                .map((reason) => (
                  <p key={reason} className="text-13 text-ink-2">
                    {reason}
                  </p>
                ))}
            </div>
          ))}
          <p className="text-13 text-ink-2">{w.assumption(desk.comparison)}</p>
        </div>
      </Card>

      {desk.quotes.length > 0 ? (
        <Card title={w.quotes}>
          <div className="grid gap-4">
            <p className="text-13 text-ink-2">{w.quotesHint}</p>
            {desk.quotes.map((quote, place) => (
              <fieldset key={quote.key} className="grid gap-2 sm:grid-cols-[8rem_1fr]">
                <legend className="num mb-1 text-15 font-semibold">{quote.label}</legend>
                <input type="hidden" name={`quotes.${place}.key`} value={quote.key} />
                <Field
                  name={`quotes.${place}.rate`}
                  label={w.rate}
                  suffix="%"
                  type="number"
                  optional
                  value={quote.rate}
                  error={said(posted?.errors?.[`quotes.${place}.rate`])}
                />
                <Field name={`quotes.${place}.note`} label={w.quoteNote} optional maxLength={500} value={quote.note} />
                {quote.wishes.map((wish) => (
                  <p key={wish} className="text-13 sm:col-span-2">
                    <span className="font-semibold">{w.wished}</span> {wish}
                  </p>
                ))}
              </fieldset>
            ))}
          </div>
        </Card>
      ) : null}

      <Card title={w.message}>
        <div className="grid gap-4">
          <Templates texts={desk.texts} />
          <Field
            name="message"
            label={w.message}
            hint={w.messageHint(desk.merchantLang)}
            type="textarea"
            rows={6}
            maxLength={4000}
            value={desk.choices.message}
          />
          <Field
            name="validDays"
            label={w.validDays}
            type="number"
            width="short"
            value={desk.choices.validDays}
            error={said(posted?.errors?.validDays)}
          />
        </div>
      </Card>

      <div className="flex flex-wrap gap-3">
        {offer ? (
          offer.allowed ? (
            <SubmitButton name="_intent" value="send" data-send>
              {isAgain ? w.sendAgain : w.send}
            </SubmitButton>
          ) : (
            <div className="text-13 text-ink-2">
              <Reasons reasons={offer.reasons} />
            </div>
          )
        ) : null}
        <SubmitButton tone="plain" name="_intent" value="save">
          {w.save}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Texts to begin with, as buttons that fill the field under them. They work where scripts do; the field is there without. */
function Templates({ texts }: Pick<NonNullable<Loaded["desk"]>, "texts">) {
  const w = useWords(words).desk;
  const fill = (name: TemplateName) => {
    const field = document.querySelector<HTMLTextAreaElement>("textarea[name=message]");
    if (!field) return;
    field.value = texts[name];
    field.focus();
  };
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className="float-left mr-2 text-13 text-ink-2">{w.templates}</legend>
      {templateNames.map((name) => (
        <Button key={name} size="s" onClick={() => fill(name)}>
          {w.templateNames[name]}
        </Button>
      ))}
    </fieldset>
  );
}
