import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, usePlainForm } from "#app/ui/form/index.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { words } from "./words.ts";

interface Props {
  errors?: FormErrors;
  /** Seconds until another letter may be asked for. */
  resendInSeconds: number;
  submitLabel?: string;
}

/** Where the mailed code is typed. Posts `code`, or `resend`; the page's action judges both. */
export function CodeForm({ errors, resendInSeconds, submitLabel }: Props) {
  const w = useWords(words);
  const form = usePlainForm({ errors, problems: w.problems });
  return (
    <div className="grid gap-6">
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary errors={form.errors} />
        <Field
          type="code"
          label={w.code.label}
          hint={w.code.hint}
          width="short"
          autoComplete="one-time-code"
          maxLength={12}
          autoFocus
          {...form.field("code")}
        />
        <div>
          <SubmitButton pending={w.code.submitting} name="intent" value="verify">
            {submitLabel ?? w.code.submit}
          </SubmitButton>
        </div>
      </Form>
      <Form method="post">
        <ResendButton seconds={resendInSeconds} />
      </Form>
    </div>
  );
}

/** Counts down once scripts run; without them it can be pressed, and the server says how long to wait. */
function ResendButton({ seconds }: { seconds: number }) {
  const w = useWords(words).code;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <Button type="submit" tone="quiet" size="s" name="intent" value="resend" disabled={left > 0}>
      {left > 0 ? w.resendIn(left) : w.resend}
    </Button>
  );
}
