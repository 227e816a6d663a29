import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Welcome } from "#app/auth/account.schema.ts";
import { words as accountWords } from "#app/auth/account-words.ts";
import { beginSession, invitedStaff, joinStaff } from "#app/auth/index.server.ts";
import { words } from "#app/auth/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.welcome.title }));

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token");

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  return { invited: await invitedStaff(platform, tokenOf(request)) };
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const form = parseForm(Welcome, await request.formData(), { forget: ["password"] });
  if (!form.ok) return data(form, 422);
  const { name, password } = form.value;
  const joined = await joinStaff(platform, { token: tokenOf(request), name, password, lang: await langOf(request) });
  if (!joined) return redirect("/staff/welcome");
  if ("errors" in joined) return data({ ok: false, values: { name }, errors: joined.errors } as const, 422);
  return redirect("/staff/enrol", {
    headers: await beginSession(platform, { userId: joined.userId, request, ip, as: "half" }),
  });
}

export default function WelcomePage() {
  const { invited } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words);
  const { field, errors } = usePlainForm({
    values: posted?.values,
    errors: posted?.errors,
    problems: { ...w.problems, ...useWords(accountWords).problems },
  });
  if (!invited) {
    return (
      <PublicShell>
        <div className="grid gap-4">
          <h1 className="text-28 font-semibold">{w.welcome.over}</h1>
          <p className="text-ink-2">{w.welcome.overWhy}</p>
        </div>
      </PublicShell>
    );
  }
  return (
    <PublicShell>
      <div className="grid max-w-md gap-8">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.welcome.title}</h1>
          <p className="text-ink-2">{w.welcome.intro(invited.email)}</p>
        </header>
        <Form method="post" noValidate className="grid gap-6">
          <ErrorSummary errors={errors} />
          <input type="hidden" autoComplete="username" value={invited.email} readOnly />
          <Field label={w.welcome.name} autoComplete="name" maxLength={60} {...field("name")} />
          <Field
            type="password"
            label={w.welcome.password}
            hint={w.welcome.hint}
            autoComplete="new-password"
            {...field("password")}
          />
          <div>
            <SubmitButton>{w.welcome.submit}</SubmitButton>
          </div>
        </Form>
      </div>
    </PublicShell>
  );
}
