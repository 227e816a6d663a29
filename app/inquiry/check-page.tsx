import { Form, Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { ForecastPanel } from "#app/proposal/index.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { loadCheck } from "./check.server.ts";
import { words } from "./words.ts";

type Props = Awaited<ReturnType<typeof loadCheck>> & { posted?: { errors?: FormErrors; mailFailed?: boolean } };

/** Everything once more, then the one button that sends it. */
export function CheckPage({ groups, problems, forecast, isTwoCases, email, sender, code, posted }: Props) {
  const w = useWords(words);
  const c = w.check;
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-28 font-semibold">{c.question}</h1>
        <p className="text-ink-2">{c.hint}</p>
      </header>
      {problems.length > 0 ? (
        <Notice tone="problem" title={c.problems}>
          <ul className="grid gap-2">
            {problems.map(({ section, href, isUntouched, fields }) => (
              <li key={section}>
                {isUntouched ? (
                  <>
                    {w.steps[section]}: {c.untouched}{" "}
                    <Link className="link" to={href}>
                      {c.answer}
                    </Link>
                  </>
                ) : (
                  <>
                    {w.steps[section]}
                    <ul className="grid gap-1 pl-3">
                      {fields.map((field) => (
                        <li key={`${field.href} ${field.sentence}`}>
                          {field.sentence}{" "}
                          <Link className="link" to={field.href}>
                            {c.fix}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isTwoCases ? <Notice tone="info">{c.twoCases}</Notice> : null}
      {groups.map(({ title, href, rows }) => (
        <Card
          key={title}
          title={title}
          aside={
            <Link className="link text-15" to={href}>
              {c.change}
            </Link>
          }
        >
          <DataList items={rows} />
        </Card>
      ))}
      {forecast ? (
        <details className="rounded-md border border-line px-5 py-4">
          <summary className="min-h-6 cursor-pointer text-17 font-semibold">{c.forecast}</summary>
          <div className="mt-4">
            <ForecastPanel forecast={forecast} />
          </div>
        </details>
      ) : null}
      {problems.length === 0 && email ? <Sending email={email} sender={sender} code={code} posted={posted} /> : null}
    </div>
  );
}

function Sending({ email, sender, code, posted }: { email: string } & Pick<Props, "sender" | "code" | "posted">) {
  const w = useWords(words);
  const c = w.check;
  const { field, errors } = usePlainForm({ errors: posted?.errors, problems: w.problems });
  if (sender === "staff") return <Notice tone="act">{c.staff}</Notice>;
  if (sender) {
    return (
      <Form method="post" className="grid justify-items-start gap-4">
        <p>{c.asViewer(sender)}</p>
        <SubmitButton name="_intent" value="submit">
          {c.submit}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <div className="grid gap-4">
      <ErrorSummary errors={errors} />
      {posted?.mailFailed ? (
        <Notice tone="problem" live>
          {c.mailFailed}
        </Notice>
      ) : null}
      {code ? (
        <Form method="post" className="grid justify-items-start gap-4">
          <p>{c.sent(email)}</p>
          <Field
            label={c.code}
            hint={c.codeHint}
            type="code"
            width="short"
            maxLength={7}
            autoComplete="one-time-code"
            {...field("code")}
          />
          <SubmitButton name="_intent" value="submit">
            {c.submit}
          </SubmitButton>
        </Form>
      ) : (
        <p>{c.email(email)}</p>
      )}
      <Form method="post" className="grid justify-items-start gap-2">
        <SubmitButton tone={code ? "quiet" : "primary"} name="_intent" value="send">
          {code ? c.resend : c.sendCode}
        </SubmitButton>
        {code && code.resendInSeconds > 0 ? (
          <p className="text-13 text-ink-2">{c.resendIn(code.resendInSeconds)}</p>
        ) : null}
      </Form>
    </div>
  );
}
