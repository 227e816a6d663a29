import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { devLetters, onlyInDevelopment } from "#app/mail/dev-mailbox.server.ts";
import { words } from "#app/mail/words.ts";
import { demoCode } from "#app/seed/staff.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { Table } from "#app/ui/table.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.dev.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  onlyInDevelopment(platform);
  const to = new URL(request.url).searchParams.get("to");
  return { to, letters: await devLetters(platform, to), code: demoCode(platform) };
}

export default function DevMailPage() {
  const { to, letters, code } = useLoaderData<typeof loader>();
  const w = useWords(words);
  return (
    <PublicShell width="wide">
      <div className="grid gap-6">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.dev.title}</h1>
          <p className="text-ink-2">{w.dev.intro}</p>
        </header>
        <Card title={w.dev.staff}>
          <div className="grid gap-4">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {w.dev.code} <span className="num text-21 font-semibold">{code}</span>
              <CopyButton text={code} of={w.dev.code} />
            </p>
            <p className="text-15 text-ink-2">{w.dev.codeHint}</p>
          </div>
        </Card>
        <Form method="get" className="flex items-end gap-4">
          <Field label={w.dev.filter} name="to" type="text" value={to ?? ""} optional={false} />
          <Button type="submit">{w.dev.find}</Button>
        </Form>
        <Table
          caption={w.dev.title}
          rows={letters}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/dev/mail/${id}`}
          columns={[
            { key: "subject", label: w.subject, cell: ({ subject }) => subject, grow: true },
            { key: "to", label: w.to, cell: (letter) => letter.to },
            { key: "when", label: w.when, cell: ({ sentAt }) => <DateTime at={sentAt} /> },
          ]}
          empty={<EmptyState title={w.dev.empty}>{w.dev.emptyWhy}</EmptyState>}
        />
      </div>
    </PublicShell>
  );
}
