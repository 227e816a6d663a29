import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { factorsOf, isFresh, nextOf, passSecondFactor, staffSeat, withNext } from "#app/auth/index.server.ts";
import { PasskeyButton } from "#app/auth/passkey-button.tsx";
import { SecondFactor } from "#app/auth/sign-in.schema.ts";
import { words } from "#app/auth/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.factor.title }));

/** The second half of a sign-in, and the page that asks again before a decision. */
export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const next = nextOf(request, "/console");
  const seat = await staffSeat(platform, request);
  if (!seat) return redirect(withNext("/staff/sign-in", nextOf(request, "/")));
  const { viewer, isWhole } = seat;
  if (isWhole && isFresh(platform, viewer)) return redirect(next);
  const { app, passkeys } = await factorsOf(platform, viewer.userId);
  if (!app && passkeys === 0) return redirect(withNext("/staff/enrol", nextOf(request, "/")));
  return { next, isStepUp: isWhole, isHeld: next.startsWith("/staff/carry-on?"), app, hasPasskey: passkeys > 0 };
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const form = parseForm(SecondFactor, await request.formData(), { forget: ["code"] });
  if (!form.ok) return data({ errors: form.errors }, 422);
  const said = await passSecondFactor(platform, { request, ip, code: form.value.code });
  if (said.ok) return redirect(nextOf(request, "/console"), { headers: said.headers });
  return data({ errors: { code: said.problem } }, 422);
}

export default function SecondFactorPage() {
  const { next, isStepUp, isHeld, app, hasPasskey } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words);
  const { field, errors } = usePlainForm({ errors: posted?.errors, problems: w.problems });
  return (
    <PublicShell>
      <div className="grid max-w-md gap-8">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.factor.title}</h1>
          {isStepUp ? (
            <p>
              {w.factor.stepUp} {isHeld ? w.factor.keep : null}
            </p>
          ) : null}
          <p className="text-ink-2">{app ? w.factor.intro : w.factor.onlyPasskey}</p>
        </header>
        {hasPasskey ? (
          <PasskeyButton act="use" next={next} tone={app ? "plain" : "primary"}>
            {w.staff.passkeyHere}
          </PasskeyButton>
        ) : null}
        <Form method="post" noValidate className="grid gap-6">
          <ErrorSummary errors={errors} />
          <Field
            type="code"
            inputMode="text"
            label={w.factor.label}
            hint={w.factor.hint}
            width="half"
            autoComplete="one-time-code"
            maxLength={24}
            spellCheck={false}
            autoFocus
            {...field("code")}
          />
          <div>
            <SubmitButton tone={app ? "primary" : "plain"} pending={w.factor.submitting}>
              {w.factor.submit}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </PublicShell>
  );
}
