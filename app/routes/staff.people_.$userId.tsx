import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { PersonAct, Roles } from "#app/auth/account.schema.ts";
import { words } from "#app/auth/account-words.ts";
import { changePerson, personOf, requireProof, requireStaff, setRoles } from "#app/auth/index.server.ts";
import { RolesChoice } from "#app/auth/roles-choice.tsx";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { isId } from "#app/platform/ids.ts";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { parseForm, sentenceOf, usePlainForm } from "#app/ui/form/index.ts";
import { formatInstant } from "#app/ui/format/time.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.people.title }));

const notHere = () => new Response(null, { status: 404 });

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(platform, request, "admin");
  const person = isId(params.userId) ? await personOf(platform, params.userId) : null;
  if (!person) throw notHere();
  return { person, isMe: person.id === viewer.userId };
}

export async function action({ request, params, context: { platform } }: ActionFunctionArgs) {
  const { viewer: by } = await requireStaff(platform, request, "admin");
  const { userId } = params;
  if (!isId(userId) || !(await personOf(platform, userId))) throw notHere();
  const posted = await request.formData();
  await requireProof(platform, request, by, { form: posted });
  const said = await (posted.get("intent") === "roles"
    ? roles(platform, posted, userId, by)
    : act(platform, posted, userId, by));
  return said.ok ? redirect(`/staff/people/${userId}?done=1`) : data({ problem: said.problem }, 409);
}

type Parts = Parameters<typeof setRoles>[0];
type By = Parameters<typeof setRoles>[1]["by"];

function roles(platform: Parts, posted: FormData, userId: string, by: By) {
  const form = parseForm(Roles, posted);
  if (!form.ok) throw notHere(); // no form of ours names such a role
  return setRoles(platform, { userId, roles: form.value.roles, by });
}

function act(platform: Parts, posted: FormData, userId: string, by: By) {
  const form = parseForm(PersonAct, posted);
  if (!form.ok) throw notHere();
  return changePerson(platform, { userId, act: form.value.intent, by });
}

export default function PersonPage() {
  const { person, isMe } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const isDone = useSearchParams()[0].has("done");
  const lang = useLang();
  const w = useWords(words);
  const { field } = usePlainForm({ values: { roles: person.roles } });
  return (
    <PublicShell>
      <div className="grid gap-8">
        <header className="grid gap-2">
          <p className="text-15">
            <Link to="/staff/people" className="link">
              {w.people.back}
            </Link>
          </p>
          <h1 className="text-28 font-semibold">{person.name}</h1>
          <p className="text-ink-2">
            {person.email} · {w.people.states[person.state]}
          </p>
        </header>
        {said ? (
          <Notice tone="problem" live>
            {sentenceOf(said.problem, lang, w.problems)}
          </Notice>
        ) : isDone ? (
          <Notice tone="done" live>
            {w.people.done}
          </Notice>
        ) : null}
        {isMe ? (
          <Notice>{w.problems["auth.people.notYourself"]}</Notice>
        ) : (
          <>
            <Card>
              <Form method="post" className="grid gap-6">
                <RolesChoice {...field("roles")} />
                <div>
                  <SubmitButton name="intent" value="roles">
                    {w.people.save}
                  </SubmitButton>
                </div>
              </Form>
            </Card>
            <Card>
              <div className="grid gap-6">
                {person.state === "disabled" ? (
                  <Act intent="enable" label={w.people.enable} />
                ) : (
                  <>
                    <Act intent="unlock" label={w.people.unlock} why={w.people.unlockWhy} />
                    <Act intent="resetFactor" label={w.people.resetFactor} why={w.people.resetWhy} tone="danger" />
                    <Act intent="disable" label={w.people.disable} why={w.people.disableWhy} tone="danger" />
                  </>
                )}
              </div>
            </Card>
          </>
        )}
        <Card title={w.people.history}>
          <ul className="divide-y divide-line text-15">
            {person.history.map(({ role, grantedAt, revokedAt }) => (
              <li key={`${role} ${grantedAt.toISOString()}`} className="py-2">
                <span className="font-semibold">{w.people.roles[role]}</span>{" "}
                <span className="text-ink-2">
                  {w.people.granted(formatInstant(grantedAt, lang, "day"))}
                  {revokedAt ? ` · ${w.people.revoked(formatInstant(revokedAt, lang, "day"))}` : ""}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </PublicShell>
  );
}

function Act({ intent, label, why, tone }: { intent: string; label: string; why?: string; tone?: ButtonTone }) {
  return (
    <Form method="post" className="flex flex-wrap items-start justify-between gap-3">
      {why ? <p className="max-w-sm text-15 text-ink-2">{why}</p> : null}
      <Button type="submit" size="s" tone={tone} name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}
