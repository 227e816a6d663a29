import { Form, Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { sentenceOf, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SecretOnce } from "#app/ui/secret-once.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { loadPartner, PartnerAnswer } from "./console.server.ts";
import { FunnelTable, SpanForm } from "./funnel-view.tsx";
import { KeysCard } from "./keys-card.tsx";
import { LinksCard } from "./links-card.tsx";
import { PartnerFields } from "./partner-fields.tsx";
import { words } from "./words.ts";

type Page = Awaited<ReturnType<typeof loadPartner>>;

/** One partner: how far its merchants come, its links and keys, and what is written down of it. */
export function PartnerPage({ posted, ...page }: Page & { posted?: PartnerAnswer }) {
  const { partner, generalLink } = page;
  const all = useWords(words);
  const w = all.console;
  const lang = useLang();
  const name = lang === "ko" ? partner.nameKo : partner.nameEn;
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <p className="text-13">
          <Link className="link" to="/console/partners">
            {w.title}
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-21 font-semibold">{name}</h1>
          <Status tone={partner.pausedAt ? "closed" : "done"}>{partner.pausedAt ? w.paused : w.active}</Status>
        </div>
        <p className="flex flex-wrap items-center gap-2 text-15 text-ink-2">
          {w.general}:{" "}
          <a className="link break-all" href={generalLink}>
            {generalLink}
          </a>
          <CopyButton text={generalLink} of={w.general} />
        </p>
      </header>
      {posted?.problem ? (
        <Notice tone="problem" live>
          {sentenceOf(posted.problem, lang, all.problems)}
        </Notice>
      ) : null}
      {posted?.saved ? (
        <Notice tone="done" live>
          {w.saved}
        </Notice>
      ) : null}
      {posted?.key ? <SecretOnce label={w.keyOf(name, posted.key.name)} secret={posted.key.text} /> : null}
      {posted?.link ? (
        <Notice tone="done" live title={w.newLink} action={<CopyButton text={posted.link} of={w.newLink} />}>
          <code translate="no" className="font-mono text-15 break-all select-all">
            {posted.link}
          </code>
        </Notice>
      ) : null}
      <Card title={w.funnel}>
        <div className="grid gap-4">
          <SpanForm fromOn={page.fromOn} toOn={page.toOn} />
          <FunnelTable funnel={page.funnel} caption={w.funnel} />
        </div>
      </Card>
      <LinksCard referrals={page.referrals} posted={posted?.form === "link" ? posted : undefined} />
      <KeysCard keys={page.keys} formKey={page.formKey} posted={posted?.form === "key" ? posted : undefined} />
      <Facts partner={partner} posted={posted?.form === "facts" ? posted : undefined} />
    </div>
  );
}

function Facts({ partner, posted }: { partner: Page["partner"]; posted?: PartnerAnswer }) {
  const all = useWords(words);
  const w = all.console;
  const { field, errors } = usePlainForm({
    values: posted?.values ?? partner,
    errors: posted?.errors,
    problems: all.problems,
  });
  return (
    <Card title={w.facts}>
      <div className="grid gap-6">
        <Form method="post" noValidate className="grid gap-5">
          <ErrorSummary errors={errors} />
          <PartnerFields field={field} />
          <div>
            <SubmitButton name="intent" value="change" tone="plain">
              {w.save}
            </SubmitButton>
          </div>
        </Form>
        <Form method="post" className="grid justify-items-start gap-2 border-t border-line pt-4">
          {partner.pausedAt ? null : <p className="text-15 text-ink-2">{w.pauseWhy}</p>}
          <SubmitButton
            name="intent"
            value={partner.pausedAt ? "resume" : "pause"}
            tone={partner.pausedAt ? "plain" : "danger"}
          >
            {partner.pausedAt ? w.resume : w.pause}
          </SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
