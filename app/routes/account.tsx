import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { AccountAct, PasswordChange, Profile } from "#app/auth/account.schema.ts";
import { words } from "#app/auth/account-words.ts";
import { FactorsCard } from "#app/auth/factors-card.tsx";
import {
  changePassword,
  endElsewhere,
  factorsOf,
  passkeysOf,
  removeApp,
  removePasskey,
  requireFresh,
  requireViewer,
  saveProfile,
  sessionsOf,
  type Viewer,
} from "#app/auth/index.server.ts";
import { PasswordCard } from "#app/auth/password-card.tsx";
import { SessionsCard } from "#app/auth/sessions-card.tsx";
import { langCookie } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { langs } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.account.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const viewer = await requireViewer(platform, request);
  const isStaff = viewer.kind === "staff";
  const [sessions, factors, passkeys] = await Promise.all([
    sessionsOf(platform, viewer),
    isStaff ? factorsOf(platform, viewer.userId) : null,
    isStaff ? passkeysOf(platform, viewer) : [],
  ]);
  const { name, lang, email } = viewer;
  return { name, lang, email, sessions, factors, passkeys };
}

/** Which of the page's forms an answer belongs to: a sentence stands where it was caused. */
interface Answer {
  form: "profile" | "password" | "factors" | "sessions";
  errors?: FormErrors;
  values?: object;
  done?: true;
}
const answer = (said: Answer) => data(said, said.errors ? 422 : 200);

export async function action({ request, context: { platform } }: ActionFunctionArgs) {
  const viewer = await requireViewer(platform, request);
  const posted = await request.formData();
  switch (posted.get("intent")) {
    case "profile": {
      const form = parseForm(Profile, posted);
      if (!form.ok) return answer({ form: "profile", errors: form.errors, values: form.values });
      await saveProfile(platform, viewer, form.value);
      return redirect("/account?saved=profile", { headers: { "Set-Cookie": await langCookie(form.value.lang) } });
    }
    case "password": {
      onlyStaff(viewer);
      const form = parseForm(PasswordChange, posted, { forget: ["current", "next"] });
      if (!form.ok) return answer({ form: "password", errors: form.errors });
      const errors = await changePassword(platform, viewer, form.value);
      return answer(errors ? { form: "password", errors } : { form: "password", done: true });
    }
    default:
      return act(platform, request, viewer, posted);
  }
}

async function act(platform: Platform, request: Request, viewer: Viewer, posted: FormData) {
  const asked = AccountAct.safeParse(Object.fromEntries(posted));
  if (!asked.success) throw new Response(null, { status: 404 });
  if (asked.data.intent === "endSession") {
    await endElsewhere(platform, viewer, asked.data.id);
    return answer({ form: "sessions", done: true });
  }
  onlyStaff(viewer);
  requireFresh(platform, request, viewer);
  const isGone =
    asked.data.intent === "removeApp"
      ? await removeApp(platform, viewer)
      : await removePasskey(platform, viewer, asked.data.id);
  return answer(isGone ? { form: "factors", done: true } : { form: "factors", errors: { "": "auth.passkey.last" } });
}

function onlyStaff({ kind }: Viewer): void {
  if (kind !== "staff") throw new Response(null, { status: 404 });
}

export default function AccountPage() {
  const { name, lang, email, sessions, factors, passkeys } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const w = useWords(words);
  const isSaved = useSearchParams()[0].get("saved") === "profile";
  const about = (form: Answer["form"]) => (said?.form === form ? said : undefined);
  const profile = usePlainForm({
    values: about("profile")?.values ?? { name, lang },
    errors: about("profile")?.errors,
    problems: w.problems,
    id: "profile",
  });
  return (
    <PublicShell>
      <div className="grid gap-8">
        <h1 className="text-28 font-semibold">{w.account.title}</h1>
        <Card title={w.account.you}>
          <Form method="post" noValidate className="grid gap-6">
            <ErrorSummary errors={profile.errors} />
            {isSaved && !said ? (
              <Notice tone="done" live>
                {w.account.saved}
              </Notice>
            ) : null}
            <Field
              label={w.account.name}
              hint={w.account.nameHint}
              width="half"
              autoComplete="name"
              maxLength={60}
              {...profile.field("name")}
            />
            <Field
              label={w.account.email}
              hint={w.account.emailWhy}
              type="email"
              name="email"
              value={email}
              width="half"
              readOnly
            />
            <Choice
              legend={w.account.lang}
              type="radio"
              columns={2}
              options={langs.map((value) => ({ value, label: w.account.langs[value] }))}
              {...profile.field("lang")}
            />
            <div>
              <SubmitButton name="intent" value="profile">
                {w.account.save}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        {factors ? (
          <>
            <FactorsCard factors={factors} passkeys={passkeys} errors={about("factors")?.errors} />
            <PasswordCard errors={about("password")?.errors} isDone={about("password")?.done} />
          </>
        ) : null}
        <SessionsCard sessions={sessions} isDone={about("sessions")?.done} />
      </div>
    </PublicShell>
  );
}
