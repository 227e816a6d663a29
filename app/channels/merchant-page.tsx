import { ChannelPath, caseWords, EventForm, ReasonField, Refused, stateName, stateWords } from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SecretOnce } from "#app/ui/secret-once.tsx";
import { Status } from "#app/ui/status.tsx";
import { CodeSamples } from "./page/code-samples.tsx";
import { FetchSecret, GoLiveList, LiveKeys, Verify } from "./page/live.tsx";
import type { Page, Posted } from "./page/parts.tsx";
import { TestPlan } from "./page/test-plan.tsx";
import { TestRun } from "./page/test-run.tsx";
import { TestKeys, TestSetUp } from "./page/test-set-up.tsx";
import { Webhooks } from "./page/webhooks.tsx";
import { words } from "./words.ts";

/** One channel as its merchant sees it: the small path, and the part of it that is due, in its world. */
export function MerchantChannelPage({ page, posted }: { page: Page; posted: Posted }) {
  const w = useWords(words);
  const names = useWords(stateWords);
  const { paymentId } = useWords(caseWords).journey;
  const lang = useLang();
  const world = page.live ? "live" : "test";
  const waiting = (w.waiting as Readonly<Record<string, string>>)[page.phase];
  const shown = posted?.secret;
  const isSettingUp = page.phase === "testSetup";
  const isTesting = page.phase === "testing";
  return (
    <div className="grid max-w-[46rem] gap-8">
      <header className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-28">{page.name}</h1>
          <Status tone={world === "live" ? "act" : "wait"}>{w.worlds[world]}</Status>
        </div>
        <p className="text-15 text-ink-2">
          <span className="num">{page.publicId}</span> ·{" "}
          <span data-phase={page.phase}>{stateName(names, "channel", page.phase)}</span>
          {page.paymentId && !page.live ? (
            <>
              {" "}
              · {paymentId} <span className="num font-semibold text-ink">{page.paymentId}</span>
            </>
          ) : null}
        </p>
        <ChannelPath channel={page} />
        <p
          className={
            world === "live"
              ? "rounded-md bg-accent px-4 py-3 text-15 font-semibold text-on-accent"
              : "rounded-md border-2 border-dashed border-edge bg-sunk px-4 py-3 text-15"
          }
        >
          {w.worldNotes[world]}
        </p>
      </header>
      {posted?.refused ? <Refused reasons={posted.refused} /> : null}
      {posted?.problem ? (
        <Notice tone="problem" live>
          {sentenceOf(posted.problem, lang, w.problems)}
        </Notice>
      ) : null}
      {shown ? (
        <div className="grid gap-3">
          {shown.clientKey ? (
            <DataList
              items={[
                {
                  label: w.keys.client,
                  value: <code className="font-mono">{shown.clientKey}</code>,
                  action: <CopyButton text={shown.clientKey} of={w.keys.client} />,
                },
              ]}
            />
          ) : null}
          <SecretOnce
            label={`${w.once[shown.kind]} · ${page.name}`}
            secret={shown.text}
            whatToDo={w.once[`${shown.kind}What`]}
          />
        </div>
      ) : null}
      {waiting ? <Notice tone={page.phase === "closed" ? "closed" : "wait"}>{waiting}</Notice> : null}
      {page.reason ? <p className="border-l-2 border-line pl-3 text-ink-2">{page.reason}</p> : null}
      {isSettingUp ? <TestSetUp page={page} posted={posted} /> : null}
      {isTesting ? <TestRun page={page} /> : null}
      {page.live ? <LiveWorld page={page} live={page.live} posted={posted} /> : null}
      {isSettingUp || page.path[0]?.state === "later" ? null : <TestPlan page={page} />}
      {isTesting ? (
        <>
          <TestKeys page={page} />
          <Webhooks page={page} posted={posted} world="test" />
          <CodeSamples page={page} />
        </>
      ) : null}
      {page.phase === "closed" ? null : (
        <EventForm
          event="CLOSE_CHANNEL"
          offers={page.offers}
          formKey={page.formKey}
          tone="danger"
          size="s"
          confirm={w.close.confirm}
          label={w.close.title}
        >
          <ReasonField event="CLOSE_CHANNEL" />
        </EventForm>
      )}
    </div>
  );
}

function LiveWorld({ page, live, posted }: { page: Page; live: NonNullable<Page["live"]>; posted: Posted }) {
  const w = useWords(words);
  const { phase, offers, formKey } = page;
  return (
    <section aria-label={w.worlds.live} className="grid gap-8 border-l-4 border-accent pl-5">
      {page.paymentId ? (
        <DataList
          items={[
            {
              label: w.paymentId,
              value: <span className="num font-semibold">{page.paymentId}</span>,
              action: <CopyButton text={page.paymentId} of={w.paymentId} />,
            },
          ]}
        />
      ) : null}
      {phase === "keysIssued" ? <FetchSecret page={page} /> : null}
      {phase === "keysIssued" ? (
        <EventForm
          event="START_LIVE_VERIFICATION"
          offers={offers}
          formKey={formKey}
          tone={page.secretFetched ? "act" : "plain"}
        />
      ) : null}
      {phase === "liveVerification" ? <Verify page={page} live={live} /> : null}
      {phase === "liveVerification" || phase === "keysIssued" ? <GoLiveList page={page} live={live} /> : null}
      {phase === "liveVerification" ? (
        <EventForm
          event="OPEN_CHANNEL"
          offers={offers}
          formKey={formKey}
          tone={page.livePayment === "passed" ? "act" : "plain"}
        />
      ) : null}
      {live.keys.length > 0 && phase !== "idIssued" && phase !== "keysProposed" ? (
        <LiveKeys page={page} live={live} posted={posted} />
      ) : null}
      {phase === "idIssued" || phase === "keysProposed" ? null : <Webhooks page={page} posted={posted} world="live" />}
    </section>
  );
}
