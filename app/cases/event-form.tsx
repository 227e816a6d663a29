import { Form, useActionData, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { Offer } from "#app/engine/index.server.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { Button, type ButtonSize, buttonClass } from "#app/ui/button.tsx";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Reasons } from "./refused.tsx";
import { eventName, stateWords } from "./state-words.ts";

export interface EventFormProps {
  event: string;
  offers: readonly Offer[];
  /** A fresh id from the loader: makes pressing twice one event. */
  formKey: string;
  /** The event's own name unless given. */
  label?: ReactNode;
  /** Its fields. */
  children?: ReactNode;
  /** Values the person does not type. */
  values?: Readonly<Record<string, string>>;
  /** `act`: the thing to do now. `danger`: what cannot be taken back. */
  tone?: "act" | "plain" | "danger";
  /** Said before it is done: fields and button unfold under it. */
  confirm?: ReactNode;
  /** Folds the fields away until asked for, without a sentence. */
  folded?: boolean;
  /** Another page's action. */
  action?: string;
  /** For that action: the page to come back to. */
  back?: string;
  size?: ButtonSize;
  wide?: boolean;
}

const tones = { act: "primary", plain: "plain", danger: "danger" } as const;

/**
 * A button that asks the chart for one event. Greyed, with the sentences why not, when the chart does not take it now; nothing at
 * all when it is somebody else's to send.
 */
export function EventForm(props: EventFormProps) {
  const { event, offers, tone = "plain", confirm, folded, size, wide, children } = props;
  const reasonsId = useId();
  const names = useWords(stateWords);
  const folding = useFolding(event, props.values);
  const label = props.label ?? eventName(names, event);
  const offer = offers.find((one) => one.event === event);
  if (!offer) return null;
  if (!offer.allowed) {
    return (
      <div className="grid justify-items-start gap-1.5">
        <Button tone={tones[tone]} size={size} wide={wide} disabled aria-describedby={reasonsId}>
          {label}
        </Button>
        <div className="text-15 text-ink-2 in-[.dense]:text-13">
          <Reasons id={reasonsId} reasons={offer.reasons} />
        </div>
      </div>
    );
  }
  if (!confirm && !folded) {
    return (
      <Sending {...props}>
        {children}
        <SubmitButton tone={tones[tone]} size={size} wide={wide}>
          {label}
        </SubmitButton>
      </Sending>
    );
  }
  return (
    <details ref={folding.ref} open={folding.hasProblem} className="group w-full">
      <summary
        className={`${buttonClass(tones[tone], size, wide)} list-none group-open:hidden [&::-webkit-details-marker]:hidden`}
      >
        {label}
      </summary>
      <div className="rounded-md border border-line p-4 in-[.dense]:p-3">
        <Sending {...props}>
          {confirm ? <div className="text-15">{confirm}</div> : null}
          {children}
          <SubmitButton tone={tones[tone]} size={size} wide={wide}>
            {label}
          </SubmitButton>
        </Sending>
      </div>
    </details>
  );
}

function Sending({ event, formKey, values = {}, action, back, children }: EventFormProps) {
  return (
    <Form method="post" action={action} preventScrollReset className="grid justify-items-start gap-4 [&>*]:max-w-full">
      <input type="hidden" name="type" value={event} />
      <Once value={formKey} />
      {back ? <input type="hidden" name="_back" value={back} /> : null}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

/** What an action answered to a form that it did not take. */
export interface PostedProblem {
  refused?: readonly string[] | null;
  values?: Readonly<Record<string, unknown>>;
  errors?: Readonly<Record<string, string>>;
}

/** Whether the answer is about this very form: same event, same hidden values. */
export const isAbout = (
  posted: PostedProblem | undefined,
  event: string,
  values: EventFormProps["values"] = {},
): boolean =>
  posted?.values?.type === event && Object.entries(values).every(([name, value]) => posted.values?.[name] === value);

/** Folds the form away again, empty, once its event has been taken; keeps it open while something is wrong with it. */
function useFolding(event: string, values: EventFormProps["values"]) {
  const ref = useRef<HTMLDetailsElement>(null);
  const { state, formData } = useNavigation();
  const posted = useActionData<PostedProblem>();
  const wasSending = useRef(false);
  const isSending = state !== "idle" && formData?.get("type") === event;
  const isRefused = Boolean(posted?.refused || posted?.errors);
  useEffect(() => {
    if (wasSending.current && state === "idle" && !isRefused && ref.current) {
      ref.current.open = false;
      ref.current.querySelector("form")?.reset();
    }
    wasSending.current = isSending || (wasSending.current && state !== "idle");
  }, [isSending, state, isRefused]);
  return { ref, hasProblem: Boolean(posted?.errors) && isAbout(posted, event, values) };
}
