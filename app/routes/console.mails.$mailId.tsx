import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { readMail, resend } from "#app/mail/index.server.ts";
import { toneOf } from "#app/mail/tone.ts";
import { words } from "#app/mail/words.ts";
import { isId } from "#app/platform/ids.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request);
  const mail = isId(params.mailId) ? await readMail(platform, params.mailId) : null;
  if (!mail) throw new Response(null, { status: 404 });
  // The rendered page itself is opened in a sandboxed frame of its own (…/html), never among our own elements.
  const { html: _html, ...rest } = mail;
  return rest;
}

export async function action({ request, params, context: { platform } }: ActionFunctionArgs) {
  await requireStaff(platform, request, "advisor", "reviewer", "approver", "integration", "admin");
  if (!isId(params.mailId)) throw new Response(null, { status: 404 });
  return data({ resent: await resend(platform, params.mailId) });
}

export default function MailPage() {
  const mail = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words);
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <a className="link text-13" href="/console/mails">
          {w.back}
        </a>
        <h1 className="text-21 font-semibold">{mail.subject}</h1>
      </header>
      {posted ? (
        <Notice tone={posted.resent ? "done" : "info"} live>
          {posted.resent ? w.resent : w.notGivenUp}
        </Notice>
      ) : null}
      <DataList
        items={[
          { label: w.to, value: mail.to },
          {
            label: w.state,
            value: <Status tone={toneOf[mail.state]}>{w.states[mail.state]}</Status>,
            hint: w.attempts(mail.attempts),
          },
          { label: w.when, value: <DateTime at={mail.sentAt ?? mail.createdAt} format="full" /> },
          ...(mail.lastError ? [{ label: w.error, value: mail.lastError }] : []),
        ]}
      />
      <div className="flex gap-4">
        {mail.state === "failed" || mail.state === "bounced" ? (
          <Form method="post">
            <SubmitButton>{w.resend}</SubmitButton>
          </Form>
        ) : null}
        <LinkButton to={`/console/cases/${mail.caseId}`}>{w.openCase}</LinkButton>
      </div>
      <iframe
        title={w.asHtml}
        sandbox=""
        src={`/console/mails/${mail.id}/html`}
        className="h-[40rem] w-full max-w-[42rem] rounded-md border border-line bg-sheet"
      />
      <details>
        <summary className="cursor-pointer text-ink-2">{w.asText}</summary>
        <pre className="mt-4 whitespace-pre-wrap font-mono text-13">{mail.text}</pre>
      </details>
    </div>
  );
}
