import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { toString as qrCode } from "qrcode";
import {
  confirmApp,
  nextOf,
  pathOf,
  proposeApp,
  seatForNewFactor,
  staffSeat,
  withNext,
} from "#app/auth/index.server.ts";
import { PasskeyButton } from "#app/auth/passkey-button.tsx";
import { SecondFactor } from "#app/auth/sign-in.schema.ts";
import { words } from "#app/auth/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { parseForm, usePlainForm } from "#app/ui/form/index.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.enrol.title }));

/** Sets up an authenticator app: at the first sign-in, and for a new phone. The old app works until the new one has shown a code. */
export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const next = nextOf(request, "/console");
  const seat = await seatForNewFactor(platform, request);
  if (!seat)
    return redirect(
      withNext("/staff/second-factor", (await staffSeat(platform, request))?.isWhole ? pathOf(request) : next),
    );
  const { secret, uri } = await proposeApp(platform, seat.viewer);
  const square = await qrCode(uri, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return {
    secret: secret.match(/.{4}/g)!.join(" "),
    image: `data:image/svg+xml;base64,${Buffer.from(square).toString("base64")}`,
    mayAddPasskey: !seat.isWhole,
    onwards: withNext("/staff/backup-codes", next),
  };
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const form = parseForm(SecondFactor, await request.formData(), { forget: ["code"] });
  if (!form.ok) return data({ errors: form.errors }, 422);
  const said = await confirmApp(platform, { request, ip, code: form.value.code });
  if (!said.ok) return data({ errors: { code: said.problem } }, 422);
  return redirect(withNext("/staff/backup-codes", nextOf(request, "/console")), { headers: said.headers });
}

export default function EnrolPage() {
  const { secret, image, mayAddPasskey, onwards } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words);
  const { field, errors } = usePlainForm({ errors: posted?.errors, problems: w.problems });
  return (
    <PublicShell>
      <div className="grid gap-8">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.enrol.title}</h1>
          <p className="text-ink-2">{w.enrol.why}</p>
        </header>
        <Card title={w.enrol.app}>
          <div className="grid gap-6">
            <p>{w.enrol.scan}</p>
            <img src={image} alt={w.enrol.qr} width={208} height={208} className="rounded-sm border border-line" />
            <div className="grid gap-1 text-15">
              <p className="text-ink-2">{w.enrol.manual}</p>
              <code translate="no" className="num font-mono select-all">
                {secret}
              </code>
            </div>
            <Form method="post" noValidate className="grid gap-6">
              <ErrorSummary errors={errors} />
              <Field
                type="code"
                label={w.enrol.label}
                width="short"
                autoComplete="one-time-code"
                maxLength={12}
                {...field("code")}
              />
              <div>
                <SubmitButton pending={w.enrol.submitting}>{w.enrol.submit}</SubmitButton>
              </div>
            </Form>
          </div>
        </Card>
        {mayAddPasskey ? (
          <Card title={w.enrol.passkey}>
            <div className="grid gap-4">
              <p>{w.enrol.passkeyWhy}</p>
              <PasskeyButton act="create" name={w.enrol.passkeyName} next={onwards}>
                {w.enrol.passkeyAdd}
              </PasskeyButton>
            </div>
          </Card>
        ) : null}
      </div>
    </PublicShell>
  );
}
