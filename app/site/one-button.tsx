import { Form } from "@remix-run/react";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** A form with one button and no field but what it is about. */
export function OneButton({ intent, label }: { intent: string; label: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <SubmitButton tone="plain" size="s">
        {label}
      </SubmitButton>
    </Form>
  );
}
