import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useSearchParams } from "@remix-run/react";
import { homeOf, nextOf, sendCode, viewerOf, withNext } from "#app/auth/index.server.ts";
import { AskForCode } from "#app/auth/sign-in.schema.ts";
import { words } from "#app/auth/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.signIn.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const viewer = await viewerOf(platform, request);
  return viewer ? redirect(nextOf(request, homeOf(viewer))) : null;
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const form = parseForm(AskForCode, await request.clone().formData());
  if (!form.ok) return data(form, 422);
  const { email } = form.value;
  const sent = await sendCode(platform, { email, lang: await langOf(request), request, ip });
  if (!sent.ok) return data({ ok: false, values: { email }, errors: { email: sent.problem } } as const, 429);
  return redirect(withNext("/sign-in/code", nextOf(request, "/")), { headers: sent.headers });
}

export default function SignInPage() {
  const w = useWords(words);
  const posted = useActionData<typeof action>();
  const [params] = useSearchParams();
  const { field, errors } = usePlainForm({
    values: posted?.values ?? { email: params.get("email") ?? "" },
    errors: posted?.errors,
    problems: w.problems,
  });
  return (
    <PublicShell>
      <div className="grid max-w-md gap-8">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.signIn.title}</h1>
          <p className="text-ink-2">{w.signIn.intro}</p>
        </header>
        <Form method="post" noValidate className="grid gap-6">
          <ErrorSummary errors={errors} />
          <Field type="email" label={w.signIn.email} autoComplete="email" spellCheck={false} {...field("email")} />
          <div>
            <SubmitButton pending={w.signIn.sending}>{w.signIn.send}</SubmitButton>
          </div>
        </Form>
        <ul className="grid gap-2 border-t border-line pt-6 text-15 text-ink-2">
          <li>
            {w.signIn.firstTime}{" "}
            <Link to="/inquiry" className="link">
              {w.signIn.firstTimeLink}
            </Link>
          </li>
          <li>
            {w.signIn.staff}{" "}
            <Link to="/staff/sign-in" className="link">
              {w.signIn.staffLink}
            </Link>
          </li>
        </ul>
      </div>
    </PublicShell>
  );
}
