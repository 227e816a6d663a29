import {
  EventForm,
  isAbout,
  type PostedProblem,
  ReasonField,
  Refused,
  stateName,
  stateWords,
} from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Status } from "#app/ui/status.tsx";
import { Table } from "#app/ui/table.tsx";
import type { loadConsoleChannel } from "./console-page.server.ts";
import { consoleWords } from "./console-words.ts";
import { keyStateWords, keyTone } from "./key-states.ts";
import { CredentialFields } from "./page/credential-fields.tsx";
import { SubMerchantsCard } from "./page/sub-merchants.tsx";

type Page = Awaited<ReturnType<typeof loadConsoleChannel>>;

/** What staff see and decide of one channel: its facts and tests in the middle, what waits for a second person said by name. */
export function ConsoleChannelPage({ page, posted }: { page: Page; posted: PostedProblem | undefined }) {
  const w = useWords(consoleWords);
  const states = useWords(stateWords);
  const keyStates = useWords(keyStateWords);
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-21 font-semibold">{page.name}</h1>
        <span className="num text-ink-2">{page.publicId}</span>
      </header>
      {posted?.refused ? <Refused reasons={posted.refused} /> : null}
      <DataList
        items={[
          { label: w.where, value: <span data-phase={page.phase}>{stateName(states, "channel", page.phase)}</span> },
          { label: w.methods, value: page.methods.join(", ") },
          {
            label: w.paymentId,
            value: page.paymentId ? (
              <span className="num">
                {page.paymentId} <CopyButton text={page.paymentId} of={w.paymentId} />
              </span>
            ) : (
              w.notYet
            ),
            ...(page.proposer ? { hint: w.proposedBy(page.proposer) } : {}),
          },
          ...page.liveCredentials.map(({ label, shown }) => ({
            label,
            value: <code className="font-mono break-all">{shown}</code>,
          })),
        ]}
      />
      {page.proposer ? <Notice tone="wait">{w.secondPerson}</Notice> : null}
      {page.offers.some(({ event }) => ours[page.phase]?.includes(event)) ? (
        <Decisions page={page} posted={posted} />
      ) : null}
      {page.subMerchants ? <SubMerchantsCard {...page.subMerchants} /> : null}
      <Card title={w.tests}>
        {page.tests.length === 0 ? (
          <p>{w.testsNone}</p>
        ) : (
          <ul className="grid gap-2">
            {page.tests.map(({ item, outcome }) => (
              <li key={item} className="flex items-center justify-between gap-4">
                <span>{w.items[item]}</span>
                <Status tone={outcome === "passed" ? "done" : outcome === "failed" ? "problem" : "wait"}>
                  {w.test[outcome ?? "open"]}
                </Status>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Table
        caption={w.keys}
        rows={page.keys}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "clientKey",
            label: w.clientKey,
            cell: ({ clientKey }) => <span className="num break-all">{clientKey}</span>,
            grow: true,
          },
          { key: "secret", label: w.secret, cell: ({ secret }) => <span className="num">{secret}</span>, from: "md" },
          {
            key: "state",
            label: w.state,
            cell: ({ state }) => <Status tone={keyTone[state]}>{keyStates[state]}</Status>,
          },
          { key: "made", label: w.made, cell: ({ proposedAt }) => <DateTime at={proposedAt} />, from: "md" },
        ]}
        empty={<EmptyState title={w.keysNone}>{w.makeKeys}</EmptyState>}
      />
      <Stops page={page} />
    </div>
  );
}

/** Asked beside the keys, and only if the PSP gave some: folded away, all of it or nothing. */
function LiveCredentials({ page, posted }: { page: Page; posted: PostedProblem | undefined }) {
  const w = useWords(consoleWords);
  const isMine = isAbout(posted, "PROPOSE_KEYS");
  const errors = (isMine && posted?.errors) || {};
  return (
    <details open={Object.keys(errors).length > 0} className="w-full">
      <summary className="cursor-pointer underline underline-offset-4">{w.own.title}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-ink-2">{w.own.why}</p>
        <CredentialFields
          specs={page.specs}
          typed={((isMine && posted?.values?.fields) || {}) as Record<string, string>}
          errors={errors}
          secret={w.own.secret}
          problems={w.problems}
          optional
        />
      </div>
    </details>
  );
}

/** What the PSP said, yes or no, with its words. */
function PspAnswer(props: {
  event: "RECORD_PRE_SCREEN" | "RECORD_PSP_DECISION";
  offers: Page["offers"];
  formKey: string;
  /** How the form says yes; a no says nothing. */
  yes: Readonly<Record<string, string>>;
  words: { yes: string; no: string; note: string };
}) {
  const { yes, words: w, ...form } = props;
  return (
    <>
      <EventForm {...form} label={w.yes} values={yes} tone="act">
        <Field label={w.note} name="note" optional />
      </EventForm>
      <EventForm {...form} label={w.no} tone="danger" folded>
        <Field label={w.note} name="note" optional />
      </EventForm>
    </>
  );
}

function Decisions({ page, posted }: { page: Page; posted: PostedProblem | undefined }) {
  const w = useWords(consoleWords);
  const lang = useLang();
  const { offers, formKey, phase } = page;
  const form = { offers, formKey };
  const idProblem = isAbout(posted, "PROPOSE_PAYMENT_ID") ? posted?.errors?.paymentId : undefined;
  const typedId = isAbout(posted, "PROPOSE_PAYMENT_ID") ? (posted?.values?.paymentId as string | undefined) : undefined;
  const may = (event: string) => offers.some((offer) => offer.event === event);
  return (
    <Card title={w.decisions} tone="act">
      <div className="grid gap-4">
        {phase === "preScreen" || (phase === "pspRefused" && may("RECORD_PRE_SCREEN")) ? (
          <PspAnswer {...form} event="RECORD_PRE_SCREEN" yes={{ passed: "on" }} words={w.preScreen} />
        ) : null}
        {phase === "tested" || phase === "pspRefused" ? <EventForm {...form} event="SUBMIT_TO_PSP" tone="act" /> : null}
        {phase === "pspReview" ? (
          <PspAnswer {...form} event="RECORD_PSP_DECISION" yes={{ approved: "on" }} words={w.psp} />
        ) : null}
        {phase === "awaitingId" ? (
          <EventForm {...form} event="PROPOSE_PAYMENT_ID" tone="act">
            <Field
              label={page.subMerchants ? w.idFieldOf(page.subMerchants.currency) : w.idField}
              hint={page.subMerchants ? w.idHintOf(page.subMerchants.currency) : w.idHint}
              name="paymentId"
              value={typedId}
              error={idProblem ? sentenceOf(idProblem, lang, w.problems) : undefined}
            />
          </EventForm>
        ) : null}
        {phase === "idProposed" ? (
          <>
            <EventForm {...form} event="CONFIRM_PAYMENT_ID" tone="act" />
            <EventForm {...form} event="RETURN_PAYMENT_ID" folded>
              <ReasonField event="RETURN_PAYMENT_ID" />
            </EventForm>
          </>
        ) : null}
        {phase === "idIssued" ? (
          <EventForm {...form} event="PROPOSE_KEYS" tone="act">
            <p className="text-ink-2">{w.makeKeys}</p>
            {page.specs.length > 0 ? <LiveCredentials page={page} posted={posted} /> : null}
          </EventForm>
        ) : null}
        {phase === "keysProposed" && page.keysId ? (
          <>
            <EventForm {...form} event="CONFIRM_KEYS" values={{ keysId: page.keysId }} tone="act" />
            <EventForm {...form} event="RETURN_KEYS" folded>
              <ReasonField event="RETURN_KEYS" />
            </EventForm>
          </>
        ) : null}
        {phase === "liveVerification" ? (
          <>
            <p className="text-ink-2">{w.livePayment.when}</p>
            {(["passed", "failed"] as const).map((outcome) => (
              <EventForm
                key={outcome}
                {...form}
                event="RECORD_LIVE_PAYMENT"
                label={w.livePayment[outcome]}
                values={{ outcome }}
                tone={outcome === "failed" ? "danger" : "plain"}
                folded
              >
                <Field label={w.livePayment.ref} hint={w.livePayment.refHint} name="ref" />
              </EventForm>
            ))}
          </>
        ) : null}
        {phase === "suspended" ? <EventForm {...form} event="RESUME_CHANNEL" tone="act" /> : null}
      </div>
    </Card>
  );
}

/** What the house has to do with a channel in a phase. */
const ours: Readonly<Record<string, readonly string[]>> = {
  preScreen: ["RECORD_PRE_SCREEN"],
  tested: ["SUBMIT_TO_PSP"],
  pspReview: ["RECORD_PSP_DECISION"],
  pspRefused: ["RECORD_PRE_SCREEN", "SUBMIT_TO_PSP"],
  awaitingId: ["PROPOSE_PAYMENT_ID"],
  idProposed: ["CONFIRM_PAYMENT_ID", "RETURN_PAYMENT_ID"],
  idIssued: ["PROPOSE_KEYS"],
  keysProposed: ["CONFIRM_KEYS", "RETURN_KEYS"],
  suspended: ["RESUME_CHANNEL"],
};

/** What can stop a channel: never a thing to do, so it stands at the end. */
function Stops({ page: { offers, formKey, phase } }: { page: Page }) {
  const w = useWords(consoleWords);
  const form = { offers, formKey };
  const stops = [...(phase === "live" ? ["SUSPEND_CHANNEL"] : []), ...(phase === "closed" ? [] : ["CLOSE_CHANNEL"])];
  if (!stops.some((event) => offers.some((offer) => offer.event === event))) return null;
  return (
    <Card title={w.stops}>
      <div className="flex flex-wrap items-start gap-3 [&>details[open]]:basis-full">
        {stops.map((event) => (
          <div key={event}>
            <EventForm {...form} event={event} tone="danger" size="s" folded>
              <ReasonField event={event} />
            </EventForm>
          </div>
        ))}
      </div>
    </Card>
  );
}
