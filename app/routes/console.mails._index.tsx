import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { listOutbox } from "#app/mail/index.server.ts";
import { toneOf } from "#app/mail/tone.ts";
import { words } from "#app/mail/words.ts";
import { isId } from "#app/platform/ids.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Status } from "#app/ui/status.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

const states = ["waiting", "sent", "failed"] as const;

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request);
  const asked = new URL(request.url).searchParams;
  const state = states.find((one) => one === asked.get("state")) ?? null;
  const cursor = asked.get("after");
  const after = cursor && /^[0-9T:.Z-]+_[0-9a-f-]{36}$/.test(cursor) ? cursor : null;
  const caseId = asked.get("case");
  return listOutbox(platform, { after, state, caseId: isId(caseId ?? undefined) ? caseId : null });
}

export default function MailsPage() {
  const { mails, after } = useLoaderData<typeof loader>();
  const w = useWords(words);
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1 className="text-21 font-semibold">{w.title}</h1>
        <p className="text-ink-2">{w.intro}</p>
      </header>
      <Tabs
        label={w.state}
        tabs={[
          { to: "/console/mails", label: w.all, end: true },
          ...states.map((state) => ({ to: `/console/mails?state=${state}`, label: w.states[state] })),
        ]}
      />
      <Table
        caption={w.caption}
        rows={mails}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/console/mails/${id}`}
        columns={[
          { key: "subject", label: w.subject, cell: ({ subject }) => subject, grow: true },
          { key: "to", label: w.to, cell: ({ to }) => to, from: "md" },
          {
            key: "state",
            label: w.state,
            cell: ({ state }) => <Status tone={toneOf[state]}>{w.states[state]}</Status>,
          },
          { key: "when", label: w.when, cell: ({ createdAt }) => <DateTime at={createdAt} /> },
        ]}
        empty={<EmptyState title={w.empty}>{w.emptyWhy}</EmptyState>}
      />
      <Pager before={null} after={after} />
    </div>
  );
}
