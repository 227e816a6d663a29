import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { homeOf, nextOf, signInStaff, viewerOf, withNext } from "#app/auth/index.server.ts";
import { PasskeyButton } from "#app/auth/passkey-button.tsx";
import { StaffSignIn } from "#app/auth/sign-in.schema.ts";
import { words } from "#app/auth/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.staff.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const viewer = await viewerOf(platform, request);
  // A merchant who looks for the house's entrance may still be one of the house: the form is shown.
  return viewer?.kind === "staff" ? redirect(nextOf(request, homeOf(viewer))) : { next: nextOf(request, "/console") };
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const form = parseForm(StaffSignIn, await request.formData(), { forget: ["password"] });
  if (!form.ok) return data(form, 422);
  const said = await signInStaff(platform, { ...form.value, request, ip });
  if (said.ok) return redirect(withNext("/staff/second-factor", nextOf(request, "/")), { headers: said.headers });
  return data({ ok: false, values: { email: form.value.email }, errors: { password: said.problem } } as const, 422);
}

export default function StaffSignInPage() {
  const { next } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words);
  const { field, errors } = usePlainForm({ values: posted?.values, errors: posted?.errors, problems: w.problems });
  return (
    <PublicShell>
      <div className="grid max-w-md gap-8">
        <h1 className="text-28 font-semibold">{w.staff.title}</h1>
        <Form method="post" noValidate className="grid gap-6">
          <ErrorSummary errors={errors} />
          <Field type="email" label={w.staff.email} autoComplete="username" spellCheck={false} {...field("email")} />
          <Field type="password" label={w.staff.password} autoComplete="current-password" {...field("password")} />
          <div>
            <SubmitButton pending={w.staff.checking}>{w.staff.next}</SubmitButton>
          </div>
        </Form>
        <PasskeyButton act="use" next={next}>
          {w.staff.passkey}
        </PasskeyButton>
        <p className="border-t border-line pt-6 text-15 text-ink-2">
          {w.staff.merchant}{" "}
          <Link to="/sign-in" className="link">
            {w.staff.merchantLink}
          </Link>
        </p>
      </div>
    </PublicShell>
  );
}
