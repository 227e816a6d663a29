import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { StaffInvitation } from "#app/auth/account.schema.ts";
import { words } from "#app/auth/account-words.ts";
import { inviteStaff, peopleOf, requireProof, requireStaff } from "#app/auth/index.server.ts";
import { RolesChoice } from "#app/auth/roles-choice.tsx";
import { words as entrance } from "#app/auth/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Table } from "#app/ui/table.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.people.title }));

const tones = { active: "done", noFactor: "wait", disabled: "closed" } as const;

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request, "admin");
  return { people: await peopleOf(platform) };
}

export async function action({ request, context: { platform } }: ActionFunctionArgs) {
  const { viewer: by } = await requireStaff(platform, request, "admin");
  const posted = await request.formData();
  const form = parseForm(StaffInvitation, posted);
  if (!form.ok) return data(form, 422);
  await requireProof(platform, request, by, { form: posted });
  const said = await inviteStaff(platform, { ...form.value, by, lang: await langOf(request) });
  if (said.ok) return redirect("/staff/people?sent=1");
  return data({ ok: false, values: form.value, errors: { email: said.problem } } as const, 409);
}

export default function PeoplePage() {
  const { people } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const isSent = useSearchParams()[0].has("sent");
  const w = useWords(words);
  const { field, errors } = usePlainForm({
    values: posted?.values,
    errors: posted?.errors,
    problems: { ...useWords(entrance).problems, ...w.problems },
  });
  return (
    <PublicShell width="wide">
      <div className="grid gap-8">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.people.title}</h1>
          <p className="text-ink-2">{w.people.intro}</p>
        </header>
        {isSent && !posted ? (
          <Notice tone="done" live>
            {w.people.sent}
          </Notice>
        ) : null}
        <Card flush>
          <Table
            caption={w.people.caption}
            rows={people}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/staff/people/${id}`}
            columns={[
              { key: "name", label: w.people.name, cell: ({ name }) => name },
              { key: "email", label: w.people.email, cell: ({ email }) => email, from: "md", grow: true },
              {
                key: "roles",
                label: w.people.rolesLabel,
                cell: ({ roles }) => roles.map((role) => w.people.roles[role]).join(", ") || "—",
              },
              {
                key: "state",
                label: w.people.state,
                cell: ({ state }) => (
                  <Status tone={tones[state]} bare>
                    {w.people.states[state]}
                  </Status>
                ),
              },
              {
                key: "seenAt",
                label: w.people.lastSeen,
                cell: ({ seenAt }) => (seenAt ? <DateTime at={seenAt} /> : w.people.never),
                from: "lg",
              },
            ]}
          />
        </Card>
        <Card title={w.people.invite}>
          <Form method="post" noValidate className="grid gap-6">
            <ErrorSummary errors={errors} />
            <Field type="email" label={w.people.email} width="half" autoComplete="off" {...field("email")} />
            <RolesChoice {...field("roles")} />
            <div>
              <SubmitButton>{w.people.send}</SubmitButton>
            </div>
          </Form>
        </Card>
      </div>
    </PublicShell>
  );
}
