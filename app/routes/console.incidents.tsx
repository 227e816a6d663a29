import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/index.server.ts";
import { incidentWords } from "#app/console/incident-words.ts";
import { IncidentId, incidents, resumeIncident } from "#app/engine/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";

export const meta = pageMeta(incidentWords, (w) => ({ title: w.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request);
  return { stuck: await incidents(platform) };
}

export async function action({ request, context: { platform } }: ActionFunctionArgs) {
  await requireStaff(platform, request, "admin", "integration", "advisor", "reviewer", "approver");
  const id = IncidentId.safeParse((await request.formData()).get("id"));
  return data({ resumed: id.success && (await resumeIncident(platform, id.data)) });
}

export default function IncidentsPage() {
  const { stuck } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(incidentWords);
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1 className="text-21 font-semibold">{w.title}</h1>
        <p className="text-ink-2">{w.intro}</p>
      </header>
      {posted ? (
        <Notice tone={posted.resumed ? "done" : "info"} live>
          {posted.resumed ? w.resumed : w.gone}
        </Notice>
      ) : null}
      <Table
        caption={w.caption}
        rows={stuck}
        rowKey={({ id }) => id}
        columns={[
          { key: "task", label: w.task, cell: ({ task }) => <span className="font-mono text-13">{task}</span> },
          { key: "error", label: w.error, cell: ({ lastError }) => lastError, grow: true },
          {
            key: "attempts",
            label: w.attempts,
            cell: ({ attempts }) => <span className="num">{attempts}</span>,
            from: "md",
          },
          { key: "since", label: w.since, cell: ({ since }) => <DateTime at={since} />, from: "md" },
          {
            key: "case",
            label: w.theCase,
            cell: ({ caseId }) =>
              caseId ? (
                <Link className="link" to={`/console/cases/${caseId}`}>
                  {w.open}
                </Link>
              ) : null,
          },
          {
            key: "resume",
            label: w.resume,
            hideLabel: true,
            cell: ({ id }) => (
              <Form method="post">
                <input type="hidden" name="id" value={id} />
                <SubmitButton tone="plain" size="s">
                  {w.resume}
                </SubmitButton>
              </Form>
            ),
          },
        ]}
        empty={<EmptyState title={w.none}>{w.noneWhy}</EmptyState>}
      />
    </div>
  );
}
