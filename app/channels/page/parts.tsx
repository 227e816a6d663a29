import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ButtonTone } from "#app/ui/button.tsx";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Answer } from "../merchant-acts.server.ts";
import type { loadMerchantChannel } from "../merchant-load.server.ts";

export type Page = Awaited<ReturnType<typeof loadMerchantChannel>>;
export type Posted = Answer | undefined;

interface IntentProps {
  intent: string;
  label: ReactNode;
  formKey: string;
  values?: Readonly<Record<string, string>>;
  tone?: ButtonTone;
  size?: "m" | "s";
  wide?: boolean;
  children?: ReactNode;
}

/** A form of the page: what is to be done, what it is about, its fields and its button. */
export function Intent({ intent, label, formKey, values = {}, tone = "plain", size, wide, children }: IntentProps) {
  return (
    <Form method="post" preventScrollReset className="grid justify-items-start gap-4 [&>*]:max-w-full">
      <input type="hidden" name="_intent" value={intent} />
      <Once value={formKey} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton tone={tone} size={size} wide={wide}>
        {label}
      </SubmitButton>
    </Form>
  );
}
