import { Form } from "@remix-run/react";
import { EventForm } from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Once } from "#app/ui/once.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { keyStateWords, keyTone } from "../key-states.ts";
import { words } from "../words.ts";
import { Intent, type Page, type Posted } from "./parts.tsx";

type Live = NonNullable<Page["live"]>;

/** The secret of the live keys waits to be fetched, once. */
export function FetchSecret({ page }: { page: Page }) {
  const w = useWords(words).live;
  if (!page.keysId || page.secretFetched) return null;
  return (
    <Card title={w.fetch} tone="act">
      <div className="grid gap-4">
        <p>{w.fetchWhy}</p>
        <EventForm
          event="FETCH_SECRET"
          offers={page.offers}
          formKey={page.formKey}
          values={{ keysId: page.keysId }}
          label={w.fetchButton}
          tone="act"
        />
      </div>
    </Card>
  );
}

const checkTone = { made: "wait", paid: "wait", passed: "done", failed: "problem" } as const;

/** The small payment before the opening. */
export function Verify({ page, live }: { page: Page; live: Live }) {
  const w = useWords(words).live;
  const [check] = live.checks;
  const isDone = page.livePayment === "passed";
  return (
    <Card
      title={w.verify}
      tone={isDone ? undefined : "act"}
      aside={check ? <Status tone={checkTone[check.state]}>{w.states[check.state]}</Status> : null}
    >
      <div className="grid gap-4">
        <p>{w.verifyWhy}</p>
        {live.canPay ? (
          live.standsIn ? (
            <Notice tone="wait">{w.standsIn}</Notice>
          ) : null
        ) : (
          <Notice tone="wait">{w.noPsp}</Notice>
        )}
        {check ? (
          <p>
            <Money amountMinor={check.amountMinor} currency={check.currency} />
            {check.failure ? <span className="block text-problem">{w.failures[check.failure]}</span> : null}
          </p>
        ) : null}
        {live.canPay && !isDone ? (
          <Intent intent="payLive" label={check ? w.payAgain : w.pay} formKey={page.formKey} tone="primary" />
        ) : null}
        {check?.state === "made" && check.payUrl ? (
          <p>
            <a className="link" href={check.payUrl}>
              {w.open}
            </a>
          </p>
        ) : null}
      </div>
    </Card>
  );
}

/** The list before an opening. */
export function GoLiveList({ page, live }: { page: Page; live: Live }) {
  const w = useWords(words).live;
  return (
    <Card title={w.list} id="goLive">
      <div className="grid gap-3">
        <p className="text-15 text-ink-2">{w.listWhy}</p>
        <ul className="divide-y divide-line">
          {live.list.map(({ item, kind, isDone }) => (
            <li key={item} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
              <span className="min-w-0 flex-1 basis-60">{w.items[item]}</span>
              <span className="flex items-center gap-3">
                <Status tone={isDone ? "done" : "wait"} />
                {kind === "auto" ? (
                  <span className="text-13 text-ink-2">{w.auto}</span>
                ) : (
                  <Intent
                    intent="tick"
                    label={isDone ? w.untick : w.tick}
                    formKey={page.formKey}
                    values={{ item, isDone: isDone ? "no" : "yes" }}
                    size="s"
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** The live keys, masked, and the way to change them. */
export function LiveKeys({ page, live, posted }: { page: Page; live: Live; posted: Posted }) {
  const all = useWords(words);
  const keyStates = useWords(keyStateWords);
  const w = all.live;
  const lang = useLang();
  const problem = posted?.errors.overlapHours;
  const canRotate = page.secretFetched && live.keys.some(({ state }) => state === "active");
  return (
    <Card title={w.keysTitle}>
      <div className="grid gap-4">
        <Table
          caption={w.keysTitle}
          rows={live.keys}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "client",
              label: all.keys.client,
              cell: ({ clientKey }) => <code className="font-mono">{clientKey}</code>,
            },
            {
              key: "secret",
              label: all.keys.secret,
              cell: ({ secret }) => <code className="font-mono">{secret}</code>,
              from: "md",
            },
            {
              key: "state",
              label: w.state,
              cell: ({ state, expiresAt }) => (
                <span className="grid gap-0.5">
                  <Status tone={keyTone[state]}>{keyStates[state]}</Status>
                  {expiresAt && state === "overlapping" ? (
                    <span className="text-13 text-ink-2">
                      <DateTime at={expiresAt} /> {w.until}
                    </span>
                  ) : null}
                </span>
              ),
            },
            {
              key: "used",
              label: w.lastUsed,
              cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} /> : w.never),
            },
          ]}
        />
        {canRotate ? (
          <>
            <div className="grid gap-2">
              <p className="text-15 text-ink-2">{w.check}</p>
              <pre className="rounded-md bg-sunk p-3 font-mono text-13 break-words whitespace-pre-wrap" translate="no">
                {`curl -H "Authorization: Bearer $GANGWAY_LIVE_SECRET" ${page.apiUrl}/key`}
              </pre>
            </div>
            <details open={Boolean(problem)}>
              <summary className="cursor-pointer text-15 underline underline-offset-4">{w.rotate}</summary>
              <Form method="post" preventScrollReset className="mt-4 grid justify-items-start gap-4">
                <input type="hidden" name="_intent" value="rotate" />
                <Once value={page.formKey} />
                <p className="text-15 text-ink-2">{w.rotateWhy}</p>
                <Field
                  name="overlapHours"
                  type="number"
                  width="short"
                  label={w.overlap}
                  suffix={w.hours}
                  value={(posted?.values.overlapHours as string | undefined) ?? "24"}
                  error={problem && sentenceOf(problem, lang, all.problems)}
                />
                <SubmitButton tone="danger">{w.rotate}</SubmitButton>
              </Form>
            </details>
          </>
        ) : null}
      </div>
    </Card>
  );
}
